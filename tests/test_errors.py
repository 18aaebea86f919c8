"""Errors of the kit are also those that Python has for it, and read as one line."""

import pytest

from stimmlage import errors


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (errors.OptionError, ValueError),
        (errors.InputError, ValueError),
        (errors.MissingFileError, FileNotFoundError),
        (errors.MissingFileError, errors.InputError),
        (errors.ColumnError, KeyError),
        (errors.WorkerError, RuntimeError),
        (errors.LimitError, RuntimeError),
    ],
)
def test_whoever_expects_the_built_in_one_gets_it(kind, builtin):
    with pytest.raises(builtin) as caught:
        raise kind("There is no such thing.")
    assert str(caught.value) == "There is no such thing."
    assert isinstance(caught.value, errors.StimmlageError)


def test_a_missing_column_is_no_repr():
    assert str(errors.ColumnError()) == ""

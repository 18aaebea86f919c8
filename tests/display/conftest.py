"""Each test draws in English, and leaves no figure and no setting behind."""

import matplotlib
import matplotlib.pyplot as pyplot
import pytest

import stimmlage as sl


@pytest.fixture(autouse=True)
def clean():
    before = dict(matplotlib.rcParams)
    with sl.charts.language("en"):
        yield
    pyplot.close("all")
    matplotlib.rcParams.update(before)

"""What a file may not do."""

import zipfile

import pytest

from stimmlage.errors import InputError
from stimmlage.exchange.readers import safety
from stimmlage.exchange.readers.safety import bytes_of, needed, opened_zip, parse_xml


def packed(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("_", "."), content)
    return path


def test_a_sane_archive_is_opened(tmp_path):
    with opened_zip(packed(tmp_path / "a.docx", a_xml="<a/>")) as archive:
        assert archive.namelist() == ["a.xml"]


def test_what_swells_is_not_opened(tmp_path):
    with pytest.raises(InputError, match=r"unpacks to 20 MB in 1 parts; that is not opened"):
        opened_zip(packed(tmp_path / "a.docx", a_xml=b"0" * 20_000_000))


def test_too_many_parts_are_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(safety, "_MOST_PARTS", 1)
    with pytest.raises(InputError, match="in 2 parts"):
        opened_zip(packed(tmp_path / "a.docx", a_xml="<a/>", b_xml="<b/>"))


@pytest.mark.parametrize("name", ["../a.xml", "/a.xml", "x\\..\\a.xml"])
def test_no_part_lies_outside(tmp_path, name):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), "x")
    with pytest.raises(InputError, match="names a file outside itself"):
        opened_zip(tmp_path / "a.docx")


def test_entities_are_refused_and_nothing_is_fetched(tmp_path):
    bomb = b'<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>'
    with pytest.raises(InputError, match="brings entities of its own"):
        opened_zip(packed(tmp_path / "a.docx", a_xml=bomb))
    with pytest.raises(InputError, match="brings entities of its own"):
        parse_xml(bomb, "a.xml")
    assert parse_xml(b"<a><!-- x -->b</a>", "a.xml").text == "b"


@pytest.mark.parametrize(
    ("content", "words"), [(b"PK no zip", "is a damaged file"), (b"\xd0\xcf\x11\xe0", "is of an old format")]
)
def test_what_is_no_archive_is_told(tmp_path, content, words):
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(InputError, match=words):
        opened_zip(tmp_path / "a.docx")


def test_an_encrypted_document_is_told(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(InputError, match="is encrypted; save it without a password"):
        opened_zip(tmp_path / "a.docx")


def test_a_large_file_is_not_read(tmp_path):
    (tmp_path / "a").write_bytes(b"0" * 100)
    assert len(bytes_of(tmp_path / "a", most=100)) == 100
    with pytest.raises(InputError, match="the most that is read is 0 MB"):
        bytes_of(tmp_path / "a", most=99)


def test_what_is_not_installed_says_how_it_is():
    with pytest.raises(InputError, match=r"Reading PDF needs no_such_library: pip install 'stimmlage\[formats\]'"):
        needed("no_such_library.part", "PDF")


def test_broken_xml_is_told_in_one_line():
    with pytest.raises(InputError, match="is no well-formed XML") as error:
        parse_xml(b"<a><b></a>", "a.xml")
    assert "\n" not in str(error.value)

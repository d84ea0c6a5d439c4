import io
import struct
import zipfile

import pytest

from gicat.diagnostics import Diagnostic, Result
from gicat.parsers import sniff as module
from gicat.parsers.base import Limits, ReadOptions, Source
from gicat.parsers.formats import Format
from gicat.parsers.known import UNREADABLE
from gicat.parsers.registry import FORMATS
from gicat.parsers.sniff import sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
TEXT = "序号\t公开事项\n1\t机构简介\n"


def package(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return out.getvalue()


def types(main: str) -> dict[str, str]:
    return {"[Content_Types].xml": f'<Types><Override ContentType="application/vnd.{main}+xml"/></Types>'}


def ole(stream: str) -> bytes:
    name = stream.encode("utf-16-le")
    return OLE + (name.ljust(64, b"\0") + struct.pack("<H", len(name) + 2)).ljust(128, b"\0")


DOCX = package(**types("openxmlformats-officedocument.wordprocessingml.document.main"), **{"word/document.xml": "<a/>"})


def seen(data: bytes, name: str = "list", **options: object) -> tuple[str | None, str | None, list[str]]:
    """Name, the format that reads it, and the codes."""
    found, answer = sniff(Source(name, data), ReadOptions(**options))  # type: ignore[arg-type]
    if isinstance(answer, Diagnostic):
        assert answer.message("en")
        assert answer.message("zh")
        return found, None, [answer.code]
    assert isinstance(answer, Result)
    return found, answer.value.name, [d.code for d in answer.diagnostics]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\n junk before it \n%PDF-1.4", "pdf"),
        (DOCX, "docx"),
        (package(**types("ms-word.template.macroEnabledTemplate.main"), **{"word/document.xml": ""}), "docx"),
        (package(**{"word/document.xml": ""}), "docx"),
        (TEXT.encode(), "text"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "text"),
        (TEXT.encode("gb18030"), "text"),
        ("序號\t公開事項".encode("big5"), "text"),
        (TEXT.encode("utf-16"), "text"),
        (b"BM, BZh and GIF8 may begin a text as well", "text"),
        (("机构简介\x0c" * 200 + "\0").encode(), "text"),
        (b"1 [link] {x} | a | b |", "text"),
    ],
)  # fmt: skip
def test_what_can_be_read(data: bytes, name: str) -> None:
    assert seen(data) == (name, name, [])


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (package(**types("openxmlformats-officedocument.spreadsheetml.sheet.main")), "xlsx"),
        (package(**types("openxmlformats-officedocument.presentationml.presentation.main")), "pptx"),
        (package(mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        (package(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "ods"),
        (package(mimetype="application/epub+zip"), "epub"),
        (package(**{"OFD.xml": ""}), "ofd"),
        (package(**{"list.pdf": ""}), "zip"),
        (b"PK\x05\x06" + bytes(18), "zip"),
        (ole("WordDocument"), "doc"),
        (ole("Workbook"), "xls"),
        (ole("PowerPoint Document"), "ole"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"<!DOCTYPE html><p>", "html"),
        (b"\xef\xbb\xbf \n<HTML lang=zh>", "html"),
        ("<table><tr><td>".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "html"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "xml"),
        (b'{"schema_version": "1.0"}', "gicat"),
        (b'[\n {"a": 1}]', "json"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"II*\x00\x08", "image"),
        (b"BM\x36\x00\x00\x00\x00\x00\x00\x00", "image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image"),
        (b"Rar!\x1a\x07\x00", "archive"),
        (bytes(range(256)), None),
    ],
)
def test_what_is_recognised_and_refused(data: bytes, name: str | None) -> None:
    assert seen(data) == (name, None, ["R011"])


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf\n", "\ufeff \u3000".encode("utf-16-le"), b"\0" * 99]
)
def test_nothing_is_empty(data: bytes) -> None:
    assert seen(data) == (None, None, ["R002"])


def test_an_encrypted_office_file() -> None:
    assert seen(ole("EncryptedPackage")) == (None, None, ["R001"])


@pytest.mark.parametrize("cut", [200, len(DOCX) - 30])
def test_a_truncated_docx_is_damaged(cut: int) -> None:
    assert seen(DOCX[:cut], "list.docx") == ("docx" if b"word/" in DOCX[:cut] else "zip", None, ["R003"])


def test_a_suffix_that_disagrees_is_a_warning() -> None:
    assert seen(TEXT.encode(), "list.pdf") == ("text", "text", ["R008"])
    assert seen(DOCX, "list.DOC") == ("docx", "docx", ["R008"])
    assert seen(b"%PDF-1.7", "list.docx") == ("pdf", "pdf", ["R008"])


@pytest.mark.parametrize("name", ["list", "list.bak", "v1.2", "list.PDF", "-"])
def test_a_suffix_that_says_nothing_is_none(name: str) -> None:
    assert seen(b"%PDF-1.7", name) == ("pdf", "pdf", [])


def test_a_large_file_is_refused() -> None:
    assert seen(TEXT.encode(), limits=Limits(bytes=9)) == (None, None, ["R018"])


def test_a_given_encoding_says_that_it_is_text() -> None:
    data = "abc\t甲\n".encode("utf-32-le")
    assert seen(data, encoding="utf-32-le") == ("text", "text", [])
    assert seen(data) == (None, None, ["R011"])


def test_utf16_without_a_byte_order_mark_is_text() -> None:
    assert seen("abc\t甲\n".encode("utf-16-be")) == ("text", "text", [])


def test_installed_readers_are_asked_where_gicat_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    ofd = Format("ofd", "OFD", (".ofd",), "elsewhere:Reader")
    dwg = Format("dwg", "DWG", (".dwg",), "elsewhere:Reader", recognises=lambda data, name: data.startswith(b"AC10"))
    monkeypatch.setattr(module, "plugins", lambda: (ofd, dwg))
    assert seen(package(**{"OFD.xml": ""})) == ("ofd", "ofd", [])
    assert seen(b"AC10\0\0\1\2") == ("dwg", "dwg", [])
    assert seen(b"%PDF-1.7") == ("pdf", "pdf", [])


def test_no_format_is_both_read_and_refused() -> None:
    assert not {known.name for known in FORMATS} & set(UNREADABLE)
    suffixes = [s for f in FORMATS for s in f.suffixes] + [s for u in UNREADABLE.values() for s in u.suffixes]
    assert len(suffixes) == len(set(suffixes))

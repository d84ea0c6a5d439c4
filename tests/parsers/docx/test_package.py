"""Packages that are damaged, hostile, unusual or no Word documents."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from gicat.errors import UnreadableError
from gicat.grid import Paragraph
from gicat.parsers.base import Limits, ReadOptions, Source
from gicat.parsers.docx import DocxReader
from tests.parsers.docx.builder import (
    OFFICE,
    docx,
    element,
    p,
    parts,
    relationships,
    tbl,
    tr,
    zipped,
)
from tests.parsers.docx.reading import read

MISSING_MAIN = relationships(("r", f"{OFFICE}/officeDocument", "x.xml"))
DEEP = element("document", "<w:body>" + "<w:ins>" * 300 + "</w:ins>" * 300 + "</w:body>")
BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


def with_document(xml: str | bytes) -> bytes:
    """A package whose main part is this."""
    return zipped({**parts(""), "word/document.xml": xml})


def with_prolog(prolog: str, body: str) -> bytes:
    return with_document(element("document", f"<w:body>{body}</w:body>").replace("?>", f"?>{prolog}", 1))


def encrypted_flag(data: bytes) -> bytes:
    """The package with the flag of ZIP encryption set on every part."""
    found = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = found.find(signature)
        while at >= 0:
            found[at + offset] |= 1
            at = found.find(signature, at + 4)
    return bytes(found)


@pytest.mark.parametrize(
    ("data", "code", "reason"),
    [
        (b"", "R002", None),
        (b"PK\x03\x04 nothing", "R003", "damaged or cut off"),
        (docx(p("一") * 500)[:-200], "R003", "damaged or cut off"),
        (zipped({"a.txt": "x"}), "R003", "no main document part"),
        (zipped({**parts(""), "[Content_Types].xml": "<x/>", "_rels/.rels": MISSING_MAIN}), "R003", "no main document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "R003", "OLE"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "R001", "encryption"),
        (encrypted_flag(docx(p("密"))), "R001", "encryption"),
        (with_document("no XML at all"), "R003", "not well formed"),
        (with_document(element("document", "")), "R003", "no body"),
        (with_prolog('<!DOCTYPE x [<!ENTITY a "b">]>', p("&a;")), "R003", "document type"),
        (with_prolog(f'<!DOCTYPE x [<!ENTITY e0 "lol">{BOMB}]>', p("&e11;")), "R003", "without bound"),
        (with_prolog('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', p("&a;")), "R003", "document type"),
        (with_prolog(f'<!DOCTYPE x [<!ENTITY e0 "lol">{BOMB}]>', '<w:p x="&e11;"/>'), "R003", "without bound"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(data: bytes, code: str, reason: str | None) -> None:
    with pytest.raises(UnreadableError) as caught:
        DocxReader().read(Source("x.docx", data), ReadOptions())
    assert caught.value.code == code
    assert reason is None or reason in str(caught.value.details["reason"])


@pytest.mark.parametrize(
    ("limits", "limit"),
    [
        (Limits(ratio=10), "ratio=10"),
        (Limits(unpacked=10_000), "unpacked=10000"),
        (Limits(bytes=100), "bytes=100"),
        (Limits(depth=4), "depth=4"),
    ],
)
def test_limits_of_the_package(limits: Limits, limit: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        DocxReader().read(Source("x.docx", docx(p("炸弹") * 5000)), ReadOptions(limits=limits))
    assert (caught.value.code, caught.value.details["limit"]) == ("R018", limit)


def test_a_part_beside_the_text_beyond_a_limit_costs_that_part_only() -> None:
    made = parts(p("正文"), numbering=" " * 100_000)
    blocks, diagnostics = read(zipped(made), ReadOptions(limits=Limits(ratio=50)))
    assert [b.text for b in blocks if isinstance(b, Paragraph)] == ["正文"]
    assert [d.code for d in diagnostics] == ["R013"]


def test_deep_documents_that_are_allowed_are_walked() -> None:
    def nested(depth: int) -> str:
        return p("底") if not depth else tbl(tr(f"<w:tc>{nested(depth - 1)}{p()}</w:tc>"))

    blocks, _ = read(docx(nested(80)))
    assert len(blocks) == 80
    deep = docx("<w:ins>" * 400 + p("深") + "</w:ins>" * 400)
    blocks, _ = read(deep, ReadOptions(limits=Limits(depth=500)))
    assert len(blocks) == 1
    with pytest.raises(UnreadableError):
        DocxReader().read(Source("x.docx", docx(nested(400))), ReadOptions(limits=Limits(depth=2000)))
    with pytest.raises(UnreadableError) as caught:
        DocxReader().read(Source("x.docx", with_document(DEEP)), ReadOptions())
    assert (caught.value.code, caught.value.details["limit"]) == ("R018", "depth=256")


def test_damaged_markup_is_read_as_far_as_it_goes() -> None:
    blocks, diagnostics = read(with_document(element("document", f"<w:body>{p('前')}<w:p><w:q></w:p>")))
    assert [b.text for b in blocks if isinstance(b, Paragraph)] == ["前"]
    assert diagnostics[0].code == "R013"


def test_damaged_names_are_reported_as_they_stand() -> None:
    _, diagnostics = read(with_document(element("document", f"<w:body>{p('前')}<w:x:y/></w:body>")))
    assert [d.code for d in diagnostics] == ["R013", "R007"]


@pytest.mark.parametrize(
    "broken",
    [
        lambda made: made.update({"word/numbering.xml": "<w:numbering"}),
        lambda made: made.pop("word/numbering.xml"),
        lambda made: made.update({"word/_rels/document.xml.rels": "numbering.xml"}),
    ],
)
def test_another_part_may_be_damaged_or_missing(broken: Callable[[dict[str, str | bytes]], object]) -> None:
    made = parts(p("正文"), numbering="")
    broken(made)
    blocks, diagnostics = read(zipped(made))
    assert [b.text for b in blocks if isinstance(b, Paragraph)] == ["正文"]
    assert [d.code for d in diagnostics] == ["R013"]
    assert "word/" in str(diagnostics[0].details["reason"])


def test_a_damaged_main_part_is_refused() -> None:
    data = bytearray(docx(p("一二三四五六七八九十" * 40)))
    at = data.find(b"word/document.xml") + 60
    data[at : at + 20] = bytes(20)
    with pytest.raises(UnreadableError) as caught:
        DocxReader().read(Source("x.docx", bytes(data)), ReadOptions())
    assert caught.value.code == "R003"


def test_the_main_part_may_be_called_anything() -> None:
    made = parts("")
    made["Documents/主.xml"] = element("document", f"<w:body>{p('正文')}</w:body>")
    made["_rels/.rels"] = relationships(("r", f"{OFFICE}/officeDocument", "/Documents/%E4%B8%BB.xml"))
    assert len(read(zipped(made))[0]) == 1


def test_the_main_part_may_be_found_by_its_type() -> None:
    made = parts(p("正文"))
    del made["_rels/.rels"]
    assert len(read(zipped(made))[0]) == 1


def test_part_names_do_not_care_for_case_or_slashes() -> None:
    made = {name.replace("word/", "Word\\"): content for name, content in parts(p("正文")).items()}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in made.items():
            package.writestr(name, content)
    assert len(read(file.getvalue())[0]) == 1


def test_other_encodings() -> None:
    xml = element("document", f"<w:body>{p('编码')}</w:body>").replace("UTF-8", "UTF-16")
    blocks, _ = read(with_document(xml.encode("utf-16")))
    assert [b.text for b in blocks if isinstance(b, Paragraph)] == ["编码"]

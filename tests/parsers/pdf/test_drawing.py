"""Pages that no engine comes to the end of are told before one is given them; usual forms are read as ever."""

from __future__ import annotations

import zlib
from itertools import pairwise

import pytest

import gicat
from gicat.errors import UnreadableError
from gicat.parsers.base import Limits
from gicat.parsers.pdf.drawing import Drawing
from tests.parsers.pdf.reading import read
from tests.parsers.pdf.writing import Sheet, pdf

BOX = "/BBox [0 0 400 300]"
MOST = Limits().drawing


def packed(content: str) -> str:
    return f"{BOX} /Filter /FlateDecode|" + zlib.compress(content.encode()).decode("latin-1")


def drawn(*others: str) -> Sheet:
    return Sheet().latin(20, 20, "page").draw(*(f"/{name} Do" for name in others))


TYPE3 = (
    "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97"
    " /Widths [1] /Encoding << /Differences [97 /a] >> /CharProcs << /a 4 0 R >>"
    " /Resources << /XObject << /X0 3 0 R >> >> >>"
)
FIELD = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /V (x) /F 4 /Rect [0 0 50 50] /AP << /N 3 0 R >> >>"


def laughs(levels: int) -> dict[str, str]:
    """Forms that draw the next ten times each."""
    names = [f"X{level}" for level in range(levels)]
    forms = {name: packed(f"/{after} Do\n" * 10) for name, after in pairwise(names)}
    return {**forms, names[-1]: packed("0 0 m 9 9 l S")}


AGAIN = pdf(drawn().draw(" " * 100_000)).replace(b"/Contents 3 0 R", b"/Contents [%s]" % (b"3 0 R " * 200))
TRAPS = {
    "itself": pdf(drawn("X0"), forms={"X0": packed("/X0 Do\n" * 50)}),
    "itself, not packed": pdf(drawn("X0"), forms={"X0": f"{BOX}|" + "/X0 Do\n" * 50}),
    "itself, in hexadecimal": pdf(drawn("X0"), forms={
        "X0": f"{BOX} /Filter /ASCIIHexDecode|" + (b"/X0 Do\n" * 50).hex()}),
    "itself, by another name": pdf(drawn("X0"), forms={"X0": packed("/X#30 Do\n" * 50)}).replace(b"/Form", b"/F#6frm"),
    "each other": pdf(drawn("X0"), forms={"X0": packed("/X1 Do\n" * 9), "X1": packed("/X0 Do\n" * 9)}),
    "the next ten times": pdf(drawn("X0"), forms=laughs(9)),
    "a long one often": pdf(drawn(*["X0"] * 5000), forms={"X0": packed("0 0 m 9 9 l S\n" * 5000)}),
    "glyphs": pdf(Sheet().latin(20, 20, "aa", font="T"), fonts={"T": TYPE3}, forms={
        "X0": packed("/X0 Do\n" * 50), "G": packed("1 0 d0 /X0 Do")}),
    "the look of a field": pdf(Sheet(annotations=[FIELD]).latin(20, 20, "page"), forms={"X0": packed("/X0 Do\n" * 50)}),
    "the same again": AGAIN,
    "a very long one": pdf(drawn("X0"), forms={"X0": packed(" " * (MOST + 1))}),
}  # fmt: skip


@pytest.mark.parametrize("name", TRAPS)
def test_a_page_without_end_is_refused(name: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read(TRAPS[name])
    assert raised.value.code == "R018"


def test_what_nobody_can_count_in_is_refused_where_forms_draw_others() -> None:
    page = b"/Type /Page /Parent"
    trap = TRAPS["itself"].replace(page, b"\xff\x00" + page)
    assert Drawing(trap, None, MOST).beyond(1)
    harmless = pdf(drawn("X0"), forms={"X0": packed("/X0 Do")}).replace(page, b"\xff\x00" + page)
    assert not Drawing(harmless, None, MOST).beyond(1)


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_the_other_pages_are_read(engine: str) -> None:
    data = pdf(drawn("X0"), Sheet().latin(20, 20, "second"), forms=laughs(9))
    document = gicat.parse(data, pdf_engine=engine)
    assert [text.text for text in document.unplaced] == ["second"]
    (told,) = [d for d in document.diagnostics if d.code == "R005"]
    assert "page 1 is not read" in told.message


@pytest.mark.parametrize(
    "forms", [{"X0": packed("/X0 Do")}, laughs(4), {"X0": packed("0 0 m 9 9 l S"), "X1": packed("/X0 Do /None Do")}]
)
def test_usual_forms_are_no_trap(forms: dict[str, str]) -> None:
    assert not Drawing(pdf(drawn("X0"), forms=forms), None, MOST).beyond(1)


def test_what_is_no_pdf_is_left_to_the_engine() -> None:
    damaged = b"%PDF-1.7\n1 0 obj\n<< /Subtype /Form /Length 9 >>\nstream\n/X Do\nendstream\n"
    assert not Drawing(damaged, None, MOST).beyond(1)

"""What is printed twice on one spot counts once, whoever looks at it: a cell, a line of the page, the audit."""

from __future__ import annotations

from gicat.parsers.pdf.doubles import once, printed_once
from gicat.parsers.pdf.model import Char
from tests.parsers.pdf.reading import texts
from tests.parsers.pdf.writing import Sheet, pdf
from tests.shared import audit_findings, parsed

OTHERS = "一二三四五六七八"
"""pdfium itself takes a text for a double of the last few before it."""


def far_apart(sheet: Sheet, x: float, after: float, y: float = 40) -> Sheet:
    """Print 公 twice, with others in between that stand above both."""
    sheet.han(x, y, "公")
    for number, other in enumerate(OTHERS):
        sheet.han(30 + 12 * number, 80, other)
    return sheet.han(after, y, "公")


def test_another_text_between_two_prints_of_one() -> None:
    sheet = far_apart(Sheet().lattice([20, 120, 200], [20, 60]), 30, 31).han(30.5, 40, "开")
    ((text, _),) = texts(pdf(sheet))
    assert sorted(text.replace("\n", "")) == ["公", "开"]


def test_two_prints_on_either_side_of_a_border() -> None:
    """The second one stands in the next cell by its middle: one text all the same."""
    sheet = far_apart(Sheet().lattice([20, 60, 120], [20, 60]), 53.9, 56.8)
    assert "".join(cell for table in texts(pdf(sheet)) for cell in table) == "公"


def test_the_page_and_its_cells_come_to_the_same() -> None:
    sheet = far_apart(Sheet().lattice([20, 60, 120], [20, 60]), 53.9, 56.8).han(55, 40, "开")
    assert not audit_findings(parsed("list.pdf", pdf(sheet)))


def test_a_box_larger_than_its_em_is_no_measure() -> None:
    """Matrices of damaged files make boxes as high as the page; its lines are not doubles of each other."""
    high = [Char("公", 20, top, 420, top + 800, 20, top, 10) for top in (0.0, 20.0, 40.0)]
    assert once(high) == high
    wide = [Char("公", x, 0, x + 400, 10, x, 10, 10) for x in (0.0, 20.0, 40.0)]
    assert once(wide) == wide


def test_copies_of_large_characters_stand_farther_apart() -> None:
    def large(x: float, top: float, run: int) -> Char:
        return Char("公", x, top, x + 24, top + 24, x, top + 20, 24, run=run)

    for x, top in ((7.0, 40.0), (2.0, 47.0), (9.1, 42.0), (2.5, 40.2)):
        assert len(printed_once([large(2, 40, 1), large(x, top, 2)])) == 1, (x, top)
    assert len(printed_once([large(2, 40, 1), large(2, 49, 2)])) == 2

"""The rest of a cut merged cell printed over the border below it."""

from __future__ import annotations

from .reading import texts
from .writing import Sheet, pdf


def drawn(*rest: str, overlap: float) -> bytes:
    """Two cells; the last line above stands so far above the first one below the border at 150."""
    sheet = Sheet().lattice([50, 150, 250], [50, 150, 200])
    sheet.han(55, 180, "公开渠道").han(155, 180, "□报刊")
    first = 140.0
    for number, line in enumerate(rest):
        sheet.han(155, first + overlap + 13 * (len(rest) - 1 - number), line)
    return pdf(sheet.han(55, 140, "公开渠道").han(155, first, "■政府网站").han(155, 127, "□公报"))


def test_a_line_over_the_first_one_below_the_border_is_the_last_one_above() -> None:
    assert texts(drawn("□电视", "■其他", overlap=6)) == [
        ["公开渠道", "□报刊\n□电视\n■其他", "公开渠道", "■政府网站\n□公报"]
    ]


def test_the_cell_above_is_empty_where_its_text_stands_on_the_page_before() -> None:
    sheet = Sheet().lattice([50, 150, 250], [50, 150, 165]).han(155, 147, "■其他")
    data = pdf(sheet.han(55, 140, "公开渠道").han(155, 140, "■政府网站").han(155, 127, "□公报"))
    assert texts(data) == [["", "■其他", "公开渠道", "■政府网站\n□公报"]]


def test_lines_apart_stay_in_their_cell() -> None:
    data = pdf(
        Sheet()
        .lattice([50, 150, 250], [50, 150, 165])
        .han(55, 140, "公开渠道")
        .han(155, 140, "■其他")
        .han(155, 127, "□公报")
    )
    assert texts(data) == [["", "", "公开渠道", "■其他\n□公报"]]

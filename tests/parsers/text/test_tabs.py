"""Tab cells: paragraphs of a cell as lines, rows behind blank lines."""

from __future__ import annotations

from gicat.grid import Paragraph, Stream
from gicat.parsers.text import tabs


def stream(text: str) -> list[tuple[str, int, int]]:
    (found,) = [block for block in tabs.read(text.split("\n")) if isinstance(block, Stream)]
    return [(cell.printed.text, cell.line, cell.gap) for cell in found.cells]


def test_a_tab_starts_a_cell_and_a_blank_line_ends_a_row() -> None:
    assert stream("\t甲\n\t乙\n\n\t丙\n\t丁\n") == [("甲", 1, 2), ("乙", 2, 1), ("丙", 4, 2), ("丁", 5, 1)]


def test_other_lines_continue_the_cell() -> None:
    assert stream("\t甲\n续\n\n再续\n\t乙") == [("甲\n续\n\n再续", 1, 2), ("乙", 5, 1)]


def test_two_tabs_on_a_line_are_two_cells() -> None:
    assert [text for text, _, _ in stream("\t甲\t乙\n\t\t丙")] == ["甲", "乙", "", "丙"]


def test_empty_cells() -> None:
    assert [text for text, _, _ in stream("\t\n\t甲\n\t\n")] == ["", "甲", ""]


def test_lines_before_the_first_tab_are_paragraphs() -> None:
    blocks = tabs.read(["标题", "", "说明", "\t甲"])
    assert [(b.text, b.place().line) for b in blocks if isinstance(b, Paragraph)] == [("标题", 1), ("说明", 3)]


def test_no_tab_at_all() -> None:
    assert [type(block) for block in tabs.read(["甲", "乙"])] == [Paragraph, Paragraph]

"""Sheets as the text exports that web sites and office programs make of a table."""

from __future__ import annotations

from collections.abc import Iterator

from tests.rendering.model import Box, Cell, Line, Sheet


def tab_text(sheet: Sheet, boxes: tuple[str, str] = ("☑", "□")) -> str:
    """A tab starts every cell, a blank line ends a row; paragraphs of a cell are lines of their own.

    A merged cell is printed where it starts; the cells it covers are empty. Word leaves an empty line
    between some paragraphs of a cell: here it is every second pair.
    """
    out = [sheet.title] if sheet.title else []
    out += [_line(text, boxes) for text in sheet.before]
    for slots in sheet.table.slots():
        for cell, top, left in slots:
            lines = [_line(text, boxes) for text in cell.lines] if top and left else []
            if not left:
                continue
            out.append("\t" + _spaced(lines))
        out.append("")
    out += [_line(text, boxes) for text in sheet.after]
    return "\n".join(out) + "\n"


def pipe_text(sheet: Sheet, boxes: tuple[str, str] = ("þ ", "□ "), *, packed: bool = True) -> str:
    """A row a line, cells separated by pipes, merged cells repeated in every row that they cover.

    Args:
        sheet: what to print.
        boxes: the ticked and the unticked box.
        packed: whether empty cells are pushed to the row's end (HTML tables flattened by a crawler);
            otherwise they stay where they are.
    """
    out = [sheet.title] if sheet.title else []
    out += [_line(text, boxes) for text in sheet.before]
    head = len(sheet.table.front) + len(sheet.table.head)
    for number, slots in enumerate(sheet.table.slots()):
        cells = list(_flat(slots, boxes, repeated=number >= head))
        out.append(_packed(cells) if packed else " | ".join(cells) + " |")
    out += [_line(text, boxes) for text in sheet.after]
    return "\n".join(out) + "\n"


def _line(text: Line, boxes: tuple[str, str]) -> str:
    return "".join((boxes[0] if piece.ticked else boxes[1]) if isinstance(piece, Box) else piece for piece in text)


def _spaced(lines: list[str]) -> str:
    text = ""
    for number, part in enumerate(lines):
        gap = "\n\n" if number % 2 else "\n"
        text += part if number == 0 else gap + part
    return text


def _flat(slots: list[tuple[Cell, bool, bool]], boxes: tuple[str, str], *, repeated: bool) -> Iterator[str]:
    """The texts of a row; in the header a merged cell is printed once, in the body in every row."""
    for cell, top, left in slots:
        shown = left and (top or repeated)
        yield " ".join(_line(text, boxes) for text in cell.lines).replace("\n", " ") if shown else ""


def _packed(cells: list[str]) -> str:
    filled = [cell for cell in cells if cell]
    return " | ".join(filled) + " | " + "|" * (len(cells) - len(filled))


def markdown_text(sheet: Sheet, boxes: tuple[str, str] = ("☑", "□")) -> str:
    """A pipe table as converters to Markdown write it: a merged cell where it starts, breaks as <br>, a rule below
    the first row.
    """
    out = [sheet.title, ""] if sheet.title else []
    for text in sheet.before:
        out += [_line(text, boxes), ""]
    for number, slots in enumerate(sheet.table.slots()):
        texts = ["<br>".join(_line(text, boxes) for text in c.lines) if top and left else "" for c, top, left in slots]
        out.append("| " + " | ".join(text.replace("|", "\\|").replace("\n", "<br>") for text in texts) + " |")
        if number == 0:
            out.append("| " + " | ".join("---" for _ in slots) + " |")
    for text in sheet.after:
        out += ["", _line(text, boxes)]
    return "\n".join(out) + "\n"

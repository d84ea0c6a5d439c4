"""Tab cells: a tab starts a cell, other lines continue it, and a blank line may end a row.

This is how text is taken out of Word tables: horizontally merged cells come out once, vertically merged
ones as blanks, and paragraphs of a cell as lines, with blank lines among them.
"""

from __future__ import annotations

from gicat.grid import Block, Break, Fragment, Paragraph, Printed, Stream, StreamCell

ROW_GAP = 2


def read(lines: list[str]) -> list[Block]:
    """The paragraphs before the first tab, then the cells as one stream."""
    first = next((i for i, line in enumerate(lines) if line.startswith("\t")), len(lines))
    blocks: list[Block] = [
        Paragraph(Printed(line.strip()), (Fragment(line=number),))
        for number, line in enumerate(lines[:first], 1)
        if line.strip()
    ]
    raw: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines[first:], first + 1):
        if line.startswith("\t"):
            raw += [(number, [piece]) for piece in line.split("\t")[1:]]
        else:
            raw[-1][1].append(line)
    if raw:
        gaps = [ROW_GAP, *(_gap_after(texts) for _, texts in raw)]
        cells = [StreamCell(_printed(texts), start, gap) for (start, texts), gap in zip(raw, gaps, strict=False)]
        blocks.append(Stream(tuple(cells), ROW_GAP))
    return blocks


def _gap_after(texts: list[str]) -> int:
    """2 where a blank line stands before the next cell; the cell's own first line does not count."""
    return ROW_GAP if len(texts) > 1 and not texts[-1].strip() else 1


def _printed(texts: list[str]) -> Printed:
    lines = [line.strip() for line in texts]
    while lines and not lines[-1]:
        lines.pop()
    return Printed("\n".join(lines), (Break.LINE,) * max(len(lines) - 1, 0))

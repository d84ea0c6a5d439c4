"""Pipes: `|` ends a cell, stands between cells, or opens and ends a row (Markdown).

The cells come out as one stream: where a row ends is for recovery to decide, since a line may hold a
row, a cell, or part of either.
"""

from __future__ import annotations

import re
from collections import Counter

from gicat.grid import Block, Break, Fragment, Paragraph, Printed, Stream, StreamCell

PIPE = re.compile(r"(?<!\\)[|｜]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?=[|｜])")
_RULE = re.compile(r"^[\s|｜:]*(?:-{3,}|:-+|-+:)[\s|｜:-]*$")
DELIMITERS = f"{_RULE.pattern}|{PIPE.pattern}|{_ESCAPED.pattern}|(?i:{_BREAK.pattern})"
_MOST = 0.7


def read(lines: list[str]) -> list[Block]:
    """Paragraphs before the first and after the last pipe, and the cells between as one stream."""
    piped = [index for index, line in enumerate(lines) if PIPE.search(line)]
    if not piped:
        return _paragraphs(lines, 1)
    first, last = piped[0], piped[-1]
    body = [(number, line) for number, line in enumerate(lines[first : last + 1], first + 1) if not _RULE.match(line)]
    cells = _row_lines(body) if _a_row_a_line([line.strip() for _, line in body]) else _terminated(body)
    return [*_paragraphs(lines[:first], 1), Stream(tuple(cells)), *_paragraphs(lines[last + 1 :], last + 2)]


def _a_row_a_line(lines: list[str]) -> bool:
    """Whether every line holds a whole row: all open with a pipe (Markdown), or pipes only stand between cells.

    Between cells they stand where hardly any line ends with one, or the first does not and all have as many.
    """
    rows = [line for line in lines if len(PIPE.findall(line)) > 1 and PIPE.sub("", line).strip()]
    opened = sum(PIPE.match(row) is not None for row in rows)
    closed = sum(PIPE.match(row[-1]) is not None for row in rows)
    counts = Counter(len(PIPE.findall(row)) for row in rows)
    if not rows or (opened >= _MOST * len(rows) and not _begin_blank(rows)):
        return bool(rows)
    even = counts.most_common(1)[0][1] >= _MOST * len(rows)
    return closed <= (1 - _MOST) * len(rows) or (even and len(rows) > 1 and not PIPE.match(rows[0][-1]))


def _begin_blank(rows: list[str]) -> bool:
    """Whether the pipe that most rows open with ends a blank cell: the first row has none, and as many pipes."""
    return not PIPE.match(rows[0]) and all(len(PIPE.findall(row)) == len(PIPE.findall(rows[0])) for row in rows)


def _paragraphs(lines: list[str], first: int) -> list[Block]:
    return [
        Paragraph(printed, (Fragment(line=number),))
        for number, line in enumerate(lines, first)
        if not (printed := _printed(line)).blank and not _RULE.match(line)
    ]


def _row_lines(body: list[tuple[int, str]]) -> list[StreamCell]:
    """Cells of lines that hold a row each, with or without pipes at their ends.

    Where rows open with a pipe, a line without one goes on with the row above that no pipe has closed.
    """
    rows: list[tuple[int, str]] = []
    opened = bool(body) and PIPE.match(body[0][1].strip()) is not None
    for number, line in body:
        inner = line.strip()
        if opened and rows and inner and not PIPE.match(inner) and not PIPE.match(rows[-1][1][-1]):
            rows[-1] = (rows[-1][0], f"{rows[-1][1]}\n{inner}")
        elif inner:
            rows.append((number, inner))
    cells = []
    for number, inner in rows:
        pieces = PIPE.split(inner)
        if opened and len(pieces) > 1:
            pieces = pieces[not pieces[0] : len(pieces) - (not pieces[-1].strip())]
        for index, piece in enumerate(pieces):
            cells.append(StreamCell(_printed(piece), number, 0 if index else 1))
    return cells


def _printed(text: str) -> Printed:
    """A cell's text with escaped pipes and Markdown's line breaks as what they stand for."""
    lines = [line.strip() for line in _BREAK.sub("\n", _ESCAPED.sub("", text)).split("\n")]
    text = "\n".join(lines).strip()
    return Printed(text, (Break.LINE,) * text.count("\n"))


def _terminated(body: list[tuple[int, str]]) -> list[StreamCell]:
    """Cells that a pipe ends, wherever their lines break."""
    cells: list[StreamCell] = []
    pending: list[tuple[int, str]] = []
    for number, line in body:
        *ended, rest = PIPE.split(line)
        for index, piece in enumerate(ended):
            cells.append(_cell([*pending, (number, piece)] if index == 0 else [(number, piece)], index > 0))
            pending = []
        pending.append((number, rest))
    if any(text.strip() for _, text in pending):
        cells.append(_cell(pending, False))
    return cells


def _cell(pieces: list[tuple[int, str]], same_line: bool) -> StreamCell:
    """A cell of one or more lines; the first piece is what stands on the line of the pipe before it."""
    printed = [(number, text.strip()) for number, text in pieces if text.strip()]
    number = printed[0][0] if printed else pieces[-1][0]
    text = "\n".join(text for _, text in printed)
    on_pipe_line = same_line or (bool(printed) and printed[0][0] == pieces[0][0] and len(pieces) > 1)
    return StreamCell(_printed(text), number, 0 if on_pipe_line else 1)

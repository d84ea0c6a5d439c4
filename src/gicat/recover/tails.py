"""Text behind the last cell of a table: notes and titles that a text export ran together with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gicat.grid import Break, Printed, StreamCell
from gicat.recognise.shapes import fits, is_tick
from gicat.recognise.titles import is_title
from gicat.text import squeeze

_NOTE = re.compile(r"^(?:[（(]?备?注[）)]?[:：\d]|说明[:：]|附[:：注件]|填报|填表|联系人|制表|审核|[*※★])")


def split_tail(
    rows: Sequence[list[StreamCell]], kinds: Sequence[str]
) -> tuple[list[list[StreamCell]], list[StreamCell]]:
    """The rows with the last cell cut where its own text ends, and what was cut off, one a paragraph.

    The text behind a blank line is cut off if it reads like a note or title, or stands in a tick column.
    """
    if not rows:
        return list(rows), []
    *full, last = rows
    cell = last[-1]
    kind = kinds[len(last) - 1] if len(last) <= len(kinds) else "extra"
    lines = cell.printed.text.split("\n")
    for index, line in enumerate(lines):
        if line or index + 1 == len(lines):
            continue
        head, tail = "\n".join(lines[:index]).strip(), "\n".join(lines[index + 1 :]).strip()
        if tail and _foreign(tail, head, kind):
            kept = replace(cell, printed=_printed(head))
            first = cell.line + index + 1
            pieces = [StreamCell(_printed(t), first, 2) for t in re.split(r"\n\n+", tail)]
            return [*full, [*last[:-1], kept]], pieces
    return list(rows), []


def is_note(text: str) -> bool:
    """Whether a text reads like a note behind a table."""
    return _NOTE.match(squeeze(text)) is not None


def _foreign(tail: str, head: str, kind: str) -> bool:
    first = tail.partition("\n")[0]
    if is_note(first) or is_title(first):
        return True
    return kind == "tick" and (not head or is_tick(head)) and fits("tick", Printed(tail)) < 0


def _printed(text: str) -> Printed:
    return Printed(text, (Break.LINE,) * text.count("\n"))

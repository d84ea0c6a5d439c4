"""Each limit against hostile files exists, can be set, and is told where it is reached."""

from __future__ import annotations

import struct
from collections.abc import Callable
from itertools import chain, repeat

import pytest

import gicat
from gicat.parsers.base import Limits
from tests.cli import made
from tests.parsers.docx import builder as word
from tests.parsers.pdf.writing import Sheet, pdf

HEAD = ("序号", "公开事项", "公开内容", "公开时限", "公开主体")
ROWS = [(str(number), f"事项{number}", "机构职能", "20个工作日内", "办公室") for number in range(1, 60)]


def text() -> bytes:
    return "\n".join("\t" + "\n\t".join(row) + "\n" for row in (HEAD, *ROWS)).encode()


def flowing() -> bytes:
    return "\n".join("\n".join(row) for row in (HEAD, *ROWS)).encode()


def docx() -> bytes:
    return word.docx(word.tbl(word.tr(*HEAD), *(word.tr(*row) for row in ROWS)))


def ruled() -> bytes:
    xs, ys = [20.0 + 60 * n for n in range(6)], [20.0 + 20 * n for n in range(12)]
    pages = []
    for start in (0, 10):
        sheet = Sheet().lattice(xs, ys)
        for row, texts in enumerate((HEAD, *ROWS[start : start + 10])):
            for column, printed in enumerate(texts):
                sheet.han(xs[column] + 2, ys[-2 - row] + 6, printed, 6)
        pages.append(sheet)
    return pdf(*pages)


def many() -> bytes:
    """More parts than any document has, in a list of them that would take long to read."""
    listed = b"PK\x01\x02" + b"\0" * 42
    count = Limits().parts + 1
    end = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, count & 0xFFFF, count & 0xFFFF, len(listed) * count, 0, 0)
    return b"PK\x03\x04" + b"word/" + listed * count + end


def own() -> bytes:
    return gicat.write(gicat.parse(text())).encode()


def read(data: bytes, **limits: float) -> gicat.Document:
    """A second passes with every look at the clock, up to half a minute."""
    ticks = chain(range(30), repeat(30))
    clock = (lambda: float(next(ticks))) if "seconds" in limits else None
    return gicat.parse(data, limits=Limits(**limits), clock=clock)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "limit", "code"),
    [
        (text, {"bytes": 100}, "R018"), (docx, {"bytes": 100}, "R018"), (ruled, {"bytes": 100}, "R018"),
        (docx, {"parts": 2}, "R018"), (many, {}, "R018"),
        (docx, {"unpacked": 1000}, "R018"), (docx, {"ratio": 3}, "R018"), (docx, {"depth": 5}, "R018"),
        (ruled, {"drawing": 100}, "R018"),
        (made.bomb, {}, "R018"), (made.entities, {}, "R003"),
        (ruled, {"pages": 1}, "R005"),
        (text, {"cells": 100}, "R005"), (docx, {"cells": 100}, "R005"), (ruled, {"cells": 100}, "R005"),
        (docx, {"seconds": 20}, "R005"), (text, {"seconds": 20}, "R005"),
        (text, {"seconds": 0}, "R018"), (flowing, {"seconds": 1}, "R018"),
    ],
)  # fmt: skip
def test_a_limit_is_told(data: Callable[[], bytes], limit: dict[str, float], code: str) -> None:
    document = read(data(), **limit)
    told = [d for d in document.diagnostics if d.code == code]
    assert told, [d.code for d in document.diagnostics]
    if code == "R005":
        assert document.catalogues[0].items, "what was read is delivered"
        assert len(document.catalogues[0].items) < len(ROWS)
    elif code == "R018" and limit:
        ((name, value),) = limit.items()
        assert f"{name}={value}" in told[0].message


@pytest.mark.parametrize("data", [text, docx, ruled])
def test_the_usual_limits_are_not_reached(data: Callable[[], bytes]) -> None:
    document = gicat.parse(data())
    assert document.catalogues[0].items
    assert not {"R005", "R018"} & {d.code for d in document.diagnostics}

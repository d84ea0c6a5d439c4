"""Writes docs/matrix.md: which catalogue reads back from which format, checkbox encoding and producer.

`python -m docs.make_matrix` prints every catalogue in every way and parses it; PDF needs LibreOffice, Chromium,
WeasyPrint and reportlab. A test compares the rows of the formats of this process with what is read now.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from tests.laws.formats import FORMATS, LETTERS, Format
from tests.laws.law import broken
from tests.laws.losses import BLANKS, CUT, PACKED, SHIFTED, UNMERGED, Loss
from tests.laws.misprints import misprint
from tests.laws.producers import PRODUCERS, Job, Producer
from tests.rendering import House, houses
from tests.rendering.strategy import Case, cases, drawn

PAGE = Path(__file__).parent / "matrix.md"
ITEMS, NUMBER = 9, 4
EQUAL, DIFFERENT = "equal", "**different**"
Setting = tuple[House, bool]
"""A house style, and whether some cells are empty."""

_FLAT = replace(
    houses.LIST,
    columns=tuple(replace(column, shared=False) for column in houses.LIST.columns),
)
_DEEP = replace(
    houses.STANDARD,
    columns=tuple(
        column
        for old in houses.STANDARD.columns
        for column in (
            [
                replace(old, label=("公开事项", "一级事项"), level=0),
                replace(old, label=("公开事项", "二级事项"), level=1),
            ]
            if old.field == "categories"
            else [replace(old, label=("公开事项", "三级事项")) if old.field == "name" else old]
        )
    ),
)
HOUSES: Mapping[str, Setting] = {
    "目录清单": (houses.LIST, False),
    "事项目录": (houses.MATTERS, False),
    "基本目录": (houses.BASIC, False),
    "标准目录": (houses.STANDARD, False),
    "three levels": (_DEEP, False),
    "headings as rows": (
        replace(
            houses.MATTERS,
            headings=True,
            columns=tuple(replace(c, level=1) if c.field == "categories" else c for c in houses.MATTERS.columns),
        ),
        False,
    ),
    "title as rows": (replace(houses.BASIC, front_rows=True), False),
    "only ticked": (replace(houses.LIST, listing="ticked"), False),
    "by name": (replace(houses.LIST, listing="named"), False),
    "boxes behind": (replace(houses.STANDARD, behind=True), False),
    "no merges": (_FLAT, False),
    "empty cells": (houses.STANDARD, True),
    "empty, no merges": (_FLAT, True),
}
LOSSES = (BLANKS, UNMERGED, CUT, PACKED, SHIFTED)


@lru_cache
def case(house: str, codelisted: bool) -> Case:
    """The catalogue of a column of the page; for boxes that are letters one whose options all stand in codelists."""
    style, gaps = HOUSES[house]
    strategy = cases(most=ITEMS, codelisted=codelisted, house=style, gaps=gaps)
    return max(drawn(strategy, NUMBER), key=lambda one: len(one.printed["items"]))


def cell(job: Case, losses: Sequence[Loss], name: str, data: bytes) -> str:
    """What comes back: all of it, all but what the format loses, or something else."""
    if not broken(job, (), name, data):
        return EQUAL
    found = [loss for loss in losses if loss.concerns(job)]
    return ", ".join(f"*{loss.name}*" for loss in found) if found and not broken(job, losses, name, data) else DIFFERENT


Row = tuple[str, list[str]]


def written(form: Format) -> Iterator[Row]:
    """The rows of a format that is written in this process."""
    for boxes in form.boxes:
        catalogues = [case(house, boxes in LETTERS) for house in HOUSES]
        name = "list" + form.suffix
        yield boxes, [cell(one, form.losses, name, form.write(one, boxes)) for one in catalogues]


def printed(producer: Producer) -> Iterator[Row]:
    """The rows of a producer of PDF, printed in one run; what it misprints says so."""
    jobs: list[Job] = []
    for boxes in producer.boxes:
        for house in HOUSES:
            jobs.append(producer.job(case(house, boxes in producer.letters), boxes, _simplest))
    with tempfile.TemporaryDirectory() as folder:
        made = producer.run(jobs, Path(folder))
    cells = [_printed_cell(producer, job, data) for job, data in zip(jobs, made, strict=True)]
    for number, boxes in enumerate(producer.boxes):
        yield boxes, cells[number * len(HOUSES) : (number + 1) * len(HOUSES)]


def _simplest(settings: st.SearchStrategy[Any]) -> Any:
    return drawn(settings, 1)[0]


def _printed_cell(producer: Producer, job: Job, data: bytes | None) -> str:
    if data is None:
        return "*refused*"
    found = cell(job.case, producer.losses, "list.pdf", data)
    why = misprint(job.sheet, data) if found == DIFFERENT else None
    return f"*{why}*" if why else found


def section(title: str, rows: Iterator[Row], about: str = "") -> str:
    """A table of the page."""
    lines = [f"## {title}", *([about] if about else [])]
    table = ["| boxes | " + " | ".join(HOUSES) + " |", "| --- |" + " --- |" * len(HOUSES)]
    table += [f"| {boxes} | " + " | ".join(cells) + " |" for boxes, cells in rows]
    return "\n\n".join([*lines, "\n".join(table)])


def in_process() -> dict[str, str]:
    """The tables of the formats of this process, by title."""
    return {name: section(name, written(form)) for name, form in FORMATS.items()}


def external(missing: Callable[[str, str], None]) -> dict[str, str]:
    """The tables of the producers of PDF, by title; `missing` is told name and reason of one that is not here."""
    found = {}
    for name, producer in PRODUCERS.items():
        if reason := producer.missing():
            missing(name, reason)
            continue
        found[f"PDF from {name}"] = section(f"PDF from {name}", printed(producer), producer.faults)
    return found


def page(tables: Mapping[str, str]) -> str:
    """The whole page."""
    losses = "\n".join(f"- *{loss.name}*: {loss.why}." for loss in LOSSES)
    head = (
        "# One catalogue, every format\n\n"
        "Written by `python -m docs.make_matrix`. A made-up catalogue in each house style (columns) is printed in\n"
        "each format, with each way to write a checkbox (rows), and parsed again. **equal**: every stated field of\n"
        "the catalogue and of all its items came back, no printed character was lost, none made up. Otherwise the\n"
        "cell names what the format cannot carry; all the rest came back. `tests/laws` holds the same for catalogues\n"
        "drawn at random.\n\n"
        f"What formats lose:\n\n{losses}"
    )
    return "\n\n".join([head, *tables.values()]) + "\n"


def main() -> None:
    """Write the page."""

    def stop(name: str, reason: str) -> None:
        raise SystemExit(f"{name}: {reason}")

    PAGE.write_text(page({**in_process(), **external(stop)}), encoding="utf-8")


if __name__ == "__main__":
    main()

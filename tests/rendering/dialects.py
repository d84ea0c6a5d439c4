"""Every text dialect that the suite can print, with what each of them carries.

`RENDERINGS` are made here; `EXPORTS` by programs, see `exports`. The account is data: a field of a catalogue is carried
unless its dialect lost what tells it (`Rendering.lost`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from tests.rendering.dump import sheet_dump
from tests.rendering.fixed import Fixed, fixed_text
from tests.rendering.flattened import (
    Boxes,
    Covered,
    cell_lines,
    cell_paragraphs,
    delimited,
    glued,
    markdown,
    paragraphs,
    pipes,
)
from tests.rendering.houses import House
from tests.rendering.model import Sheet
from tests.rendering.text import tab_text


class Loss(StrEnum):
    """What a dialect does not print."""

    SPANS = "which rows a merged cell covers: blank or no cells stand for the rest of it"
    EMPTIES = "where empty cells are, so that nobody knows which tick column a tick stands in"
    BREAKS = "where a paragraph of a cell ends"
    CELLS = "where a cell ends"
    ROWS = "where a row ends"


@dataclass(frozen=True, slots=True)
class Rendering:
    """A dialect.

    Attributes:
        dialect: what gicat calls it.
        loses: what is not printed.
        write: the text of a sheet with a kind of boxes; None where a program writes it.
        centred: for exports, whether the cells of the document are centred vertically.
    """

    dialect: str
    loses: frozenset[Loss]
    write: Callable[[Sheet, Boxes], str] | None = None
    centred: bool = False

    def lost(self, house: House) -> frozenset[str]:
        """The fields of a house that the dialect does not carry.

        Spans, breaks, cells and rows lost leave every field to be found: by the merge rule, since all merged cells of
        the houses are filled, and by what cells look like. Only ticks are nothing but their place.
        """
        ticks = frozenset(column.field for column in house.columns if column.option is not None)
        return ticks if Loss.EMPTIES in self.loses else frozenset()


_SPANS, _EMPTIES, _BREAKS, _CELLS, _ROWS = Loss
_STREAM = frozenset({_SPANS, _EMPTIES, _CELLS, _ROWS})
REPEATED, BLANK, ABSENT = Covered.REPEATED, Covered.BLANK, Covered.ABSENT


def _is(dialect: str, write: Callable[[Sheet, Boxes], str], *loses: Loss) -> Rendering:
    return Rendering(dialect, frozenset(loses), write)


def _fixed(style: Fixed) -> Rendering:
    return _is("fixed-width", lambda sheet, boxes: fixed_text(sheet, boxes, style), _SPANS, _BREAKS)


RENDERINGS: Mapping[str, Rendering] = MappingProxyType({
    "tabs": _is("tab-cells", tab_text, _SPANS),
    "csv": _is("csv", lambda s, b: delimited(s, b, ","), _SPANS),
    "csv-repeated": _is("csv", lambda s, b: delimited(s, b, ",", REPEATED)),
    "tsv": _is("tsv", lambda s, b: delimited(s, b, "\t"), _SPANS),
    "tsv-repeated": _is("tsv", lambda s, b: delimited(s, b, "\t", REPEATED)),
    "markdown": _is("pipes", markdown, _SPANS),
    "markdown-repeated": _is("pipes", lambda s, b: markdown(s, b, REPEATED)),
    "pipes": _is("pipes", lambda s, b: pipes(s, b, BLANK, packed=False), _SPANS, _BREAKS),
    "pipes-repeated": _is("pipes", lambda s, b: pipes(s, b, REPEATED, packed=False), _BREAKS),
    "pipes-packed": _is("pipes", lambda s, b: pipes(s, b, REPEATED, packed=True), _EMPTIES, _BREAKS),
    "pipes-packed-once": _is("pipes", lambda s, b: pipes(s, b, ABSENT, packed=True), _SPANS, _EMPTIES, _BREAKS),
    "cell-lines": _is("pipes", lambda s, b: cell_lines(s, b, BLANK), _SPANS, _BREAKS, _ROWS),
    "cell-lines-repeated": _is("pipes", lambda s, b: cell_lines(s, b, REPEATED), _BREAKS, _ROWS),
    "cell-lines-once": _is("pipes", lambda s, b: cell_lines(s, b, ABSENT), _SPANS, _BREAKS, _ROWS),
    "paragraphs": _is("paragraphs", paragraphs, *_STREAM),
    "paragraphs-repeated": _is("paragraphs", lambda s, b: paragraphs(s, b, REPEATED), _EMPTIES, _CELLS, _ROWS),
    "paragraphs-apart": _is("paragraphs-apart", lambda s, b: paragraphs(s, b, gap="\n\n"), *_STREAM),
    "paragraphs-apart-empties": _is(
        "paragraphs-apart", lambda s, b: paragraphs(s, b, REPEATED, gap="\n\n", empty="\xa0"), _CELLS, _ROWS
    ),
    "cells": _is("paragraphs", cell_paragraphs, *_STREAM, _BREAKS),
    "cells-apart": _is("paragraphs-apart", lambda s, b: cell_paragraphs(s, b, gap="\n\n"), *_STREAM, _BREAKS),
    "glued": _is("glued", lambda s, b: glued(s, b, REPEATED), _EMPTIES, _CELLS),
    "glued-once": _is("glued", lambda s, b: glued(s, b, ABSENT), _SPANS, _EMPTIES, _CELLS),
    "dump": _is("flowing", lambda s, b: sheet_dump(s, b, 180), *_STREAM, _BREAKS),
    "dump-narrow": _is("flowing", lambda s, b: sheet_dump(s, b, 110), *_STREAM, _BREAKS),
    "dump-cut": _is("flowing", lambda s, b: sheet_dump(s, b, 150, cut=True), *_STREAM, _BREAKS),
    "fixed": _fixed(Fixed()),
    "fixed-narrow": _fixed(Fixed(total=180)),
    "fixed-ruled": _fixed(Fixed(ruled=True)),
    "fixed-pages": _fixed(Fixed(page=40)),
    "fixed-centred": _fixed(Fixed(centred=True)),
    "fixed-centred-pages": _fixed(Fixed(centred=True, page=40)),
})  # fmt: skip
"""By the name of the rendering; the ones that end in -repeated print a merged cell in every row it covers."""

EXPORTS: Mapping[str, Rendering] = MappingProxyType({
    "office": Rendering("paragraphs", frozenset({_SPANS, _CELLS, _ROWS})),
    "raw": Rendering("flowing", frozenset({*_STREAM, _BREAKS})),
    "raw-centred": Rendering("flowing", frozenset({*_STREAM, _BREAKS}), centred=True),
    "layout": Rendering("fixed-width", frozenset({_SPANS, _BREAKS})),
    "layout-centred": Rendering("fixed-width", frozenset({_SPANS, _BREAKS}), centred=True),
})  # fmt: skip
"""By programs: LibreOffice's text, `pdftotext -raw` and `-layout`."""

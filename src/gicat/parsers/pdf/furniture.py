"""Page furniture: page numbers, and heads and feet that run through a document."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from statistics import median

from gicat.grid import Block, Paragraph
from gicat.parsers.pdf.layout import Placed

_MARGIN = 0.13  # of the page's height, at the top and the bottom
_SHARE = 0.6  # of the pages that show a running head
_PAGES = 3  # fewer pages than that tell nothing of what runs through a document
_PLACE = 0.01  # of the page's height: how far a running head may move
_LARGE = 1.2  # times the usual em: what is larger is a title, be it on every page

_NUMBER = re.compile(
    r"[\s\-—–·•.]*\d{1,4}(\s*[/／]\s*\d{1,4})?[\s\-—–·•.]*"
    r"|第\s*\d+\s*页\s*[,，/、]?\s*[(（]?\s*(共\s*\d+\s*页)?\s*[)）]?"
    r"|共\s*\d+\s*页\s*[,，/、]?\s*第\s*\d+\s*页"
    r"|(page\s*)?\d+\s*(of|/)\s*\d+|page\s*\d+",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def without_furniture(placed: list[Placed]) -> list[Block]:
    """The blocks, page furniture marked as such.

    Args:
        placed: the blocks of all pages that were read.
    """
    running = _running(placed)
    return [_marked(item, running) for item in placed]


def _marked(item: Placed, running: set[int]) -> Block:
    block = item.block
    if not isinstance(block, Paragraph) or not _in_margin(item):
        return block
    if id(item) in running or _NUMBER.fullmatch(block.text):
        return replace(block, furniture=True)
    return block


def _in_margin(item: Placed) -> bool:
    return item.bottom <= _MARGIN or item.top >= 1 - _MARGIN


def _running(placed: list[Placed]) -> set[int]:
    """Identities of the paragraphs that most pages show at the same place, with other digits at most."""
    pages = {item.page for item in placed}
    if len(pages) < _PAGES:
        return set()
    usual = median([item.size for item in placed if item.size] or [0.0])
    groups: dict[str, list[Placed]] = defaultdict(list)
    for item in placed:
        if isinstance(item.block, Paragraph) and _in_margin(item) and item.size <= _LARGE * usual:
            groups[_DIGITS.sub("0", item.block.text)].append(item)
    found: set[int] = set()
    for group in groups.values():
        middle = median(item.top for item in group)
        same = [item for item in group if abs(item.top - middle) <= _PLACE]
        if len({item.page for item in same}) >= _SHARE * len(pages):
            found |= {id(item) for item in same}
    return found

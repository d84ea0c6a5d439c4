"""The formats that are printed in this process, with their losses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from tests.laws.losses import BLANKS, PACKED, SHIFTED, UNMERGED, Loss
from tests.rendering import ENCODINGS, Structure, compose, docx_bytes, pipe_text, tab_text
from tests.rendering.strategy import Case
from tests.rendering.text import markdown_text

GLYPHS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "☑ □": ("☑", "□"), "■ □": ("■", "□"), "√ □": ("√", "□"), "☒ ☐": ("☒", "☐"), "● ○": ("●", "○"), "þ □": ("þ ", "□ "),
    "▲ △": ("▲", "△"), "■ 口": ("■", "口"), "R £": ("R", "£"),
})  # fmt: skip
"""Boxes as text exports print them; 口 and R £ are boxes only before an option of a codelist."""
LETTERS = ("■ 口", "R £")


@dataclass(frozen=True)
class Format:
    """A format.

    Attributes:
        suffix: of its files.
        losses: what it cannot carry.
        write: prints a case, with boxes as named.
        boxes: names of the checkbox encodings it may have.
    """

    suffix: str
    losses: Sequence[Loss]
    write: Callable[[Case, str], bytes]
    boxes: Sequence[str]


_PLAIN = Structure()


def docx_in_structure(case: Case, boxes: str, structure: Structure = _PLAIN) -> bytes:
    """A case as DOCX, in a variant of the markup."""
    return docx_bytes(compose(case.printed, case.house), ENCODINGS[boxes], structure)


def _tabs(case: Case, boxes: str) -> bytes:
    return tab_text(compose(case.printed, case.house), GLYPHS[boxes]).encode()


def _pipes(case: Case, boxes: str) -> bytes:
    return pipe_text(compose(case.printed, case.house), GLYPHS[boxes], packed=False).encode()


def _packed(case: Case, boxes: str) -> bytes:
    return pipe_text(compose(case.printed, case.house), GLYPHS[boxes]).encode()


def _markdown(case: Case, boxes: str) -> bytes:
    return markdown_text(compose(case.printed, case.house), GLYPHS[boxes]).encode()


FORMATS: Mapping[str, Format] = MappingProxyType({
    "DOCX": Format(".docx", (UNMERGED,), docx_in_structure, tuple(ENCODINGS)),
    "tab cells": Format(".txt", (BLANKS,), _tabs, tuple(GLYPHS)),
    "pipes": Format(".txt", (BLANKS,), _pipes, tuple(GLYPHS)),
    "packed pipes": Format(".txt", (BLANKS, PACKED, SHIFTED), _packed, tuple(GLYPHS)),
    "Markdown": Format(".md", (BLANKS,), _markdown, tuple(GLYPHS)),
})  # fmt: skip

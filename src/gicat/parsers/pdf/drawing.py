"""How much a page has to draw, counted before an engine is given it.

A form that draws ten others, which draw ten others each, is a page of a few hundred bytes that no engine ever comes to
the end of, and nothing in its process can stop it.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

from gicat.parsers.pdf.streams import FORM, branching, suspicious, unpacked

_DO = re.compile(rb"/([^\x00\t\n\f\r ()<>\[\]{}/%]+)\s+Do\b")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_DEEPEST = 40
"""Forms in each other that pdfium draws; what is in deeper ones it leaves out."""


@dataclass(slots=True)
class _Content:
    """What a stream draws: bytes of its own, and names of XObjects with how often."""

    size: int
    drawn: Counter[str]


@dataclass
class Drawing:
    """The pages of a file by how much they draw.

    Attributes:
        data, password: of the file.
        most: bytes of content of one page, forms counted each time they are drawn.
    """

    data: bytes
    password: str | None
    most: int
    # By address: the pages, which are kept, keep their document, and that all its objects.
    _contents: dict[int, _Content] = field(default_factory=dict)
    _costs: dict[tuple[int, int, int], int] = field(default_factory=dict)

    def beyond(self, number: int) -> bool:
        """Whether the page of a number, from 1, draws more than `most`.

        In a file so damaged that nobody can count in it, it does if any form could.
        """
        if not self._suspicious:
            return False
        try:
            page = next(islice(self._pages, number - 1, None), None)
            return self._branching if page is None else self._page(page) > self.most
        except Exception:  # noqa: BLE001 - pdfminer raises whatever a broken file makes it run into
            return self._branching

    @cached_property
    def _branching(self) -> bool:
        return branching(self.data, self.most)

    @cached_property
    def _suspicious(self) -> bool:
        return suspicious(self.data, self.most)

    @cached_property
    def _pages(self) -> list[Any]:
        from pdfminer.pdfdocument import PDFDocument
        from pdfminer.pdfpage import PDFPage
        from pdfminer.pdfparser import PDFParser

        return list(PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(self.data)), self.password or "")))

    def _page(self, page: Any) -> int:
        total = 0
        for stream in page.contents:
            content = self._content(_resolved(stream))
            total += content.size + self._forms(content, page.resources, 0)
            if total > self.most:
                break
        return total + sum(self._form(form, resources, 1) for form, resources in _beside(page))

    def _forms(self, content: _Content, resources: Any, depth: int) -> int:
        """What the forms cost that a content draws."""
        total = 0
        named = _mapping(_mapping(resources).get("XObject")) if content.drawn else {}
        for name, times in content.drawn.items():
            form = _resolved(named.get(name))
            if _name(_mapping(getattr(form, "attrs", None)).get("Subtype")) == "Form":
                total += times * self._form(form, resources, depth + 1)
            if total > self.most:
                break
        return total

    def _form(self, form: Any, outer: Any, depth: int) -> int:
        """What a form costs at a depth; without resources of its own it has those of what draws it."""
        own = _resolved(form.attrs.get("Resources"))
        key = id(form), depth, 0 if own else id(outer)
        if depth > _DEEPEST:
            return FORM
        if key not in self._costs:
            content = self._content(form)
            self._costs[key] = FORM + content.size + self._forms(content, own or outer, depth)
        return self._costs[key]

    def _content(self, stream: Any) -> _Content:
        known = self._contents.get(id(stream))
        if known is None:
            content = _decoded(stream, self.most)
            drawn = Counter(map(_unescaped, _DO.findall(content))) if b"Do" in content else Counter[str]()
            known = self._contents[id(stream)] = _Content(len(content), drawn)
        return known


def _beside(page: Any) -> Iterator[tuple[Any, Any]]:
    """What is drawn without being named in the content, and its resources if it has none of its own.

    These are the glyphs of Type 3 fonts and the looks of annotations.
    """
    for font in map(_mapping, _mapping(_mapping(page.resources).get("Font")).values()):
        for stream in _streams_in(font.get("CharProcs")):
            yield stream, font.get("Resources", page.resources)
    for annotation in _resolved(page.annots) or ():
        for stream in _streams_in(_mapping(_mapping(annotation).get("AP")).get("N")):
            yield stream, page.resources


def _streams_in(value: Any) -> Iterator[Any]:
    """A stream, or those in a dictionary of streams."""
    found = _resolved(value)
    if hasattr(found, "rawdata"):
        yield found
    elif isinstance(found, dict):
        yield from (stream for entry in found.values() if hasattr(stream := _resolved(entry), "rawdata"))


def _decoded(stream: Any, most: int) -> bytes:
    filters = [_name(name) for name, _ in stream.get_filters()]
    if filters in (["FlateDecode"], ["Fl"]) and stream.rawdata is not None:
        raw = stream.rawdata
        if stream.decipher:
            raw = stream.decipher(stream.objid, stream.genno, raw, stream.attrs)
        return unpacked(raw, most)
    return bytes(stream.get_data())


def _unescaped(name: bytes) -> str:
    return _ESCAPE.sub(lambda match: bytes((int(match[1], 16),)), name).decode("utf-8", "replace")


def _resolved(value: Any) -> Any:
    from pdfminer.pdftypes import resolve1

    return resolve1(value)


def _mapping(value: Any) -> Mapping[str, Any]:
    found = _resolved(value)
    return found if isinstance(found, dict) else {}


def _name(value: Any) -> str:
    return str(getattr(_resolved(value), "name", ""))

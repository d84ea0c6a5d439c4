"""The contract itself: one document as an object, several as an array in their order."""

from __future__ import annotations

import json
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic_core import PydanticSerializationError

from gicat.schema import Document
from gicat.writers.base import WriteOptions, mended

_INDENT = 1
_PIECE = 1 << 20
"""Bytes of a piece of the output."""
_TEXTS = {"__all__": {"place"}}


def write(documents: Iterable[Document], options: WriteOptions) -> Iterator[str]:
    """JSON text; keys in the order of the models, one space of indent, characters as they are.

    Lone surrogates become U+FFFD, since strict JSON readers refuse them.
    """
    if not options.array:
        for document in documents:
            yield from one(document, options)
            yield "\n"
        return
    comma = "[\n"
    for document in documents:
        yield comma + " "
        for piece in one(document, options):
            yield piece.replace("\n", "\n ")
        comma = ",\n"
    yield "[]\n" if comma == "[\n" else "\n]\n"


def one(document: Document, options: WriteOptions) -> Iterator[str]:
    """A document as JSON text without a final line feed, in pieces: as one it would take four times its bytes."""
    left_out = _left_out(options)
    try:
        data = document.__pydantic_serializer__.to_json(document, indent=_INDENT, exclude=left_out)
    except PydanticSerializationError:  # a lone surrogate; the fast way does not know what to do with it
        plain = document.model_dump(mode="json", exclude=left_out)
        yield mended(json.dumps(plain, ensure_ascii=False, indent=_INDENT))
        return
    decoder = getincrementaldecoder("utf-8")()
    for start in range(0, len(data), _PIECE):
        yield decoder.decode(data[start : start + _PIECE])


def _left_out(options: WriteOptions) -> dict[str, Any] | None:
    catalogue: dict[str, Any] = {}
    item = {name for name, kept in (("places", options.places), ("printed", options.printed)) if not kept}
    if item:
        catalogue["items"] = {"__all__": item}
    if options.places:
        return {"catalogues": {"__all__": catalogue}} if item else None
    catalogue |= {"columns": {"__all__": {"places"}}, "preamble": _TEXTS, "notes": _TEXTS}
    return {"catalogues": {"__all__": catalogue}, "unplaced": _TEXTS, "diagnostics": _TEXTS}

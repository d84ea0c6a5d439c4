"""The output formats. Adding one is one line here and one module beside this one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from gicat.errors import UsageError
from gicat.schema import Document
from gicat.writers.base import WriteOptions, Writer

WRITERS: Mapping[str, str] = MappingProxyType(
    {
        "json": "gicat.writers.json:write",
        "jsonl": "gicat.writers.jsonl:write",
        "csv": "gicat.writers.csv:write",
        "table": "gicat.writers.table:write",
    }
)


def suffix(name: str) -> str:
    """How the names of files of a format end."""
    return ".txt" if name == "table" else f".{name}"


def writer(name: str) -> Writer:
    """The writer of a format; imports its module.

    Raises:
        UsageError: if there is none of that name.
    """
    if name not in WRITERS:
        raise UsageError(f"no output format {name!r}; there are {', '.join(WRITERS)}")
    module, _, function = WRITERS[name].partition(":")
    return cast(Writer, getattr(import_module(module), function))


def write(documents: Iterable[Document], name: str, options: WriteOptions) -> str:
    """Documents as one text in a format."""
    return "".join(writer(name)(documents, options))

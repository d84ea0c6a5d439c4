"""Government information catalogues (政府信息公开目录) into data that can be trusted.

>>> import gicat
>>> document = gicat.parse("list.pdf")
>>> document.catalogues[0].items[0].channels[0].checked
>>> print(gicat.write(document, "csv"))

Importing this module is cheap: the models and the readers are imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from gicat.parsers.base import Source
    from gicat.schema import Document

__all__ = ["Document", "parse", "write"]


def parse(source: str | os.PathLike[str] | bytes | Source, **options: Any) -> Document:
    """The document that a file holds.

    Args:
        source: a path, the bytes of a file, or a `Source` (a name and bytes).
        **options: `language` ("en", "zh"), `tables` (numbers of tables, from 0), `audit` (bool),
            `lexicon` (words of one's own; `gicat.config.load(path).extension()` gives those of a gicat.toml), and
            those of reading: `password`, `encoding`, `dialect`, `pdf_engine`, `pages` (numbers, from 1),
            `limits` (a `gicat.parsers.base.Limits`), `clock`.

    Returns:
        The document. What is wrong with the file is in its `diagnostics`; a file that cannot be read
        at all gives a document without catalogues and a diagnostic of severity "error".

    Raises:
        OSError: if a path cannot be opened.
        gicat.errors.UsageError: for an option value that makes no sense.
        TypeError: for an option that does not exist.
    """
    from pathlib import Path

    from gicat.parsers.base import ReadOptions, Source
    from gicat.pipeline import Options, parse_source

    if isinstance(source, bytes):
        source = Source("-", source)
    elif not isinstance(source, Source):
        path = Path(source)
        source = Source(path.name, path.read_bytes())
    own = {name: options.pop(name) for name in ("language", "audit", "lexicon") if name in options}
    tables, pages = options.pop("tables", None), options.pop("pages", None)
    read = ReadOptions(pages=None if pages is None else frozenset(pages), **options)
    return parse_source(source, Options(read=read, tables=None if tables is None else frozenset(tables), **own))


def write(documents: Document | Iterable[Document], format: str = "json", **options: Any) -> str:
    """Documents as text.

    Args:
        documents: one document, or several.
        format: "json" (one document gives an object, several an array), "jsonl", "csv" or "table".
        **options: see `gicat.writers.WriteOptions`.

    Returns:
        The text; CSV begins with a byte order mark.

    Raises:
        gicat.errors.UsageError: for a format that does not exist.
        TypeError: for an option that does not exist.
    """
    from gicat.schema import Document
    from gicat.writers import WriteOptions
    from gicat.writers import write as write_all

    if isinstance(documents, Document):
        return write_all([documents], format, WriteOptions(**options))
    return write_all(documents, format, WriteOptions(array=True, **options))


def __getattr__(name: str) -> Any:
    if name == "Document":
        from gicat.schema import Document

        return Document
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

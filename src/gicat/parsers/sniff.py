"""Which format a file is of, believed from its content; its name only gives a warning when it disagrees."""

from __future__ import annotations

from pathlib import PurePath

from gicat.diagnostics import Diagnostic, Phrase, Result, found
from gicat.parsers.base import ReadOptions, Source
from gicat.parsers.containers import Inside, inside_ole, inside_zip
from gicat.parsers.formats import Format, plugins
from gicat.parsers.known import UNREADABLE
from gicat.parsers.registry import FORMATS
from gicat.parsers.signatures import is_blank, signature

Sniffed = tuple[str | None, Result[Format] | Diagnostic]


def sniff(source: Source, options: ReadOptions | None = None) -> Sniffed:
    """The format of a file.

    Args:
        source: the file.
        options: `limits.bytes` refuses a larger file; a given `encoding` says that the file is text.

    Returns:
        The format's name, None where none is recognised, and either the `Format` that reads it, with
        R008 if the file's name promises another one, or the diagnostic that says why none does:
        R001 encrypted, R002 empty, R003 damaged, R011 no reader, R018 too large.
    """
    options = options or ReadOptions()
    if len(source.data) > options.limits.bytes:
        size = Phrase(f"{len(source.data)} bytes", f"{len(source.data)} 字节")
        return None, found("R018", what=size, limit=f"bytes={options.limits.bytes}")
    if is_blank(source.data):
        return None, found("R002")
    inside = _look(source.data, options)
    if inside.problem:
        return inside.name, inside.problem
    readable = _reader(inside.name, source)
    if readable:
        return readable.name, Result.of(readable, _suffix_warning(source, readable))
    unreadable = UNREADABLE[inside.name or "binary"]
    name = None if inside.name == "binary" else inside.name
    return name, found("R011", format=unreadable.title, advice=unreadable.advice)


def _look(data: bytes, options: ReadOptions) -> Inside:
    name = signature(data)
    if name == "zip":
        return inside_zip(data, options.limits.parts)
    if name == "ole":
        return inside_ole(data)
    return Inside("text" if name == "binary" and options.encoding else name)


def _reader(name: str | None, source: Source) -> Format | None:
    """The format that reads what was recognised; installed packages are asked only where gicat has none."""
    for known in FORMATS:
        if known.name == name:
            return known
    for plugin in plugins():
        if plugin.name == name or (plugin.recognises and plugin.recognises(source.data, source.name)):
            return plugin
    return None


def _suffix_warning(source: Source, believed: Format) -> tuple[Diagnostic, ...]:
    """R008 if the suffix belongs to another format; a suffix that nobody knows promises nothing."""
    suffix = PurePath(source.name).suffix.lower()
    if suffix in believed.suffixes:
        return ()
    others = {ending for known in FORMATS for ending in known.suffixes}
    others |= {ending for unreadable in UNREADABLE.values() for ending in unreadable.suffixes}
    return (found("R008", suffix=suffix, format=believed.name),) if suffix in others else ()

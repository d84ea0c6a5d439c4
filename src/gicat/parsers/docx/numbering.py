"""Automatic list numbers: printed although no w:t holds them (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from gicat.parsers.docx.counting import FORMATS, written
from gicat.parsers.docx.glyphs import Glyph, rendered
from gicat.parsers.docx.names import RPR, VAL, Element, attribute, child, number, on, w
from gicat.parsers.docx.styles import NUMPR, PSTYLE, VANISH, Styles

_LEVEL = w("ilvl")
_REFERENCE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list (w:lvl)."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"
    style: str | None = None
    properties: Element | None = None


@dataclass(slots=True)
class _List:
    """A list in use (w:num): the levels it has, the starts it overrides, whose counters it shares."""

    abstract: str
    levels: dict[int, _Level]
    overrides: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted; asked for every paragraph in reading order.

    Attributes:
        silent: whether paragraphs count without printing their number, as in a covered cell.
        unknown: number formats met that are not known; they print as digits.
    """

    styles: Styles
    silent: bool = False
    unknown: set[str] = field(default_factory=set)
    _lists: dict[str, _List] = field(default_factory=dict)
    _counters: dict[str, list[int | None]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None, styles: Styles) -> Numbering:
        """The lists of a numbering part; none where there is no such part."""
        made = cls(styles)
        if root is None:
            return made
        abstracts = {a.get(w("abstractNumId"), ""): a for a in root.iterchildren(w("abstractNum"))}
        nums = {n.get(w("numId"), ""): n for n in root.iterchildren(w("num"))}
        for name, num in nums.items():
            key = attribute(num, w("abstractNumId")) or ""
            linked = attribute(abstracts.get(key), w("numStyleLink"))
            if linked is not None:  # the levels are in the list of that style (17.9.21)
                key = attribute(nums.get(styles.numbering(linked)[0] or ""), w("abstractNumId")) or key
            if key in abstracts:
                made._lists[name] = _list(key, abstracts[key], num)
        return made

    def label(self, properties: Element | None, style: str | None) -> tuple[list[str | Glyph], str]:
        """Count a paragraph and give its label's text and what stands between it and the paragraph's text.

        Args:
            properties: its w:pPr.
            style: the id of its paragraph style, if it names one.
        """
        if not self._lists:
            return [], ""
        name, depth = self._reference(properties, style)
        used = self._lists.get(name or "")
        if used is None or _mark_hidden(properties):
            return [], ""
        level = used.levels.get(depth)
        if level is None:
            return [], ""
        counters = self._count(used, depth, level)
        if self.silent:
            return [], ""
        text = self._text(level, used, counters)
        look = self.styles.paragraph(style)
        if level.properties is not None:
            look = self.styles.run(level.properties, look)
        return list(rendered(text, look)), "" if level.suffix == "nothing" or not text else " "

    def _reference(self, properties: Element | None, style: str | None) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own w:numPr, else its style's."""
        own = child(properties, NUMPR)
        name, own_level = attribute(own, w("numId")), attribute(own, _LEVEL)
        inherited, level, source = self.styles.numbering(style)
        if name is None:
            name = inherited
            used = self._lists.get(name or "")
            if level is None and used is not None:
                level = next((i for i, entry in used.levels.items() if entry.style == source), None)
        return name, min(_LEVELS - 1, max(0, number(own_level, level or 0)))

    def _count(self, used: _List, depth: int, level: _Level) -> list[int | None]:
        counters = self._counters.setdefault(used.abstract, [None] * _LEVELS)
        override = used.overrides.pop(depth, None)
        count = counters[depth]
        if override is not None:
            counters[depth] = override
        else:
            counters[depth] = level.start if count is None else count + 1
        for below in range(depth + 1, _LEVELS):
            restart = used.levels[below].restart if below in used.levels else None
            if restart is None or depth < restart:  # w:lvlRestart counts levels from 1; 0 is never (17.9.10)
                counters[below] = None
        return counters

    def _text(self, level: _Level, used: _List, counters: list[int | None]) -> str:
        if level.format in ("bullet", "none"):
            return level.text if level.format == "bullet" else _REFERENCE.sub("", level.text)

        def counted(reference: re.Match[str]) -> str:
            index = int(reference[1]) - 1
            other = used.levels.get(index, _Level())
            if counters[index] is None:
                counters[index] = other.start
            name = "decimal" if level.legal else other.format
            if name not in FORMATS:
                self.unknown.add(name)
                name = "decimal"
            return written(counters[index] or 0, name)

        return _REFERENCE.sub(counted, level.text)


def _list(key: str, abstract: Element, num: Element) -> _List:
    levels = {number(e.get(_LEVEL), 0): _level(e) for e in abstract.iterchildren(w("lvl"))}
    overrides: dict[int, int] = {}
    for entry in num.iterchildren(w("lvlOverride")):
        index = number(entry.get(_LEVEL), 0)
        replaced = child(entry, w("lvl"))
        if replaced is not None:
            levels[index] = _level(replaced)
        start = attribute(entry, w("startOverride"))
        if start is not None:
            overrides[index] = number(start, 1)
            levels[index] = replace(levels.get(index, _Level()), start=overrides[index])
    return _List(key, levels, overrides)


def _level(element: Element) -> _Level:
    restart = attribute(element, w("lvlRestart"))
    legal = child(element, w("isLgl"))
    return _Level(
        number(attribute(element, w("start")), 0),
        attribute(element, w("numFmt")) or "decimal",
        attribute(element, w("lvlText")) or "",
        None if restart is None else number(restart, 0),
        legal is not None and on(legal.get(VAL)),
        attribute(element, w("suff")) or "tab",
        attribute(element, PSTYLE),
        child(element, RPR),
    )


def _mark_hidden(properties: Element | None) -> bool:
    """Whether the paragraph's end, and with it its number, is hidden or deleted."""
    mark = child(properties, RPR)
    if mark is None:
        return False
    vanish = child(mark, VANISH)
    return child(mark, w("del")) is not None or (vanish is not None and on(vanish.get(VAL)))

"""Run properties that decide what a character looks like: fonts and hiding, by style (ECMA-376 Part 1, 17.7)."""

from __future__ import annotations

from dataclasses import dataclass, field

from gicat import marks
from gicat.parsers.docx.names import PPR, RPR, VAL, Element, attribute, child, number, on, w

RFONTS, RSTYLE, VANISH, PSTYLE, NUMPR = (w(n) for n in ("rFonts", "rStyle", "vanish", "pStyle", "numPr"))
_SLOTS = (
    (w("ascii"), w("asciiTheme")),
    (w("hAnsi"), w("hAnsiTheme")),
    (w("eastAsia"), w("eastAsiaTheme")),
    (w("cs"), w("cstheme")),
)
_HINT = w("hint")
_MAX_BASES = 32  # a chain of w:basedOn longer than this is a loop


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """The fonts of a run and whether it is hidden; `Styles` makes few, so they are compared by identity.

    Attributes:
        ascii, high, east, complex: fonts for ASCII, other Latin, East Asian and complex scripts (17.3.2.26).
        hint_east: whether characters of several scripts use the East Asian font.
        hidden: w:vanish; hidden text is not printed.
        symbolic: whether any of the fonts is a symbol font.
    """

    ascii: str | None = None
    high: str | None = None
    east: str | None = None
    complex: str | None = None
    hint_east: bool = False
    hidden: bool = False
    symbolic: bool = False


@dataclass(slots=True)
class _Style:
    based_on: str | None
    properties: Element | None
    numbering: tuple[str | None, int | None] = (None, None)


@dataclass(slots=True)
class Styles:
    """The styles of a document.

    Attributes:
        default_paragraph: the id of the style of paragraphs that name none.
    """

    default_paragraph: str | None = None
    _styles: dict[str, _Style] = field(default_factory=dict)
    _defaults: Element | None = None
    _paragraphs: dict[str | None, Look] = field(default_factory=dict)
    _looks: dict[object, Look] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """The styles of a styles part; plain ones where there is none."""
        styles = cls()
        if root is None:
            return styles
        styles._defaults = child(child(child(root, w("docDefaults")), w("rPrDefault")), RPR)
        for style in root.iterchildren(w("style")):
            name = style.get(w("styleId"))
            if name is None:
                continue
            listed = child(child(style, PPR), NUMPR)
            level = attribute(listed, w("ilvl"))
            numbering = (attribute(listed, w("numId")), None if level is None else number(level, 0))
            styles._styles[name] = _Style(attribute(style, w("basedOn")), child(style, RPR), numbering)
            default = style.get(w("default"))
            if style.get(w("type")) == "paragraph" and default is not None and on(default):
                styles.default_paragraph = name
        return styles

    def paragraph(self, style: str | None) -> Look:
        """The look of a paragraph's runs that say nothing themselves."""
        look = self._paragraphs.get(style)
        if look is None:
            look = _with(Look(), self._defaults)
            for properties in self._chain(style or self.default_paragraph):
                look = _with(look, properties)
            self._paragraphs[style] = look
        return look

    def run(self, properties: Element, base: Look) -> Look:
        """The look of a run with these w:rPr in a paragraph of look `base`."""
        fonts = style = vanish = None
        for entry in properties.iterchildren(RFONTS, RSTYLE, VANISH):
            if entry.tag == RFONTS:
                fonts = entry
            elif entry.tag == RSTYLE:
                style = entry.get(VAL)
            else:
                vanish = on(entry.get(VAL))
        if fonts is None and style is None and vanish is None:
            return base
        key = (base, style, vanish, None if fonts is None else tuple(fonts.items()))
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self._resolve(base, style, properties)
        return look

    def numbering(self, style: str | None) -> tuple[str | None, int | None, str | None]:
        """The list (w:numId) and level of a paragraph style, and the style of its chain that says so."""
        style = style or self.default_paragraph
        for _ in range(_MAX_BASES):
            entry = self._styles.get(style or "")
            if entry is None:
                break
            if entry.numbering[0] is not None:
                return *entry.numbering, style
            style = entry.based_on
        return None, None, None

    def _resolve(self, base: Look, style: str | None, properties: Element) -> Look:
        look = base
        hidden = False
        for layer in self._chain(style):
            look = _with(look, layer)
            vanish = child(layer, VANISH)
            hidden = on(vanish.get(VAL)) if vanish is not None else hidden
        if style is not None:
            # A toggle property of paragraph and character style cancels out (17.7.3).
            look = _hidden(look, base.hidden != hidden)
        return _with(look, properties)

    def _chain(self, style: str | None) -> list[Element]:
        """The run properties of a style and of those it is based on, the base first."""
        layers: list[Element] = []
        for _ in range(_MAX_BASES):
            entry = self._styles.get(style or "")
            if entry is None:
                break
            if entry.properties is not None:
                layers.append(entry.properties)
            style = entry.based_on
        return layers[::-1]


def _with(look: Look, properties: Element | None) -> Look:
    fonts, vanish = child(properties, RFONTS), child(properties, VANISH)
    if fonts is not None:
        before = (look.ascii, look.high, look.east, look.complex)
        ascii_, high, east, complex_ = (_named(fonts, *slot, had) for slot, had in zip(_SLOTS, before, strict=True))
        hint = fonts.get(_HINT)
        hint_east = look.hint_east if hint is None else hint == "eastAsia"
        symbolic = any(marks.symbol_font(name) for name in (ascii_, high, east, complex_))
        look = Look(ascii_, high, east, complex_, hint_east, look.hidden, symbolic)
    if vanish is not None:
        look = _hidden(look, on(vanish.get(VAL)))
    return look


def _named(fonts: Element, name: str, theme: str, before: str | None) -> str | None:
    """The font of one slot: a theme font supersedes a named one (17.3.2.26), and no theme has a symbol font."""
    return None if fonts.get(theme) is not None else fonts.get(name) or before


def _hidden(look: Look, hidden: bool) -> Look:
    return Look(look.ascii, look.high, look.east, look.complex, look.hint_east, hidden, look.symbolic)

"""What a walk over a document finds worth saying, and how much it may still read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from gicat.diagnostics import Diagnostic, found, pictured
from gicat.grid import Place
from gicat.parsers.base import ReadOptions
from gicat.parsers.docx.glyphs import Glyph
from gicat.parsers.docx.names import CHOICE, FALLBACK, Element, alternative, shown

NOWHERE = Place()


@dataclass(slots=True)
class Findings:
    """Collects diagnostics; what repeats is counted.

    Attributes:
        place: the cell being read, for the diagnostics about what is in it.
    """

    place: Place = NOWHERE
    _said: list[Diagnostic] = field(default_factory=list)
    _unknown: dict[str, int] = field(default_factory=dict)
    _pictures: int = 0
    _unresolved: dict[str, tuple[Place, list[str]]] = field(default_factory=dict)

    def say(self, code: str, *, text: str | None = None, **details: object) -> None:
        """Add a diagnostic at the current place."""
        said = found(code, self.place, **details)
        self._said.append(said if text is None else replace(said, text=text))

    def unknown(self, what: Element | str) -> None:
        """Count an element, or another thing by its name, that is not understood (R007)."""
        name = what if isinstance(what, str) else shown(what)
        self._unknown[name] = self._unknown.get(name, 0) + 1

    def picture(self) -> None:
        """Count a picture that stands where a box stands."""
        self._pictures += 1

    def branch(self, alternate: Element) -> Element | None:
        """The branch of mc:AlternateContent that counts; what is neither choice nor fallback has no place in it."""
        for entry in alternate.iterchildren("*"):
            if entry.tag not in (CHOICE, FALLBACK):
                self.unknown(entry)
        return alternative(alternate)

    def unresolved(self, glyph: Glyph) -> None:
        """Note a symbol that has no known meaning (R015, one for each font)."""
        _, codes = self._unresolved.setdefault(glyph.font or "?", (self.place, []))
        codes.append("?" if glyph.code is None else f"0x{glyph.code:02X}")

    def all(self) -> tuple[Diagnostic, ...]:
        """Everything found."""
        symbols = [
            Diagnostic("R015", {"font": font, "code": ", ".join(dict.fromkeys(codes))}, place)
            for font, (place, codes) in self._unresolved.items()
        ]
        unknown = [found("R007", count=count, element=name) for name, count in self._unknown.items()]
        return (*self._said, *symbols, *unknown, *([pictured(self._pictures)] if self._pictures else []))


@dataclass(slots=True)
class Budget:
    """The limits that are used up while walking: slots of tables and seconds.

    Attributes:
        spent: whether a limit was reached; nothing more is to be read.
    """

    options: ReadOptions
    findings: Findings
    spent: bool = False
    _slots: int = 0
    _started: float = field(init=False)

    def __post_init__(self) -> None:
        self._started = self.options.clock() if self.options.clock else 0.0

    def spend(self, slots: int) -> bool:
        """Take so many table slots; False, with R005 once, when a limit is reached."""
        limits, clock = self.options.limits, self.options.clock
        self._slots += slots
        if self._slots > limits.cells:
            self._stop(f"{limits.cells} cells")
        elif clock is not None and clock() - self._started > limits.seconds:
            self._stop(f"{limits.seconds:g} s")
        return not self.spent

    def _stop(self, limit: str) -> None:
        if not self.spent:
            self.spent = True
            self.findings.say("R005", limit=limit, what="the rest of the document")

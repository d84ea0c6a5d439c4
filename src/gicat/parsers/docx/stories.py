"""The parts of a document whose text is printed: body, notes, headers and footers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gicat.diagnostics import Diagnostic, found
from gicat.errors import UnreadableError
from gicat.parsers.docx.names import RELATIONSHIPS, VAL, Element, child, on, w
from gicat.parsers.docx.numbering import Numbering
from gicat.parsers.docx.package import LimitError, Package, PartError, Relationship
from gicat.parsers.docx.styles import Styles

_ID, _TYPE, _RID = w("id"), w("type"), f"{{{RELATIONSHIPS}}}id"
_HEADER, _FOOTER = w("headerReference"), w("footerReference")


@dataclass(slots=True)
class Stories:
    """The parts of a package that a reading needs.

    Attributes:
        body: w:body.
        styles, numbering: what the properties of its paragraphs refer to.
        damage: what could not be read (R013).
    """

    package: Package
    body: Element
    styles: Styles
    numbering: Numbering
    damage: list[Diagnostic]
    _links: list[Relationship]

    @classmethod
    def open(cls, package: Package) -> Stories:
        """Read the main part and what it refers to.

        Raises:
            UnreadableError: if there is no main part to be read.
        """
        damage: list[Diagnostic] = []
        name = package.main()
        body = child(_main_tree(package, name, damage), w("body"))
        if body is None:
            raise UnreadableError("R003", reason=f"{name} has no body, so it is no Word document")
        try:
            links = package.relationships(name)
        except PartError as error:
            damage.append(found("R013", reason=str(error)))
            links = []
        stories = cls(package, body, Styles(), Numbering(Styles()), damage, links)
        stories.styles = Styles.of(stories.part("styles"))
        stories.numbering = Numbering.of(stories.part("numbering"), stories.styles)
        return stories

    def part(self, kind: str) -> Element | None:
        """The root of the part that the main part refers to as "styles", "numbering", …, or None."""
        return next((self._tree(link.target) for link in self._links if link.kind == kind), None)

    def headers(self) -> Iterator[Element]:
        """The headers that are printed on some page, each once."""
        return self._referenced(_HEADER)

    def footers(self) -> Iterator[Element]:
        """The footers that are printed on some page, each once."""
        return self._referenced(_FOOTER)

    def notes(self, references: Iterable[tuple[str, str]]) -> Iterator[Element]:
        """The footnotes and endnotes of these (element name, id), in this order, each once."""
        wanted = list(dict.fromkeys(references))
        for kind in dict.fromkeys(kind for kind, _ in wanted):
            root = self.part(f"{kind}s")
            if root is None:
                continue
            notes = {note.get(_ID, ""): note for note in root.iterchildren(w(kind))}
            yield from (notes[name] for of, name in wanted if of == kind and name in notes)

    def _referenced(self, tag: str) -> Iterator[Element]:
        """Headers or footers: those for first and even pages only where such pages differ (17.10.1, 17.10.6)."""
        targets = {link.id: link.target for link in self._links}
        printed = {"default"}
        if any(on(title.get(VAL)) for title in self.body.iter(w("titlePg"))):
            printed.add("first")
        even = child(self.part("settings"), w("evenAndOddHeaders"))
        if even is not None and on(even.get(VAL)):
            printed.add("even")
        names = [
            targets.get(reference.get(_RID, ""))
            for reference in self.body.iter(tag)
            if reference.get(_TYPE, "default") in printed
        ]
        for name in dict.fromkeys(names):
            root = self._tree(name) if name is not None else None
            if root is not None:
                yield root

    def _tree(self, name: str) -> Element | None:
        try:
            return self.package.tree(name)
        except PartError as error:
            said = found("R013", reason=str(error))
            if said not in self.damage:
                self.damage.append(said)
            return None


def _main_tree(package: Package, name: str, damage: list[Diagnostic]) -> Element:
    """The main part, or as much of it as could be made out."""
    try:
        return package.tree(name)
    except LimitError as error:
        raise error.refused() from error
    except PartError as error:
        reason = str(error)
    try:
        root = package.salvaged(name)
    except PartError as error:
        raise UnreadableError("R003", reason=reason) from error
    if root is None:
        raise UnreadableError("R003", reason=reason)
    damage.append(found("R013", reason=reason))
    return root

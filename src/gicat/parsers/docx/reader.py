"""Reads a Word document into blocks."""

from __future__ import annotations

from collections.abc import Iterable

from gicat.diagnostics import Result
from gicat.errors import UnreadableError
from gicat.grid import Block, Reading, Sighting
from gicat.parsers.base import ReadOptions, Source
from gicat.parsers.docx.findings import Budget, Findings
from gicat.parsers.docx.handlers import HANDLERS
from gicat.parsers.docx.inline import Inline
from gicat.parsers.docx.names import Element
from gicat.parsers.docx.package import Package
from gicat.parsers.docx.sightings import Sighter
from gicat.parsers.docx.sinks import BodySink
from gicat.parsers.docx.stories import Stories
from gicat.parsers.docx.walk import Walk


class DocxReader:
    """Implements `gicat.parsers.base.Reader` for Word documents (DOCX, DOCM, DOTX)."""

    def read(self, source: Source, options: ReadOptions) -> Result[Reading]:
        """The headers, body, notes and footers of a document.

        Headers and footers are furniture, once each. Tables nested in a cell follow the table they stand in.

        Raises:
            UnreadableError: R001 encrypted, R002 empty, R003 no readable Word document in it.
        """
        stories = Stories.open(Package(source.data, options.limits))
        try:
            return _walk(stories, options)
        except RecursionError as error:  # only where the limit of depth was raised beyond what the stack bears
            raise UnreadableError("R003", reason="its XML nests too deep to be walked") from error

    def sightings(self, source: Source, options: ReadOptions) -> Iterable[Sighting]:
        """The characters of each printed paragraph, straight from the XML."""
        return Sighter(Stories.open(Package(source.data, options.limits))).all()


def _walk(stories: Stories, options: ReadOptions) -> Result[Reading]:
    findings = Findings()
    inline = Inline(stories.styles, findings, HANDLERS)
    walk = Walk(inline, stories.numbering, Budget(options, findings))

    def read(elements: Iterable[Element], *, furniture: bool = False) -> list[Block]:
        sink = BodySink(furniture=furniture)
        for element in elements:
            inline.fields.enter(element)
            walk.story(element, sink)
        return sink.blocks

    body = read([stories.body])
    blocks = [
        *read(stories.headers(), furniture=True),
        *body,
        *read(stories.notes(inline.notes)),
        *read(stories.footers(), furniture=True),
    ]
    for name in sorted(stories.numbering.unknown):
        findings.unknown(f"number format {name}")
    return Result(Reading(tuple(blocks)), (*stories.damage, *findings.all()))

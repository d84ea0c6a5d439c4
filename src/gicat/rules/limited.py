"""Rules that compare the deadline of one kind of item with the limit of a document: L009, L010, L011."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from gicat import schema
from gicat.diagnostics import Phrase
from gicat.rules.base import Finding
from gicat.rules.context import Context
from gicat.rules.law import LawRule
from gicat.rules.lengths import compare
from gicat.rules.statutory import concerned, limit, limit_length, limits, term_length
from gicat.text import squeeze


class LimitRule(LawRule):
    """A limit for the items that `limit.CODE` in statute.toml describes.

    Subclasses set `longer`: what to say of a longer deadline, behind its words; and `advice`.
    """

    longer: ClassVar[Phrase]
    advice: ClassVar[Phrase]

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        """Deadlines of which every limit is longer, in weeks without holidays."""
        allowed = limit_length(self.code)
        for _, where in concerned(document, limit(self.code), "deadline", context.profile):
            item = where["within"]
            given = limits(item)
            if not given or not all(compare(term_length(term), allowed) == "longer" for term in given):
                continue
            shown = squeeze(item.deadline.text if item.deadline else "")
            yield self.found(
                Phrase(
                    f"“{item.name}”: “{shown}” {self.longer.en}",
                    f"“{item.name}”的时限“{shown}”{self.longer.zh}",
                ),
                self.advice,
                quote=item.printed.get("deadline") or shown,
                **where,
            )

"""Rules that find something simple, to watch the machine that runs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.rules.base import BatchRule, Finding, Fix, Rule, items
from gicat.rules.context import Context


def same(text: str) -> Phrase:
    return Phrase(text, text)


class Phone(Rule):
    """Content that mentions a telephone; the fix writes 电话号码, and says so once."""

    code, name, severity = "V901", "phone-named", Severity.WARNING
    title = Phrase("a telephone is mentioned", "提到电话")
    fixable = "safe"
    options: ClassVar[Mapping[str, object]] = {"word": "电话", "most": 3}

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        word = str(context.option(self.code, "word", "电话"))
        for catalogue, index, item in items(document):
            if word in (item.content or "") and "电话号码" not in (item.content or ""):

                def apply(mended: schema.Document, catalogue: int = catalogue, index: int = index) -> None:
                    one = mended.catalogues[catalogue].items[index]
                    one.content = (one.content or "").replace(word, "电话号码")

                fix = Fix(apply, safe=True, before=word, after="电话号码")
                yield self.found(same("telephone"), same("say number"), catalogue=catalogue, item=index, within=item,
                                 field="content", quote=word, fix=fix)  # fmt: skip


class Short(Rule):
    """A name of less than five characters; an unsafe fix makes it longer."""

    code, name, severity = "V902", "name-short", Severity.ERROR
    title = Phrase("a short name", "名称过短")
    fixable = "unsafe"

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        for catalogue, index, item in items(document):
            if item.name and len(item.name) < 5:

                def apply(mended: schema.Document, catalogue: int = catalogue, index: int = index) -> None:
                    mended.catalogues[catalogue].items[index].name += "事项"  # type: ignore[operator]

                fix = Fix(apply, safe=False, before=item.name, after=f"{item.name}事项")
                yield self.found(same("short"), catalogue=catalogue, item=index, within=item, field="name", fix=fix)


class Untitled(Rule):
    """Two findings about a catalogue that nothing tells apart."""

    code, name, severity = "F901", "always-twice", Severity.INFO
    title = Phrase("twice", "两次")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        for number, _ in enumerate(document.catalogues):
            yield self.found(same("once"), catalogue=number)
            yield self.found(same("once"), catalogue=number)


class Sibling(BatchRule):
    """The second and later documents of a run."""

    code, name, severity = "C901", "not-the-first", Severity.WARNING
    title = Phrase("not the first", "并非首份")

    def digest(self, document: schema.Document, context: Context) -> object:
        return document.source.name

    def compare(self, digests: Sequence[str]) -> Iterator[tuple[int, Finding]]:
        for index in range(1, len(digests)):
            yield index, Finding(self.code, self.severity, same(f"number {index}"))


class Broken(Rule):
    """A rule with a fault."""

    code, name, severity = "X901", "broken", Severity.ERROR
    title = Phrase("broken", "出错")

    def check(self, document: schema.Document, context: Context) -> Iterator[Finding]:
        raise ZeroDivisionError(self.code)


RULES: tuple[Rule | BatchRule, ...] = (Phone(), Short(), Untitled(), Sibling())

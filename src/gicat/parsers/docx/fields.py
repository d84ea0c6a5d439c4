"""Complex fields (ECMA-376 Part 1, 17.16.18): the code between begin and separate is not printed, the result is."""

from __future__ import annotations

from dataclasses import dataclass, field

from gicat.parsers.docx import checkboxes
from gicat.parsers.docx.names import CHOICE, DROPPED, FALLBACK, FLD_CHAR, TEXTBOX, Element, R, w
from gicat.parsers.docx.text import TextBuilder

TYPE = w("fldCharType")
_HOLDERS = frozenset({R, CHOICE, FALLBACK})
"""What a w:fldChar may stand in: a run, or alternate content in a run."""
_UNREAD = DROPPED | {FLD_CHAR}
"""What nobody looks into for fields: the data of a form field hold none."""


@dataclass(slots=True)
class Field:
    """A field that has begun.

    Attributes:
        code: its instruction so far.
        result: whether its result has begun.
        replaced: whether something else was printed for it, so that its result is not.
        start: the length of the text when its result began.
        state: of the legacy checkbox that it is, else None.
        box: the offset of that checkbox.
        said: what its result holds, where that is not printed.
    """

    code: list[str] = field(default_factory=list)
    result: bool = False
    replaced: bool = False
    start: int = -1
    state: bool | None = None
    box: int = -1
    said: list[str] = field(default_factory=list)

    def stored(self, length: int) -> bool:
        """Whether something was printed for it by the time the text is `length` characters long."""
        return self.replaced or (self.result and length != self.start)


@dataclass(slots=True)
class Fields:
    """The fields that are open at a point of a story; they may span paragraphs and nest.

    Attributes:
        muted: whether what stands here is not printed.
    """

    muted: bool = False
    _paired: set[Element] = field(default_factory=set)
    _open: list[Field] = field(default_factory=list)

    def enter(self, story: Element) -> None:
        """Begin another part of the document."""
        self.muted, self._paired, self._open = False, paired(story), []

    def instruct(self, code: str) -> None:
        """Add to the code of the innermost field."""
        if self._open and not self._open[-1].result:
            self._open[-1].code.append(code)

    def mutter(self, text: str) -> None:
        """Note what stands in a result and is not printed: a part of the code around it, or a form field's."""
        if self._open and self._open[-1].result:
            self._open[-1].said.append(text)

    def step(self, element: Element, out: TextBuilder, *, hidden: bool) -> Field | None:
        """Go on at a w:fldChar; the field that ends here.

        The box or entry of a legacy form field is written where the field begins.
        """
        kind, ended = element.get(TYPE), None
        if kind == "begin":
            begun = Field() if self.muted or hidden else _form_field(element, out)
            if element in self._paired:
                self._open.append(begun)
        elif element in self._paired and self._open:
            if kind == "separate":
                self._open[-1].result, self._open[-1].start = True, out.length
            else:
                ended = self._open.pop()
        self.muted = any(entry.replaced or not entry.result for entry in self._open)
        return ended


def paired(story: Element) -> set[Element]:
    """The w:fldChar of a story that belong to a field which also ends.

    A field that never ends would swallow the rest of the document, so it is as if it were not there. Text boxes, which
    are read after their paragraph, are stories of their own.
    """
    closed: set[Element] = set()
    stacks: dict[Element | None, list[list[Element]]] = {}
    for mark in story.iter(FLD_CHAR):
        kind, parent = mark.get(TYPE), mark.getparent()
        if parent is None or parent.tag not in _HOLDERS or any(above.tag in _UNREAD for above in mark.iterancestors()):
            continue
        stack = stacks.setdefault(next(mark.iterancestors(TEXTBOX), None), [])
        if kind == "begin":
            stack.append([mark])
        elif stack:
            stack[-1].append(mark)
            if kind == "end":
                closed.update(stack.pop())
    return closed


def _form_field(begin: Element, out: TextBuilder) -> Field:
    """A field that begins; if it is a legacy form field, it is written."""
    state = checkboxes.form_field_state(begin)
    if state is not None:
        box = checkboxes.box(state)
        out.control(box, state)
        return Field(replaced=True, state=state, box=out.length - len(box))
    entry = checkboxes.chosen_entry(begin)
    if entry is not None:
        out.add(entry)
    return Field(replaced=entry is not None)

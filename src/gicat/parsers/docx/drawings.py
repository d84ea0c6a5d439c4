"""Text in drawings: text boxes, WordArt and plain DrawingML text; pictures have none."""

from __future__ import annotations

from collections.abc import Iterator

from gicat.parsers.docx.findings import Findings
from gicat.parsers.docx.names import ALTERNATE, DRAWN_P, DRAWN_T, SILENT, TBL, TEXTBOX, TEXTPATH, Element, P, R, T

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
_STRAY = frozenset({P, R, T, TBL})
"""What belongs into a text box, and is read all the same where it stands in a drawing without one."""

UNREAD = frozenset({
    "{urn:schemas-microsoft-com:office:office}OLEObject",
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}control",
    f"{{{_DRAWING}chart}}chart",
    f"{{{_DRAWING}diagram}}relIds",
})  # fmt: skip
"""Objects kept in parts of their own that are not read: embedded files, ActiveX controls, charts, SmartArt."""


def drawn(element: Element, findings: Findings) -> Iterator[Element | str]:
    """The w:txbxContent of a w:drawing, w:pict or w:object, those inside others left out, strays, and its other texts.

    Those are WordArt (VML) and the paragraphs of DrawingML (a:p, ECMA-376 Part 1, 21.1.2.2.6).
    """
    for entry in element:
        if entry.tag == TEXTBOX:
            yield entry
        elif entry.tag in _STRAY:
            findings.unknown(entry)
            yield entry if entry.tag != T else entry.text or ""
        elif entry.tag == DRAWN_P:
            yield "".join(text.text or "" for text in entry.iter(DRAWN_T))
        elif entry.tag in SILENT:
            continue
        elif entry.tag == ALTERNATE:
            branch = findings.branch(entry)
            if branch is not None:
                yield from drawn(branch, findings)
        else:
            if entry.tag in UNREAD:
                findings.unknown(entry)
            if entry.tag == TEXTPATH and entry.get("string"):
                yield entry.get("string", "")
            yield from drawn(entry, findings)

"""Names of WordprocessingML (ECMA-376 Part 1, 17): namespaces, elements, and what of it never prints."""

from __future__ import annotations

from lxml import etree

Element = etree._Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
VML = "urn:schemas-microsoft-com:vml"
XML = "http://www.w3.org/XML/1998/namespace"

STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": WORD,
    "http://purl.oclc.org/ooxml/officeDocument/math": MATH,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONSHIPS,
}
"""Strict namespaces (ECMA-376 Part 1, Annex A) and the transitional ones that mean the same."""


def w(name: str) -> str:
    """An element or attribute of the main namespace in Clark notation."""
    return f"{{{WORD}}}{name}"


P, R, T, TBL, TR, TC, SDT = (w(n) for n in ("p", "r", "t", "tbl", "tr", "tc", "sdt"))
PPR, RPR, TRPR, TCPR, SDTPR = (w(n) for n in ("pPr", "rPr", "trPr", "tcPr", "sdtPr"))
W_DRAWING, PICT = w("drawing"), w("pict")
SDT_CONTENT, TEXTBOX = w("sdtContent"), w("txbxContent")
FLD_CHAR, FLD_SIMPLE, INSTR_TEXT, SYM = (w(n) for n in ("fldChar", "fldSimple", "instrText", "sym"))
VMERGE, HMERGE, CELL_MERGE = w("vMerge"), w("hMerge"), w("cellMerge")
CHANGED_MERGES = {"rest": "restart", "cont": "continue"}
"""The values of w:cellMerge, a merge made by a tracked change (17.13.5.1), in the words of w:vMerge."""
VAL = w("val")
CHECKBOX_14, CHECKED_14, VAL_14 = (f"{{{WORD_2010}}}{n}" for n in ("checkbox", "checked", "val"))
FONT_14 = f"{{{WORD_2010}}}font"
STATES_14 = ((f"{{{WORD_2010}}}checkedState", True), (f"{{{WORD_2010}}}uncheckedState", False))
ALTERNATE, CHOICE, FALLBACK = (f"{{{COMPATIBILITY}}}{n}" for n in ("AlternateContent", "Choice", "Fallback"))
MATH_TEXT = f"{{{MATH}}}t"
DRAWN_P, DRAWN_T = (f"{{{DRAWING}}}{n}" for n in ("p", "t"))
TEXTPATH = f"{{{VML}}}textpath"

WRAPPERS = frozenset(w(n) for n in ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "bdo", "dir", "sdtContent"))
"""Elements that say something about their content, which is printed all the same."""

DROPPED = frozenset(w(n) for n in ("del", "moveFrom"))
"""Tracked deletions (17.13.5): their content is not printed once the change is accepted."""

IGNORED = frozenset(w(n) for n in (
    "pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "smartTagPr",
    "customXmlPr", "fldData", "proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
    "commentReference", "annotationRef", "permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd",
    "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
    "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart",
    "customXmlMoveToRangeEnd", "lastRenderedPageBreak", "softHyphen", "delText", "delInstrText", "footnoteRef",
    "endnoteRef", "separator", "continuationSeparator",
)) | frozenset(f"{{{WORD_2010}}}{n}" for n in (
    "conflictIns", "conflictDel", "customXmlConflictInsRangeStart", "customXmlConflictInsRangeEnd",
    "customXmlConflictDelRangeStart", "customXmlConflictDelRangeEnd",
))  # fmt: skip
"""Elements known to print nothing of their own."""

LEAVES = frozenset((*(w(n) for n in ("t", "sym", "tab", "ptab", "br", "cr", "noBreakHyphen", "footnoteReference",
                                     "endnoteReference", "instrText")), MATH_TEXT))  # fmt: skip
"""Elements that hold no others."""

SILENT = IGNORED | DROPPED
"""Elements of which nothing is printed, whatever they hold."""

UNDERSTOOD = frozenset({
    WORD, WORD_2010, MATH, VML,
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "http://schemas.microsoft.com/office/word/2012/wordml",
    "http://schemas.microsoft.com/office/drawing/2010/main",
})  # fmt: skip
"""Namespaces of which all text is understood, for the choice between alternate contents."""

_CELL_DELETED = w("cellDel")
_FALSE = frozenset({"0", "false", "off"})


def on(value: str | None) -> bool:
    """The value of an ST_OnOff attribute (ECMA-376 Part 1, 22.9.2.7); absent means true."""
    return value is None or value not in _FALSE


def number(value: str | None, default: int) -> int:
    """An attribute that should be a whole number; `default` where it is not."""
    try:
        return int(value) if value is not None else default
    except ValueError:
        return default


def child(element: Element | None, *tags: str) -> Element | None:
    """The first child with one of these names."""
    return None if element is None else next(element.iterchildren(*tags), None)


def attribute(element: Element | None, tag: str, name: str = VAL) -> str | None:
    """An attribute (w:val) of the first child called `tag`, or None."""
    found = child(element, tag)
    return None if found is None else found.get(name)


def shown(element: Element) -> str:
    """An element's name for people: "w:sectPr"."""
    name = element.tag.rpartition("}")[2]
    return f"{element.prefix}:{name}" if element.prefix else name


def mark_deleted(properties: Element | None) -> bool:
    """Whether a w:pPr says that the end of its paragraph is deleted or moved away by a tracked change (17.13.5.15)."""
    return child(child(properties, RPR), *DROPPED) is not None


def cell_deleted(cell: Element) -> bool:
    """Whether a w:tc is deleted by a tracked change (17.13.5.2)."""
    return child(child(cell, TCPR), _CELL_DELETED) is not None


def alternative(element: Element) -> Element | None:
    """Which branch of mc:AlternateContent counts (ECMA-376 Part 3, 9.3).

    The first mc:Choice all of whose required namespaces are understood, else mc:Fallback, else None.
    """
    for choice in element.iterchildren(CHOICE):
        required = (choice.get("Requires") or "").split()
        if all(choice.nsmap.get(prefix) in UNDERSTOOD for prefix in required):
            return choice
    return child(element, FALLBACK)

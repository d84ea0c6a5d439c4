"""XML parts to trees, safely: no entity, no network, bounded depth; strict names become transitional ones."""

from __future__ import annotations

import re

from lxml import etree

from gicat.parsers.docx.names import STRICT, Element

LIBXML2_DEPTH = 256
"""The nesting libxml2 allows by itself (XML_PARSE_HUGE not set)."""

_STRICT_TAG = re.compile(rb"<[^<>]*http://purl\.oclc\.org/ooxml/[^<>]*>")
_DECLARED = re.compile(rb'(\sxmlns(?::[\w.-]+)?=")(http://purl\.oclc\.org/ooxml/[\w/]+)(?=")')


class MarkupError(Exception):
    """An XML part that cannot be parsed, or that is refused; the text says why.

    Attributes:
        refused: whether it is hostile rather than damaged, so that nothing of the file is to be trusted.
        depth: the limit of depth that it exceeds, if that is why.
    """

    def __init__(self, reason: str, *, refused: bool = False, depth: int | None = None) -> None:
        super().__init__(reason)
        self.refused, self.depth = refused or depth is not None, depth


def parse(data: bytes, depth: int) -> Element:
    """The root element of an XML part, without comments and processing instructions.

    Args:
        data: the part's bytes.
        depth: how deep elements may nest.

    Raises:
        MarkupError: if it is not well formed, nests too deep, or declares a document type: the Open Packaging
            Conventions forbid DTDs (ECMA-376 Part 2, 8.1.4), and they are the way to entity bombs.
    """
    return _parse(data, depth, recover=False)


def salvage(data: bytes, depth: int) -> Element | None:
    """The part of a damaged XML part that could be made out, or None.

    Raises:
        MarkupError: if it is refused; see `parse`.
    """
    try:
        return _parse(data, depth, recover=True)
    except MarkupError as error:
        if error.refused:
            raise
        return None


def _parse(data: bytes, depth: int, *, recover: bool) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        huge_tree=depth > LIBXML2_DEPTH,
        recover=recover,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _error(error) from error
    if root is None:
        raise MarkupError("its XML has no element")
    if root.getroottree().docinfo.internalDTD is not None:
        raise MarkupError("its XML declares a document type, which no Word document does", refused=True)
    if depth != LIBXML2_DEPTH and _deeper(root, depth):
        raise MarkupError(f"its XML nests deeper than {depth} elements", depth=depth)
    if root.nsmap and any(uri in STRICT for uri in root.nsmap.values()):
        return etree.fromstring(_transitional(etree.tostring(root, encoding="utf-8")), parser)
    return root


def _error(error: etree.XMLSyntaxError) -> MarkupError:
    text = str(error)
    if "Excessive depth" in text:
        return MarkupError(f"its XML nests deeper than {LIBXML2_DEPTH} elements", depth=LIBXML2_DEPTH)
    for sign, reason in (
        ("amplification", "its XML defines entities that expand without bound"),
        ("Huge input", "its XML holds a text too long to be read"),
    ):
        if sign in text:
            return MarkupError(reason, refused=True)
    return MarkupError(f"its XML is not well formed: {text.removesuffix(' (<string>, line 1)')}")


def _deeper(root: Element, depth: int) -> bool:
    level = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        level += 1 if event == "start" else -1
        if level > depth:
            return True
    return False


def _transitional(data: bytes) -> bytes:
    """Serialised XML with the namespaces of its tags made transitional."""

    def named(declared: re.Match[bytes]) -> bytes:
        uri = declared[2].decode("ascii")
        return declared[1] + STRICT.get(uri, uri).encode("ascii")

    return _STRICT_TAG.sub(lambda tag: _DECLARED.sub(named, tag[0]), data)

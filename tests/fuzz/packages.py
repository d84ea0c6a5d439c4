"""Mutations of ZIP packages of XML parts (DOCX and its relatives): of the package, a part's elements, its markup."""

from __future__ import annotations

import io
import warnings
import zipfile
from copy import deepcopy
from random import Random

from lxml import etree

from tests.fuzz import nasty, octets

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMES = ("p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "sdtPr", "ins", "del", "moveFrom", "moveTo",
          "hyperlink",
          "smartTag", "customXml", "fldSimple", "fldChar", "instrText", "pict", "drawing", "txbxContent",
          "tcPr", "trPr",
          "tblPr", "pPr", "rPr", "vMerge", "hMerge", "gridSpan", "gridBefore", "gridAfter", "cellDel", "br",
          "tab", "sym",
          "ruby", "body", "sectPr", "numPr", "footnoteReference", "altChunk", "x")  # fmt: skip
_PARTS = ("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
          "word/styles.xml",
          "word/numbering.xml", "word/x.xml", "WORD/DOCUMENT.XML", "/word/document.xml", "..\\..\\x",
          "a" * 300)  # fmt: skip
_DECLARATIONS = ('<?xml version="1.0" encoding="UTF-16"?>', '<?xml version="1.1"?>',
                 '<?xml version="1.0" encoding="GBK"?>',
                 "<!DOCTYPE x>", '<!DOCTYPE x [<!ENTITY a "b">]>', '<!DOCTYPE x SYSTEM "http://127.0.0.1/x">', "\n\n",
                 "<!-- -->", "<?x y?>")  # fmt: skip
_MOST_ELEMENTS = 60_000


def mutate(data: bytes, rng: Random) -> bytes:
    """One to four changes, most of them of the elements of one part."""
    if rng.random() < 0.1:
        return octets.mutate(data, rng)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    for _ in range(rng.randint(1, 4)):
        if rng.random() < 0.12:
            parts = _rearranged(parts, rng)
        else:
            names = [name for name in parts for _ in range(6 if name.endswith("document.xml") else 1)]
            name = rng.choice(names) if names else "word/document.xml"
            parts[name] = _part(parts.get(name, b""), rng)
    return _packed(parts, rng)


def _rearranged(parts: dict[str, bytes], rng: Random) -> dict[str, bytes]:
    """Parts lost, emptied, renamed, or with each other's content."""
    parts = dict(parts)
    name, other = (rng.choice([*parts, *_PARTS]) for _ in range(2))
    kind = rng.randrange(4)
    if kind == 0:
        parts.pop(name, None)
    elif kind == 1:
        parts[name] = b""
    elif kind == 2:
        parts[other] = parts.pop(name, b"")
    else:
        parts[name], parts[other] = parts.get(other, b""), parts.get(name, b"")
    return parts


def _packed(parts: dict[str, bytes], rng: Random) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, rng.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)))
            if rng.random() < 0.01:
                package.writestr(zipfile.ZipInfo(name), b"<x/>")
    data = bytearray(buffer.getvalue())
    if rng.random() < 0.08:  # a header: flags, method, sizes, offsets
        start = data.find(rng.choice((b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06")), rng.randrange(len(data)))
        at = start + rng.randrange(4, 46)
        if start >= 0 and at < len(data):
            data[at] = rng.choice((0, 1, 8, 9, 0x63, 0xFF, rng.randrange(256)))
    return bytes(data)


def _part(content: bytes, rng: Random) -> bytes:
    if rng.random() < 0.15:
        return octets.mutate(content, rng)
    if rng.random() < 0.04:
        return rng.choice(_DECLARATIONS).encode() + content
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:
        return octets.mutate(content, rng)
    for _ in range(rng.randint(1, 3)):
        _element(root, rng)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _element(root: etree._Element, rng: Random) -> None:  # noqa: C901, PLR0912 - a list of mutations
    """Change one element, or the ones around it."""
    every = [element for element in root.iter() if isinstance(element.tag, str)]
    element, other = rng.choice(every), rng.choice(every)
    parent = element.getparent()
    kind = rng.randrange(12)
    if kind == 0 and parent is not None:
        parent.remove(element)
    elif kind == 1 and parent is not None:
        times = min(rng.choice((1, 1, 2, 30, 1000)), _MOST_ELEMENTS // (1 + sum(1 for _ in element.iter())))
        for _ in range(times):
            parent.insert(parent.index(element), deepcopy(element))
    elif kind == 2:
        other.append(deepcopy(element))
    elif kind == 3 and element.attrib:
        element.set(rng.choice(list(element.attrib)), nasty.number(rng))
    elif kind == 4 and element.attrib:
        del element.attrib[rng.choice(list(element.attrib))]
    elif kind == 5 and element.attrib:
        values = [value for each in every for value in each.attrib.values()]
        element.set(rng.choice(list(element.attrib)), rng.choice(values))
    elif kind == 6:
        element.tag = _WORD + rng.choice(_NAMES)
    elif kind == 7:
        _wrap(element, rng)
    elif kind == 8:
        texts = [each for each in every if each.text] or [element]
        rng.choice(texts).text = "".join(c for c in nasty.text(rng) if c >= " " or c == "\t")
    elif kind == 9 and parent is not None:
        for entry in list(element):
            parent.insert(parent.index(element), entry)
        parent.remove(element)
    elif kind == 10:
        element.insert(0, etree.SubElement(element, _WORD + rng.choice(_NAMES), {_WORD + "val": nasty.number(rng)}))
    else:
        element.set(
            _WORD + rng.choice(("val", "fldCharType", "type", "id", "char", "font", "space")), nasty.number(rng)
        )


def _wrap(element: etree._Element, rng: Random) -> None:
    """Put wrappers around an element, sometimes very many."""
    parent = element.getparent()
    if parent is None:
        return
    for _ in range(rng.choice((1, 1, 1, 3, 60, 300))):
        outer = etree.Element(_WORD + rng.choice(_NAMES))
        parent.replace(element, outer)
        outer.append(element)
        parent = outer

"""A minimal DOCX writer: WordprocessingML as text in, package bytes out. Nothing is added that was not asked for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "x": "urn:example:unknown",
}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def element(name: str, content: str) -> str:
    """A root element that declares every namespace the tests use."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {declared}>{content}</w:{name}>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def relationships(*entries: tuple[str, str, str]) -> str:
    """A relationships part of (id, type, target)."""
    lines = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in entries)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def parts(body: str, **others: str) -> dict[str, str | bytes]:
    """The parts of a document: `body` inside w:body; `others` are the contents of styles, numbering, header, …"""
    roots = {"styles": "styles", "numbering": "numbering", "settings": "settings", "footnotes": "footnotes",
             "endnotes": "endnotes", "header": "hdr", "footer": "ftr"}  # fmt: skip
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/></Types>',
        "_rels/.rels": relationships(("rId1", f"{OFFICE}/officeDocument", "word/document.xml")),
        "word/document.xml": element("document", f"<w:body>{body}</w:body>"),
    }
    links = []
    for name, content in others.items():
        kind = name.rstrip("0123456789")
        made[f"word/{name}.xml"] = element(roots[kind], content)
        links.append((f"r_{name}", f"{OFFICE}/{kind}", f"{name}.xml"))
    if links:
        made["word/_rels/document.xml.rels"] = relationships(*links)
    return made


def docx(body: str, **others: str) -> bytes:
    """A DOCX package; see `parts`."""
    return zipped(parts(body, **others))


def t(text: str) -> str:
    """A w:t that keeps its white space."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(content: str, properties: str = "") -> str:
    """A run; plain text is wrapped in w:t."""
    inner = content if content.startswith("<") else t(content)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def font(name: str) -> str:
    """Run properties that set a font, as Word writes them."""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; plain text is wrapped in a run."""
    inner = content if not content or content.startswith("<") else r(content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def tc(content: str = "", properties: str = "") -> str:
    """A table cell; plain text is wrapped in a paragraph."""
    inner = content if content.startswith(("<w:p>", "<w:tbl>", "<w:sdt>", "<mc:")) else p(content)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A table row; plain texts are wrapped in cells."""
    inner = "".join(c if c.startswith(("<w:tc>", "<w:sdt>")) else tc(c) for c in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def sdt(content: str, properties: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def checkbox(glyph: str, checked: str = '<w14:checked w14:val="1"/>') -> str:
    """A checkbox content control around a run."""
    return sdt(r(glyph), f"<w14:checkbox>{checked}</w14:checkbox>")


def field(code: str, result: str | None = None, data: str = "") -> str:
    """A complex field in runs of its own, with or without a result."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    middle = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        f'{begin}<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{middle}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def form_checkbox(data: str) -> str:
    """A legacy checkbox form field; `data` are the children of w:checkBox."""
    return field(" FORMCHECKBOX ", "", f'<w:ffData><w:name w:val="c"/><w:checkBox>{data}</w:checkBox></w:ffData>')

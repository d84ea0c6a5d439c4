"""What Word, WPS and forms put around a checkbox, one constructor each: every one prints what it is given, once.

The checkbox encodings are those that published catalogues use; the wrappers are grouped by what they stand around:
runs, a paragraph, a cell, a row, a table. Clauses are those of ECMA-376 Part 1.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.parsers.docx.builder import NAMESPACES, OFFICE, checkbox, field, font, form_checkbox, p, r, sdt, tbl, tc, tr

Box = Callable[[bool], str]
Wrap = Callable[[str], str]


def plain(content: str) -> str:
    """Nothing around it."""
    return content


def around(name: str, attributes: str = "") -> Wrap:
    """An element of the main namespace around the content."""
    return lambda content: f"<w:{name} {attributes}>{content}</w:{name}>"


def choice(content: str) -> str:
    """Alternate content of which the first branch is understood."""
    other = f"<mc:Fallback>{content}</mc:Fallback>"
    return f'<mc:AlternateContent><mc:Choice Requires="w14">{content}</mc:Choice>{other}</mc:AlternateContent>'


def fallback(content: str) -> str:
    """Alternate content of which only the fallback is understood."""
    first = '<mc:Choice Requires="x"><x:new/></mc:Choice>'
    return f"<mc:AlternateContent>{first}<mc:Fallback>{content}</mc:Fallback></mc:AlternateContent>"


def in_vml_box(blocks: str) -> str:
    """A paragraph with a text box of VML that holds these blocks."""
    inner = f"<w:txbxContent>{blocks}</w:txbxContent>"
    return p(r(f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"))


def in_drawn_box(blocks: str) -> str:
    """A paragraph with a text box of DrawingML, and the same in VML for older programs."""
    inner = f"<w:txbxContent>{blocks}</w:txbxContent>"
    drawing = f"<w:drawing><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    both = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return p(r(f"<mc:AlternateContent>{both}</mc:AlternateContent>"))


def deleted(text: str) -> str:
    """A run deleted in a tracked change (17.13.5.14)."""
    return f'<w:del w:id="9"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def with_property(content: str, name: str, entry: str) -> str:
    """A cell (tc) or row (tr) with one more property."""
    start, properties = f"<w:{name}>", f"<w:{name}Pr>"
    if content.startswith(start + properties):
        return content.replace(properties, properties + entry, 1)
    return content.replace(start, f"{start}{properties}{entry}</w:{name}Pr>", 1)


def _symbol(name: str, ticked: str, unticked: str) -> Box:
    return lambda on: r(f'<w:sym w:font="{name}" w:char="{ticked if on else unticked}"/>')


def _letter(name: str, ticked: str, unticked: str) -> Box:
    return lambda on: r(ticked if on else unticked, font(name))


def _control(on: bool) -> str:
    return checkbox("☒" if on else "☐", f'<w14:checked w14:val="{int(on)}"/>')


BOXES: dict[str, Box] = {
    "plain": lambda on: r("■" if on else "□"),
    "sym": _symbol("Wingdings 2", "F052", "F0A3"),
    "letter": _letter("Wingdings 2", "R", "£"),
    "thorn": _letter("Wingdings", "þ", "¨"),
    "private": _letter("Wingdings", "\uf0fe", "\uf0a8"),
    "control": _control,
    "form-checked": lambda on: form_checkbox(f'<w:default w:val="{int(not on)}"/><w:checked w:val="{int(on)}"/>'),
    "form-default": lambda on: form_checkbox("<w:default/>" if on else '<w:default w:val="0"/>'),
}
"""The seven encodings of DESIGN, of Wingdings both the letters and the private characters."""

RUNS: dict[str, Wrap] = {
    "plain": plain,
    "sdt": sdt,
    "sdt-sdt": lambda c: sdt(sdt(c)),
    "ins": around("ins", 'w:id="1"'),
    "sdt-ins": lambda c: sdt(around("ins", 'w:id="1"')(c)),
    "moved": lambda c: f'<w:moveFrom w:id="2">{r("■旧址")}</w:moveFrom>' + around("moveTo", 'w:id="3"')(c),
    "smart-tag": around("smartTag", 'w:element="x"'),
    "hyperlink": around("hyperlink", 'w:anchor="x"'),
    "custom-xml": around("customXml", 'w:element="x"'),
    "direction": around("bdo", 'w:val="ltr"'),
    "simple-field": around("fldSimple", 'w:instr=" QUOTE "'),
    "field": lambda c: field(" HYPERLINK x ", c),
    "choice": choice,
    "fallback": fallback,
    "after-deletion": lambda c: deleted("■旧") + c,
    "bookmarks": lambda c: f'<w:bookmarkStart w:id="4" w:name="b"/><w:proofErr/>{c}<w:bookmarkEnd w:id="4"/>',
}

BLOCKS: dict[str, Wrap] = {
    "plain": plain,
    "sdt": sdt,
    "sdt-sdt": lambda c: sdt(sdt(c)),
    "custom-xml": around("customXml", 'w:element="x"'),
    "choice": choice,
    "fallback": fallback,
    "vml-box": in_vml_box,
    "drawn-box": in_drawn_box,
    "box-in-box": lambda c: in_drawn_box(in_vml_box(c)),
    "after-deletion": lambda c: p(deleted("■旧")) + c,
    "empty-around": lambda c: p() + c + p(),
}

CELLS: dict[str, Wrap] = {
    "plain": plain,
    "sdt": sdt,
    "sdt-sdt": lambda c: sdt(sdt(c)),
    "custom-xml": around("customXml", 'w:element="x"'),
    "choice": choice,
    "fallback": fallback,
    "after-deletion": lambda c: tc(p(deleted("旧")), '<w:cellDel w:id="5"/>') + c,
    "inserted": lambda c: with_property(c, "tc", '<w:cellIns w:id="6"/>'),
}

ROWS: dict[str, Wrap] = {
    "plain": plain,
    "sdt": sdt,
    "repeating": lambda c: sdt(sdt(c, "<w15:repeatingSectionItem/>"), "<w15:repeatingSection/>"),
    "custom-xml": around("customXml", 'w:element="x"'),
    "choice": choice,
    "fallback": fallback,
    "after-deletion": lambda c: tr(tc(p(deleted("旧"))), properties='<w:del w:id="7"/>') + c,
    "inserted": lambda c: with_property(c, "tr", '<w:ins w:id="8"/>'),
    "exceptions": lambda c: c.replace("<w:tr>", "<w:tr><w:tblPrEx/>", 1),
}

TABLES: dict[str, Wrap] = {
    "plain": plain,
    "sdt": sdt,
    "sdt-sdt": lambda c: sdt(sdt(c)),
    "custom-xml": around("customXml", 'w:element="x"'),
    "choice": choice,
    "fallback": fallback,
    "vml-box": in_vml_box,
    "drawn-box": in_drawn_box,
    "layout-table": lambda c: tbl(tr(tc(c + p()))),
    "layout-sdt": lambda c: tbl(sdt(tr(sdt(tc(sdt(c) + p()))))),
}


def strict(parts: dict[str, str | bytes]) -> dict[str, str | bytes]:
    """The same package in the namespaces of ISO 29500 Strict (Annex A)."""
    names = {
        NAMESPACES["w"]: "http://purl.oclc.org/ooxml/wordprocessingml/main",
        NAMESPACES["m"]: "http://purl.oclc.org/ooxml/officeDocument/math",
        OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    made = dict(parts)
    for old, new in names.items():
        made = {name: str(content).replace(old, new) for name, content in made.items()}
    return made

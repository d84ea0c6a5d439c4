"""The ways Word documents hold a checkbox, each as the runs of document.xml.

`ENCODINGS` has one entry per way seen in published catalogues. Clauses are those of ECMA-376 Part 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from xml.sax.saxutils import escape

TEXT_FONT = "Noto Sans CJK SC"
SIZE = '<w:sz w:val="16"/><w:szCs w:val="16"/>'


def run(text: str, font: str | None = None) -> str:
    """A w:r of plain text (17.3.2.25); line feeds become w:br. `font` for a symbol font."""
    name, hint = (font, "") if font else (TEXT_FONT, ' w:hint="eastAsia"')
    fonts = f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"{hint}/>'
    inner = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\n"))
    return f"<w:r><w:rPr>{fonts}{SIZE}</w:rPr>{inner}</w:r>"


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a box is written.

    Attributes:
        write: from whether it is ticked to the XML of its runs.
        plain: whether the box is a character of the text itself, so that a run of text may hold it.
    """

    write: Callable[[bool], str]
    plain: tuple[str, str] | None = None


def _plain(ticked: str, unticked: str) -> Encoding:
    return Encoding(lambda on: run(ticked if on else unticked), (ticked, unticked))


def _in_font(font: str, ticked: str, unticked: str) -> Encoding:
    return Encoding(lambda on: run(ticked if on else unticked, font))


def _symbol(font: str, ticked: str, unticked: str) -> Encoding:
    """w:sym (17.3.3.30)."""
    return Encoding(
        lambda on: f'<w:r><w:rPr>{SIZE}</w:rPr><w:sym w:font="{font}" w:char="{ticked if on else unticked}"/></w:r>'
    )


def _content_control(on: bool) -> str:
    """A w14:checkbox content control ([MS-DOCX] 2.6.1.4): Word's own signs are ☒ and ☐."""
    return (
        "<w:sdt><w:sdtPr><w14:checkbox>"
        f'<w14:checked w14:val="{int(on)}"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
        f"</w14:checkbox></w:sdtPr><w:sdtContent>{run('☒' if on else '☐', 'MS Gothic')}</w:sdtContent></w:sdt>"
    )


def _form_field(ticked: str, unticked: str) -> Encoding:
    """A legacy FORMCHECKBOX field (17.16.5.20, 17.16.7): nothing of it is text."""

    def write(on: bool) -> str:
        state = ticked if on else unticked
        return (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>'
            '<w:name w:val="Check1"/><w:enabled/><w:calcOnExit w:val="0"/>'
            f"<w:checkBox><w:sizeAuto/>{state}</w:checkBox></w:ffData></w:fldChar></w:r>"
            '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    return Encoding(write)


ENCODINGS: Mapping[str, Encoding] = MappingProxyType(
    {
        "square": _plain("■", "□"),
        "ballot": _plain("☑", "□"),
        "root": _plain("√", "□"),
        "thorn": _plain("þ", "□"),
        "sym-wingdings": _symbol("Wingdings", "F0FE", "F0A8"),
        "sym-wingdings2": _symbol("Wingdings 2", "F052", "F0A3"),
        "wingdings2-letters": _in_font("Wingdings 2", "R", "£"),
        "wingdings-letters": _in_font("Wingdings", "þ", "¨"),
        "wingdings-private": _in_font("Wingdings", "\uf0fe", "\uf0a8"),
        "content-control": Encoding(_content_control),
        "form-field": _form_field('<w:default w:val="0"/><w:checked/>', '<w:default w:val="1"/><w:checked w:val="0"/>'),
        "form-default": _form_field('<w:default w:val="true"/>', '<w:default w:val="0"/>'),
    }
)

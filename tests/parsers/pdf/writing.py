"""A tiny PDF writer: content streams and fonts to a file, just enough for the constructs under test.

Coordinates are PDF user space: points from the bottom left corner.
"""

from __future__ import annotations

from dataclasses import dataclass, field

HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
DINGBATS = "<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>"
SONG = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts ["
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
    " /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880]"
    " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>"
)
SONG_GBK = SONG.replace("UniGB-UCS2-H", "GBK-EUC-H")


@dataclass
class Sheet:
    """A page in the making: methods add to its content stream."""

    width: float = 400
    height: float = 300
    rotate: int = 0
    annotations: list[str] = field(default_factory=list)
    stream: list[str] = field(default_factory=list)

    def draw(self, *operators: str) -> Sheet:
        """Raw operators."""
        self.stream += operators
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """A stroked line."""
        return self.draw(f"{x0} {y0} m {x1} {y1} l S")

    def bar(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """A line as a filled rectangle, 0.5 pt thick."""
        return self.draw(f"{x0 - 0.25} {y0 - 0.25} {x1 - x0 + 0.5} {y1 - y0 + 0.5} re f")

    def lattice(self, xs: list[float], ys: list[float]) -> Sheet:
        """All rulings of a table without merges."""
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        return self

    def latin(self, x: float, y: float, text: str, size: float = 10, font: str = "F1") -> Sheet:
        """Text in a font with one-byte codes."""
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return self.draw(f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET")

    def han(self, x: float, y: float, text: str, size: float = 10) -> Sheet:
        """Text in a Song font that is not embedded, in UCS-2 codes."""
        return self.draw(f"BT /F2 {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET")

    def gbk(self, x: float, y: float, text: str, size: float = 10) -> Sheet:
        """Text in a Song font that is not embedded, in GBK codes."""
        return self.draw(f"BT /F4 {size} Tf {x} {y} Td <{text.encode('gbk').hex()}> Tj ET")


Tagged = list[list[tuple[int, int]]]
"""Rows of cells: the number of the marked content of each, and how many rows it spans."""


def pdf(
    *sheets: Sheet,
    fonts: dict[str, str] | None = None,
    forms: dict[str, str] | None = None,
    tagged: Tagged | None = None,
) -> bytes:
    """A file of some pages.

    Args:
        sheets: its pages.
        fonts: dictionaries of fonts beside F1 (Helvetica), F2 and F4 (Song), F3 (ZapfDingbats).
        forms: form XObjects by name: "dictionary entries|content".
        tagged: the table that the structure tree tells of the first page.
    """
    all_fonts = {"F1": HELVETICA, "F2": SONG, "F3": DINGBATS, "F4": SONG_GBK, **(fonts or {})}
    fonts_entry = " ".join(f"/{name} {font}" for name, font in all_fonts.items())
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    named = []
    for name, form in (forms or {}).items():
        entries, _, content = form.partition("|")
        bodies.append(_stream(content, f"/Type /XObject /Subtype /Form {entries}"))
        named.append(f"/{name} {len(bodies)} 0 R")
    resources = f"<< /Font << {fonts_entry} >> /XObject << {' '.join(named)} >> >>"
    kids = []
    for sheet in sheets:
        bodies.append(_stream("\n".join(sheet.stream)))
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] /Rotate {sheet.rotate}"
            f" /Resources {resources} /Contents {len(bodies)} 0 R /Annots [{' '.join(sheet.annotations)}] >>"
        )
        kids.append(f"{len(bodies)} 0 R")
    if tagged is not None:
        _structure(bodies, kids[0], tagged)
    bodies[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return assembled(bodies)


def _structure(bodies: list[str], page: str, rows: Tagged) -> None:
    """Add a structure tree of one table on one page."""
    index = int(page.split(maxsplit=1)[0]) - 1
    bodies[index] = bodies[index].replace("/Type /Page ", "/Type /Page /StructParents 0 ")
    root = len(bodies) + 1
    table, first = root + 1, root + 2
    bodies += ["", ""]
    parents: dict[int, int] = {}
    trs = []
    for row in rows:
        tr = first + sum(len(other) + 1 for other in rows[: len(trs)])
        cells = [tr + 1 + i for i in range(len(row))]
        bodies.append(f"<< /Type /StructElem /S /TR /P {table} 0 R /K [{' '.join(f'{c} 0 R' for c in cells)}] >>")
        for number, (content, spans) in zip(cells, row, strict=True):
            parents[content] = number
            span = f"/A << /O /Table /RowSpan {spans} >>"
            bodies.append(f"<< /Type /StructElem /S /TD /P {tr} 0 R /Pg {page} {span} /K [{content}] >>")
        trs.append(tr)
    bodies[table - 1] = f"<< /Type /StructElem /S /Table /P {root} 0 R /K [{' '.join(f'{t} 0 R' for t in trs)}] >>"
    nums = " ".join(f"{parents[content]} 0 R" for content in sorted(parents))
    bodies[root - 1] = f"<< /Type /StructTreeRoot /K [{table} 0 R] /ParentTree << /Nums [0 [{nums}]] >> >>"
    bodies[0] = f"<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot {root} 0 R >>"


def assembled(bodies: list[str]) -> bytes:
    """Objects 1, 2 … as a file with its cross-reference table; object 1 is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _stream(content: str, entries: str = "") -> str:
    return f"<< {entries} /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream"


def check_box(x: float, y: float, on: bool, flags: int = 0, side: float = 10) -> str:
    """A widget annotation of a check box (or, with flags, a radio button)."""
    return (
        f"<< /Type /Annot /Subtype /Widget /FT /Btn /T (b{x}{y}) /Ff {flags} /F 4"
        f" /Rect [{x} {y} {x + side} {y + side}] /AS /{'Yes' if on else 'Off'} >>"
    )

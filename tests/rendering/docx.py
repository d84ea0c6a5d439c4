"""A sheet as DOCX, written as raw document.xml: every element is chosen here, none by a library.

Clauses are those of ECMA-376 Part 1.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO

from tests.rendering.boxes import ENCODINGS, Encoding, run
from tests.rendering.model import Box, Cell, Line, Sheet, Table

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_PAGE = (16838, 11906)
"""A4 landscape in twentieths of a point (17.6.13)."""
_MARGIN = 850
_EPOCH = (2024, 1, 1, 0, 0, 0)

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


@dataclass(frozen=True, slots=True)
class Structure:
    """Variants of markup that mean the same table.

    Attributes:
        cell_sdt: every body cell stands in a w:sdt (17.5.2.32).
        row_sdt: every body row stands in a w:sdt (17.5.2.30).
        table_sdt: the table stands in a w:sdt (17.5.2.29).
        inserted: every run of a cell stands in a w:ins (17.13.5.18), with a deleted one before it.
        old_merge: spans of columns by w:hMerge, as older writers do, instead of w:gridSpan.
        split_runs: every character is a run of its own.
        cant_split: rows are not broken over pages (w:cantSplit, 17.4.6).
        repeat_head: header rows are repeated on every page (w:tblHeader, 17.4.50).
        centred: cells are centred vertically (w:vAlign, 17.4.84).
        split: the table is two from this body row on, with these words between them, such as 续表.
        head_again: the second table has the header too.
    """

    cell_sdt: bool = False
    row_sdt: bool = False
    table_sdt: bool = False
    inserted: bool = False
    old_merge: bool = False
    split_runs: bool = False
    cant_split: bool = False
    repeat_head: bool = True
    centred: bool = False
    split: tuple[int, str] | None = None
    head_again: bool = False


def docx_bytes(sheet: Sheet, encoding: Encoding = ENCODINGS["square"], structure: Structure = Structure()) -> bytes:
    """The DOCX file of a sheet; equal arguments give equal bytes."""
    writer = _Writer(encoding, structure)
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELS, "word/document.xml": writer.document(sheet)}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, _EPOCH), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _sdt(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@dataclass(frozen=True, slots=True)
class _Writer:
    encoding: Encoding
    structure: Structure

    def document(self, sheet: Sheet) -> str:
        """The whole of document.xml."""
        title = self._paragraph((sheet.title,), '<w:jc w:val="center"/>') if sheet.title else ""
        before = "".join(self._paragraph(text) for text in sheet.before)
        after = "".join(self._paragraph(text) for text in sheet.after) or "<w:p/>"
        table = self._table(sheet.table)
        width, height = _PAGE
        section = (
            f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}" w:orient="landscape"/>'
            f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" '
            'w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>'
        )
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_W}" xmlns:w14="{_W14}">'
            f"<w:body>{title}{before}{table}{after}{section}</w:body></w:document>"
        )

    def _paragraph(self, text: Line, properties: str = "") -> str:
        inner = "".join(self._piece(piece) for piece in text)
        return f'<w:p><w:pPr><w:spacing w:before="0" w:after="0"/>{properties}</w:pPr>{inner}</w:p>'

    def _piece(self, piece: str | Box) -> str:
        if isinstance(piece, Box):
            return self.encoding.write(piece.ticked)
        runs = "".join(run(char) for char in piece) if self.structure.split_runs else run(piece)
        if not self.structure.inserted:
            return runs
        change = 'w:author="x" w:date="2024-01-01T00:00:00Z"'
        deleted = "<w:r><w:delText>删去</w:delText></w:r>"
        return f'<w:del w:id="1" {change}>{deleted}</w:del><w:ins w:id="2" {change}>{runs}</w:ins>'

    def _table(self, table: Table) -> str:
        room = _PAGE[0] - 2 * _MARGIN
        widths = [width * room // sum(table.widths) for width in table.widths]
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        first, last = len(table.front), len(table.front) + len(table.head)
        cut, words = self.structure.split or (0, "")
        rows = []
        for number, slots in enumerate(table.slots()):
            head = first <= number < last
            repeated = head and self.structure.repeat_head and not table.front
            anew = bool(cut) and number == last + cut
            rows.append(self._row(slots, widths, repeated=repeated, body=number >= last, anew=anew))
        start = (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/>'
            f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        )
        parts = (
            [rows[: last + cut], rows[first:last] * self.structure.head_again + rows[last + cut :]] if cut else [rows]
        )
        texts = [f"{start}{''.join(part)}</w:tbl>" for part in parts]
        return self._paragraph((words,)).join(_sdt(text) if self.structure.table_sdt else text for text in texts)

    def _row(
        self, slots: list[tuple[Cell, bool, bool]], widths: list[int], *, repeated: bool, body: bool, anew: bool
    ) -> str:
        properties = "<w:cantSplit/>" * self.structure.cant_split + "<w:tblHeader/>" * repeated
        cells = []
        for column, (cell, top, left) in enumerate(slots):
            if self.structure.old_merge and cell.columns > 1:
                merge = f'<w:hMerge w:val="{"restart" if left else "continue"}"/>'
                text = self._cell(cell, widths[column], merge, printed=top and left)
            elif left:
                span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
                width = sum(widths[column : column + cell.columns])
                merge = '<w:vMerge w:val="restart"/>' if top or anew else "<w:vMerge/>"
                text = self._cell(cell, width, span + (merge if cell.rows > 1 else ""), printed=top)
            else:
                continue
            cells.append(_sdt(text) if body and self.structure.cell_sdt else text)
        row = f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"
        return _sdt(row) if body and self.structure.row_sdt else row

    def _cell(self, cell: Cell, width: int, merge: str, *, printed: bool) -> str:
        lines = cell.lines if printed else ()
        inner = "".join(self._paragraph(text) for text in lines) or "<w:p/>"
        align = '<w:vAlign w:val="center"/>' if self.structure.centred else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}{align}</w:tcPr>{inner}</w:tc>'

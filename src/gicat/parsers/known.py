"""Formats gicat recognises and cannot read yet: what they are called and what to do about them.

A reader for one of them is an entry of the registry under the same name; its line here then goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gicat.diagnostics import Phrase


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A format without a reader: its name for people, its suffixes, and the advice of R011."""

    title: Phrase
    suffixes: tuple[str, ...]
    advice: Phrase


_AS_DOCX = Phrase(
    "save it as DOCX in Word or WPS, or run: soffice --headless --convert-to docx FILE",
    "请在 Word 或 WPS 中另存为 DOCX，或运行：soffice --headless --convert-to docx 文件",
)
_AS_PDF = Phrase("save it as DOCX or PDF", "请另存为 DOCX 或 PDF")
_TABLE = Phrase("print it to PDF, or copy its table into a DOCX", "请打印为 PDF，或将表格复制到 DOCX 文档")
_OCR = Phrase(
    "run OCR on it and give the DOCX or PDF that comes of it", "请先做文字识别（OCR），再转换所得的 DOCX 或 PDF"
)
_UNPACK = Phrase("unpack it and give the files in it", "请先解压，再转换其中的文件")
_EXPORT = Phrase("export it as DOCX, PDF or text", "请导出为 DOCX、PDF 或文本")


def _same(name: str) -> Phrase:
    return Phrase(name, name)


UNREADABLE: Mapping[str, Unreadable] = MappingProxyType({
    "doc": Unreadable(_same("DOC/WPS"), (".doc", ".dot", ".wps", ".wpt"), _AS_DOCX),
    "xls": Unreadable(_same("XLS/ET"), (".xls", ".xlt", ".et", ".ett"), _TABLE),
    "ole": Unreadable(Phrase("this Office 97–2003 file", "该 Office 97–2003 文件"), (".ppt", ".dps"), _AS_PDF),
    "rtf": Unreadable(_same("RTF"), (".rtf",), _AS_DOCX),
    "odt": Unreadable(_same("ODT"), (".odt", ".ott", ".fodt"), _AS_DOCX),
    "ods": Unreadable(_same("ODS"), (".ods", ".ots", ".fods"), _TABLE),
    "xlsx": Unreadable(_same("XLSX"), (".xlsx", ".xlsm", ".xltx"), _TABLE),
    "pptx": Unreadable(_same("PPTX"), (".pptx", ".pptm"), _AS_PDF),
    "ofd": Unreadable(
        _same("OFD"), (".ofd",), Phrase("export it as PDF from the OFD reader", "请在 OFD 阅读器中导出为 PDF")
    ),
    "epub": Unreadable(_same("EPUB"), (".epub",), _EXPORT),
    "zip": Unreadable(Phrase("a ZIP archive", "ZIP 压缩包"), (".zip",), _UNPACK),
    "archive": Unreadable(
        Phrase("a compressed archive", "压缩包"), (".7z", ".rar", ".gz", ".tgz", ".xz", ".bz2", ".zst"), _UNPACK
    ),
    "image": Unreadable(
        Phrase("an image", "图片"),
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp", ".djvu", ".jp2"),
        _OCR,
    ),
    "html": Unreadable(_same("HTML"), (".html", ".htm", ".xhtml", ".mht", ".mhtml"), _AS_PDF),
    "xml": Unreadable(_same("XML"), (".xml",), _AS_PDF),
    "gicat": Unreadable(
        Phrase("gicat's own JSON", "gicat 自身的 JSON"), (), Phrase("it is a result already", "该文件已是转换结果")
    ),
    "json": Unreadable(_same("JSON"), (".json", ".jsonl"), _EXPORT),
    "binary": Unreadable(Phrase("a binary file of no known kind", "未知类型的二进制文件"), (), _EXPORT),
})  # fmt: skip

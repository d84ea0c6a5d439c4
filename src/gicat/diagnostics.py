"""Findings that travel beside a value, and the one table of their codes.

Groups: R reading and P inference are used here; S structure, F presence, V value, X options, L law and
C consistency are the validator's. A code is never reused and never changes its meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, Literal, TypeVar

from gicat.grid import NOWHERE, Place

Language = Literal["en", "zh"]
Certainty = Literal["direct", "inherited", "inferred"]
T = TypeVar("T")

RESERVED_GROUPS = "SFVXLC"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a message that is a phrase itself, in both languages."""

    en: str
    zh: str


class Severity(StrEnum):
    """How much a finding matters; the order is that of the members, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Code:
    """An entry of the table: what a code is called, how bad it is, what it says in both languages."""

    name: str
    severity: Severity
    en: str
    zh: str


FIELDS: Mapping[str, Phrase] = MappingProxyType({
    "number": Phrase("number", "序号"), "categories": Phrase("categories", "类别"),
    "name": Phrase("name", "事项名称"), "content": Phrase("content", "公开内容"),
    "legal_basis": Phrase("legal basis", "公开依据"), "publishers": Phrase("publishers", "公开主体"),
    "responsible_units": Phrase("responsible units", "责任单位"), "deadline": Phrase("deadline", "公开时限"),
    "channels": Phrase("channels", "公开渠道"), "forms": Phrase("forms", "公开形式"),
    "audiences": Phrase("audiences", "公开对象"), "access_modes": Phrase("access modes", "公开方式"),
    "levels": Phrase("levels", "公开层级"), "contacts": Phrase("contacts", "联系方式"),
    "extra": Phrase("other columns", "其他栏目"),
})  # fmt: skip
"""What the fields of an item are called in messages."""

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

CODES: Mapping[str, Code] = MappingProxyType({
    # Group R, reading.
    "R001": Code("encrypted", _E,
                 "the file is encrypted: {reason}; give the password of a PDF with --password, or save it without one",
                 "文件已加密（{reason}）；PDF 请用 --password 提供密码，或另存为不加密的文件"),
    "R002": Code("empty", _E, "the file is empty", "文件为空"),
    "R003": Code("damaged", _E, "the file cannot be read: {reason}; get it again from its source",
                 "文件无法读取：{reason}；请重新获取该文件"),
    "R004": Code("no-text-layer", _E, "no text on any page: it looks scanned; run OCR on it first",
                 "各页均无文字，疑为扫描件，请先做文字识别（OCR）"),
    "R005": Code("limit-reached", _W, "stopped at the limit of {limit}: {what} is not read; see --limit",
                 "达到上限（{limit}），未读取：{what}；可用 --limit 调整"),
    "R006": Code("encoding-guessed", _I, "the text encoding is a guess: {encoding}; give --encoding if it is wrong",
                 "文字编码为推测：{encoding}；如有误请用 --encoding 指定"),
    "R007": Code("element-unknown", _I, "{count} element(s) of a kind gicat does not know: {element}",
                 "有 {count} 处无法识别的元素：{element}"),
    "R008": Code("suffix-disagrees", _W, "the name says {suffix}, the content is {format}; the content is believed",
                 "扩展名为 {suffix}，内容实为 {format}，按内容读取"),
    "R009": Code("control-contradicts-glyph", _W, "a checkbox says {state} but prints {glyph}; neither is believed",
                 "复选框状态（{state}）与所示符号（{glyph}）矛盾，均不采信"),
    "R010": Code("text-dropped", _W, "printed text that is not in the result", "有印刷文字未进入结果"),
    "R011": Code("format-unsupported", _E, "{format} cannot be read; {advice}", "不能读取{format}；{advice}"),
    "R012": Code("no-catalogue", _E, "no catalogue table was found in it", "未找到公开目录表格"),
    "R013": Code("read-in-part", _W, "only part of it could be read: {reason}", "仅读取了一部分：{reason}"),
    "R014": Code("undecodable", _W, "{count} character(s) could not be decoded and stand as \\ufffd",
                 "有 {count} 个字符无法解码，以 \\ufffd 表示"),
    "R015": Code("symbol-unresolved", _W, "symbol {code} of font {font} has no known meaning and stands as \\ufffd",
                 "字体 {font} 的符号 {code} 含义不明，以 \\ufffd 表示"),
    "R016": Code("text-invented", _W, "text in the result that is not printed in the source", "结果中有原文未印的文字"),
    "R017": Code("structure-lost", _E, "a catalogue may be in it, but its cells have no boundaries gicat can recover",
                 "其中可能有目录，但单元格边界已丢失，无法恢复"),
    "R018": Code("too-large", _E, "refused: {what}, more than the limit {limit}; raise it with --limit",
                 "拒绝读取：{what}，超过上限 {limit}；可用 --limit 调整"),
    "R019": Code("schema-unknown", _E,
                 "written in schema {version}, this gicat reads {known}: take a newer gicat, or parse the file again",
                 "由 {version} 版结构写成，本程序只读取 {known}；请升级 gicat，或由原文件重新转换"),
    "R020": Code("dialect-disagrees", _W,
                 "nothing divides cells in it as --dialect {dialect} asks; it looks like {looks}: leave --dialect out",
                 "按 --dialect {dialect} 找不到任何单元格分隔；看来是 {looks}，请去掉 --dialect"),
    "R030": Code("time-limit", _E, "not done after {limit} s, and stopped; --timeout gives it more",
                 "{limit} 秒内未完成，已中止；可用 --timeout 延长"),
    "R031": Code("memory-limit", _E, "it takes more than {limit} MB of memory; --memory allows more",
                 "所需内存超过 {limit} MB；可用 --memory 放宽"),
    "R032": Code("fault", _E, "gicat failed on it: {what}; run gicat parse --debug on it and report what that says",
                 "程序出错：{what}；请用 gicat parse --debug 单独处理并反馈"),
    "R033": Code("process-died", _E, "the process that read it ended ({how}); convert it alone, or report it",
                 "读取该文件的进程意外结束（{how}）；请单独转换，或予反馈"),
    "R034": Code("result-unwritable", _E, "its result cannot be written: {reason}", "结果无法写入：{reason}"),
    # Group P, inference.
    "P001": Code("filled-from-blank", _I, "{field}: taken from above, the cell is blank and no merge is shown",
                 "{field}沿用上一行：单元格为空，且无合并信息"),
    "P002": Code("tick-column-lost", _W, "ticks of {field} cannot be placed: the text lost their columns",
                 "{field}的勾选无法定位：文本已丢失其所在列"),
    "P003": Code("cell-rejoined", _I, "a row cut by a page break was joined again", "分页处被截断的一行已重新合并"),
    "P004": Code("truncated", _W, "the last row ends early ({have} of {want} cells): the file may be cut off",
                 "最后一行不完整（{want} 格仅有 {have} 格），文件可能被截断"),
    "P005": Code("text-unreliable", _W, "the text layer is unreliable: {reason}", "文字层不可靠：{reason}"),
    "P006": Code("header-repeated", _I, "a repeated header row was left out", "重复的表头行已略去"),
    "P007": Code("row-dropped", _I, "a row with nothing but a number or nothing at all was left out",
                 "仅有序号或全空的一行已略去"),
    "P008": Code("header-by-values", _I, "column {label} is read as {field}, by its values",
                 "“{label}”列按内容判断为{field}"),
    "P009": Code("header-unknown", _I, "column {label} has no field and is kept in extra{hint}",
                 "“{label}”列无对应字段，保留在 extra 中{hint}"),
    "P010": Code("option-unmarked", _W, "option {label} has no box among boxed ones; its state is null",
                 "选项“{label}”缺少方框，状态为 null"),
    "P011": Code("option-doubled", _I, "option {label} is printed {count} times; a ticked one wins",
                 "选项“{label}”出现 {count} 次，有勾选者为准"),
    "P012": Code("row-shorter", _W, "the row has {have} of {want} cells; they were placed by what they look like",
                 "该行 {want} 格仅有 {have} 格，按内容对应各列"),
    "P013": Code("header-missing", _W, "the table has no header; columns are read by what their cells show",
                 "表格无表头，按单元格内容判断各列"),
    "P014": Code("table-continued", _I, "the table continues the one before it", "表格与前一表格相接"),
    "P015": Code("mark-unclear", _W, "the mark {glyph} does not say whether {label} is ticked",
                 "符号“{glyph}”不能说明“{label}”是否勾选"),
    "P016": Code("row-continued", _I, "a row of which only content is printed was added to the item above",
                 "仅有公开内容的一行并入上一事项"),
    "P017": Code("default-from-preamble", _I, "{field}: taken from the preamble, the table has no such column",
                 "{field}取自表前说明：表中无此列"),
    "P019": Code("catalogue-empty", _E, "the table has the header of a catalogue and no row below it",
                 "表头为公开目录表头，但表中没有任何事项"),
    "P020": Code("nested-table", _W, "a table inside a cell is kept in `unplaced`, apart from its item",
                 "单元格内的表格与所在事项分开，列入 unplaced"),
    "P021": Code("table-unruled", _I, "a table without a frame of lines was put together by how its text is aligned",
                 "表格没有完整的框线，按文字的对齐还原"),
    "P022": Code("cells-decoded", _W, "the text lost its cells; rows and columns are decoded by what cells look like",
                 "文本丢失了单元格，各行各栏按内容恢复"),
    "P023": Code("cells-glued", _W, "cells of the row run together; what nothing divides stands whole in one of them",
                 "该行单元格连在一起，无法分开的内容整体列入其中一格"),
    "P024": Code("cell-doubtful", _W, "{field}: the text can be read almost as well in another way; look at it",
                 "{field}的内容另有几乎同样合理的读法，请核对"),
    "P018": Code("row-too-long", _W, "the row has {have} cells for {want} columns; it is kept as a note",
                 "该行有 {have} 格，多于表格的 {want} 列，作为注释保留"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding: a code of the table, what fills its message, and where it was made.

    `text` is the print it is about, where that print is kept nowhere else in the result.
    """

    code: str
    details: Mapping[str, object] = field(default_factory=dict)
    place: Place = NOWHERE
    catalogue: int | None = None
    item: int | None = None
    field: str | None = None
    certainty: Certainty = "direct"
    text: str | None = None

    @property
    def severity(self) -> Severity:
        """The severity of its code."""
        return CODES[self.code].severity

    def message(self, language: Language) -> str:
        """One line for a person."""
        code = CODES[self.code]
        phrases = {k: getattr(v, language) if isinstance(v, Phrase) else v for k, v in self.details.items()}
        return (code.zh if language == "zh" else code.en).format_map(phrases)

    def at_item(self, catalogue: int, item: int | None) -> Diagnostic:
        """The same finding, said of an item of a catalogue."""
        return replace(self, catalogue=catalogue, item=item)


def message_of(code: str, details: Mapping[str, object], language: Language) -> str | None:
    """The message of a code whose details were read back, or None where code or details are not known here.

    Args:
        code: any code.
        details: name to number, text, or an object with the attributes `en` and `zh`.
        language: of the message.
    """
    if code not in CODES:
        return None
    phrases = {name: getattr(value, language, value) for name, value in details.items()}
    try:
        return (CODES[code].zh if language == "zh" else CODES[code].en).format_map(phrases)
    except KeyError:
        return None


def found(code: str, place: Place | None = None, /, **details: object) -> Diagnostic:
    """A diagnostic of `code` at a place, its message filled from `details`."""
    return Diagnostic(code, details, place or NOWHERE)


def pictured(count: int) -> Diagnostic:
    """P005 for so many pictures that stand where boxes stand, each of which is U+FFFD in the text."""
    en = f"{count} picture(s) stand where boxes stand; whether they are ticked is not known"
    return found("P005", reason=Phrase(en, f"有 {count} 处图片位于复选框的位置，无法得知是否勾选"))


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """What every station returns: a value, and what there is to say about it."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, value: T, diagnostics: Iterable[Diagnostic] = ()) -> Result[T]:
        """A result from any iterable of diagnostics."""
        return cls(value, tuple(diagnostics))

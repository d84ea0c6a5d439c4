"""What the reports themselves say, in both languages, and text that is safe in every one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from gicat.diagnostics import Language, Phrase, Severity

_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""What could drive a terminal, breaks a line where none is meant, or is illegal in XML 1.0 (section 2.2)."""

SEVERITIES: Mapping[Severity, Phrase] = MappingProxyType({
    Severity.ERROR: Phrase("error", "错误"),
    Severity.WARNING: Phrase("warning", "警告"),
    Severity.INFO: Phrase("info", "提示"),
})  # fmt: skip

WORDS: Mapping[str, Phrase] = MappingProxyType({
    "line": Phrase("line {n}", "第{n}行"),
    "page": Phrase("page {n}", "第{n}页"),
    "table": Phrase("table {n}", "表{n}"),
    "row": Phrase("row {n}", "第{n}行"),
    "table-row": Phrase("table row {n}", "表格第{n}行"),
    "whole": Phrase("the whole file", "整个文件"),
    "catalogue": Phrase("catalogue {title}", "目录《{title}》"),
    "item": Phrase("item {name}", "事项“{name}”"),
    "column": Phrase("column {label}", "“{label}”栏"),
    "empty": Phrase("(empty cell)", "（空单元格）"),
    "reason": Phrase("why", "原因"),
    "fix": Phrase("fix", "改法"),
    "becomes": Phrase("{before} → {after}", "{before} → {after}"),
    "safe": Phrase("gicat fix does it", "gicat fix 可自动修改"),
    "unsafe": Phrase("gicat fix --unsafe-fixes does it; check the result",
                     "gicat fix --unsafe-fixes 可修改，请核对结果"),
    "inferred": Phrase("rests on a value that is not printed in this cell; counted one severity lower",
                       "依据的内容并未印在本格，系推断而来，严重程度降一级"),
    "inherited": Phrase("printed in a merged cell or stated for several items",
                        "印在合并单元格中，或对多个事项统一说明"),
    "also": Phrase("the same {n} more time(s): {where}", "同样问题另有 {n} 处：{where}"),
    "more": Phrase("{where} and {n} more", "{where}等，另 {n} 处"),
    "rules": Phrase("About these findings", "规则说明"),
    "rule": Phrase("the whole text: gicat rules {code}", "全文：gicat rules {code}"),
    "clean": Phrase("nothing to change", "无需修改"),
    "passed": Phrase("passed", "通过"),
    "failed": Phrase("failed", "未通过"),
    "counts": Phrase("{files} file(s): {error} error(s), {warning} warning(s), {info} note(s)",
                     "共 {files} 个文件：错误 {error} 个，警告 {warning} 个，提示 {info} 个"),
    "known": Phrase("{n} more finding(s) are in the baseline and not shown", "另有 {n} 个已记入基线，不再显示"),
    "hidden": Phrase("{n} less severe finding(s) are not shown; -v shows them",
                     "另有 {n} 个较轻的问题未显示，-v 可显示"),
    "title": Phrase("Validation of catalogues", "公开目录检查结果"),
    "place": Phrase("place", "位置"), "severity": Phrase("severity", "程度"), "code": Phrase("rule", "规则"),
    "message": Phrase("what is wrong", "问题"), "file": Phrase("file", "文件"), "result": Phrase("result", "结果"),
    "left": Phrase("{n} more finding(s) are left out here: the summary would be too long",
                   "篇幅所限，此处略去 {n} 个"),
})  # fmt: skip


def say(key: str, language: Language, **details: object) -> str:
    """A phrase of `WORDS` in a language, its placeholders filled."""
    return in_language(WORDS[key], language).format_map(details)


def in_language(phrase: Phrase, language: Language) -> str:
    """The phrase in one of its languages."""
    return phrase.zh if language == "zh" else phrase.en


def mended(text: str) -> str:
    """Text that UTF-8 can encode: pairs of surrogates joined, lone ones replaced."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def visible(text: str) -> str:
    """Text whose control characters are written out as escapes; line feeds and tabs stay."""
    text = mended(text).replace("\r\n", "\n").replace("\r", "\n")
    return _UNSAFE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def one_line(text: str) -> str:
    """Visible text in one line, white space narrowed to single spaces."""
    return " ".join(visible(text).split())

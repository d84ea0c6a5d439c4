"""What the command line itself says, in both languages; findings in files are in `gicat.diagnostics`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Message(NamedTuple):
    """One line in English and Chinese."""

    en: str
    zh: str


MESSAGES: Mapping[str, Message] = MappingProxyType({
    "missing": Message("no such file", "文件不存在"),
    "directory": Message("it is a directory; name the files in it", "这是一个目录，请给出其中的文件"),
    "unopened": Message("cannot be opened: {why}", "无法打开：{why}"),
    "twice": Message("standard input can be read once only", "标准输入只能读取一次"),
    "internal": Message("internal error: {what}; run again with --debug and report it",
                        "内部错误：{what}；请用 --debug 重新运行并反馈"),
    "unwritable": Message("cannot be written: {why}", "无法写入：{why}"),
    "overwrites": Message("is one of the files to read", "与输入文件相同"),
    "no-pages": Message("--pages does nothing: {format} has no pages", "--pages 不起作用：{format} 无页码"),
    "repeated": Message("×{count}, the first is shown; -v shows all", "共 {count} 处，仅示首处；-v 显示全部"),
    "summary": Message("{catalogues} catalogue(s), {items} item(s)", "{catalogues} 个目录，{items} 个事项"),
    "counts": Message("{error} error(s), {warning} warning(s), {info} note(s)",
                      "错误 {error}，警告 {warning}，提示 {info}"),
    "no-files": Message("no file in it that gicat checks", "其中没有可检查的文件"),
    "left-out": Message("left out: {count} file(s) that are no submissions by their names: {names}",
                        "未检查 {count} 个文件（按名称不是目录文件）：{names}"),
    "no-input": Message("nothing to check: every file is excluded", "没有可检查的文件：均被排除"),
    "baseline-written": Message("{count} finding(s) written; they are no longer reported with --baseline {name}",
                                "已写入 {count} 条，使用 --baseline {name} 时不再报告"),
    "baseline-stale": Message("{count} finding(s) of the baseline are gone; --write-baseline renews it",
                              "基线中有 {count} 条已消除，可用 --write-baseline 更新"),
    "hidden": Message("{count} note(s) not shown; -v shows them", "另有 {count} 条提示未显示，-v 显示"),
    "fixed": Message("{count} fix(es) made", "已修改 {count} 处"),
    "fixable": Message("{count} more with --unsafe-fixes; check what they change",
                       "另有 {count} 处可用 --unsafe-fixes 修改，请核对结果"),
    "one-document": Message("it holds {count} documents; give one that holds one",
                            "其中有 {count} 份文档，请给出只含一份的文件"),
    "page": Message("page {n}", "第{n}页"),
    "table": Message("table {n}", "表{n}"),
    "row": Message("row {n}", "行{n}"),
})  # fmt: skip

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
    "batch-nothing": Message("no input: nothing in the paths is chosen that gicat reads",
                             "没有输入：所给路径中没有选定的可读文件"),
    "batch-not-read": Message("left out: {why}", "未读取：{why}"),
    "batch-collision": Message("{one} and {other} have the same result; leave one out with --exclude, or rename it",
                               "{one} 与 {other} 的结果同名；请用 --exclude 排除其一，或重命名"),
    "batch-no-folder": Message("is not a folder", "不是文件夹"),
    "batch-inside": Message("must be outside of {name}, which is to be read, and must not hold it",
                            "须在输入 {name} 之外，且不得包含它"),
    "batch-own": Message("gicat batch writes there itself; choose another name",
                         "该位置由 gicat batch 自身使用，请另选名称"),
    "batch-used": Message("an earlier run is in it; --resume goes on with it, --overwrite starts anew",
                          "其中已有先前的运行；--resume 继续，--overwrite 重新开始"),
    "batch-exists": Message("is there already; --overwrite replaces it", "已存在；--overwrite 将其替换"),
    "batch-locked": Message("another gicat batch is writing to it", "另一个 gicat batch 正在写入"),
    "batch-stopped": Message("{why}; stopped, what is done is kept: --resume goes on with it",
                             "{why}；已停止，已完成的结果保留，可用 --resume 继续"),
    "batch-interrupted": Message("interrupted; --resume goes on", "已中断；可用 --resume 继续"),
    "batch-progress": Message("{done} of {total} files, {items} items, {failed} failed, {left} left",
                              "已处理 {done}/{total} 个文件，{items} 个事项，失败 {failed}，剩余 {left}"),
    "batch-done": Message("{status}, {items} item(s), {seconds} s", "{status}，{items} 个事项，{seconds} 秒"),
    "batch-kept": Message("unchanged", "未变动"),
    "batch-converted": Message("converted", "已转换"),
    "batch-partial": Message("converted in part", "部分转换"),
    "batch-failed": Message("failed", "失败"),
    "batch-summary": Message("{converted} converted, {partial} in part, {failed} failed, {skipped} left out; "
                             "{items} items in {seconds} s",
                             "已转换 {converted}，部分转换 {partial}，失败 {failed}，未读取 {skipped}；"
                             "{items} 个事项，用时 {seconds} 秒"),
    "batch-earlier": Message("{count} of them by an earlier run", "其中 {count} 个由先前的运行完成"),
    "batch-more": Message("{count} more failed; {manifest} has all", "另有 {count} 个失败；详见 {manifest}"),
    "batch-file": Message("file", "文件"),
    "batch-why": Message("why it failed", "失败原因"),
    "page": Message("page {n}", "第{n}页"),
    "table": Message("table {n}", "表{n}"),
    "row": Message("row {n}", "行{n}"),
})  # fmt: skip

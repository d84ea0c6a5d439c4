"""Writes docs/rules from the docstrings of the rules and rules.zh.toml: `python -m docs.make_rules`.

One page for each code: what a rule says of itself, or what a code of reading (R) and inference (P) stands for; in
English, and below in Chinese. A test compares the pages with what is written here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from gicat.diagnostics import CODES
from gicat.rules.described import UsedRule, described
from gicat.rules.registry import rules

FOLDER = Path(__file__).parent / "rules"
INDEX = "README.md"
GROUPS: Mapping[str, tuple[str, str]] = {
    "S": ("Structure", "结构"), "F": ("Presence", "要素"), "V": ("Values", "内容与格式"), "X": ("Options", "勾选项"),
    "L": ("Law", "法律依据"), "C": ("Consistency", "一致性"), "R": ("Reading", "读取"), "P": ("Inference", "推断"),
}  # fmt: skip
FIXES = {
    "safe": "`gicat fix` mends it. 可由 `gicat fix` 自动修改。",
    "unsafe": "`gicat fix --unsafe-fixes` mends it; check the result. 可由 `gicat fix --unsafe-fixes` 修改，须核对。",
    None: "",
}


def pages() -> dict[str, str]:
    """File name to text of every page, the index too; rules that other packages add have none."""
    known = [rule for rule in rules() if type(rule).__module__.startswith("gicat.")]
    codes = described(known)
    return {INDEX: _index(codes), **{f"{code}.md": _page(rule) for code, rule in codes.items()}}


def _page(rule: UsedRule) -> str:
    english, chinese = _sentence(rule.title.en), _sentence(rule.title.zh, "。")
    head = [f"# {rule.code} {rule.name}", f"{english} {chinese}"]
    head += [f"Severity: **{rule.severity}**. {FIXES[rule.fixable]}".strip()]
    said = [_messages(rule)] if rule.code in CODES else []
    return "\n\n".join([*head, *said, rule.help, "---", chinese, _without_examples(rule.help_zh)]).rstrip() + "\n"


def _without_examples(chinese: str) -> str:
    """The Chinese text with a reference to the examples above it on the page."""
    return re.sub(r"^## 示例\n.*?(?=^## 配置项$)", "示例和反例见上文。\n\n", chinese, flags=re.MULTILINE | re.DOTALL)


def _messages(rule: UsedRule) -> str:
    """What a code says; braces stand for what is filled in."""
    code = CODES[rule.code]
    return f"## What it says\n\n- `{code.en}`\n- `{code.zh}`"


def _index(codes: Mapping[str, UsedRule]) -> str:
    parts = [
        "# Rules",
        "Written by `python -m docs.make_rules` from the docstrings; `gicat rules CODE` shows the same, in "
        "Chinese with `--lang zh`. 每页先英文、后中文；`gicat rules CODE --lang zh` 显示同样的中文说明。",
    ]
    order = list(GROUPS)
    listed = sorted(codes.values(), key=lambda rule: (order.index(rule.code[0]), rule.code))
    for group, members in groupby(listed, key=lambda rule: rule.code[0]):
        rows = ["| code | severity | what it finds | 含义 | fix |", "| --- | --- | --- | --- | --- |"]
        rows += [
            f"| [{rule.code}]({rule.code}.md) | {rule.severity} | {rule.title.en} | {rule.title.zh} | "
            f"{rule.fixable or ''} |"
            for rule in members
        ]
        parts += [f"## {group}: {GROUPS[group][0]} {GROUPS[group][1]}", "\n".join(rows)]
    return "\n\n".join(parts) + "\n"


def _sentence(text: str, stop: str = ".") -> str:
    return text if text.endswith((".", "。")) else text[:1].upper() + text[1:] + stop


def main() -> None:
    """Writes the pages, and removes those of codes that are gone."""
    FOLDER.mkdir(exist_ok=True)
    made = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

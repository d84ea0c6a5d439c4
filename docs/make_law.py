"""Writes docs/law.md from the rules of group L and the registry of instruments: `python -m docs.make_law`.

Each rule with what it rests on and how that was verified, then every instrument. A test compares the page.
"""

from __future__ import annotations

from pathlib import Path

from gicat.lexicon.instruments import Instrument, registry
from gicat.rules.law import Authority, LawRule
from gicat.rules.registry import rules

PAGE = Path(__file__).parent / "law.md"
VERIFIED = {
    "text": "text read 已读原文", "page": "title and number seen 名称文号已核", "unverified": "not verified 未核实",
}  # fmt: skip
STATUS = {
    "in_force": "in force 有效",
    "repealed": "repealed 废止",
    "superseded": "superseded 被替代",
    "unknown": "unknown 不明",
}


def page() -> str:
    """The text of the page."""
    parts = [
        "# The law 法律依据",
        "Written by `python -m docs.make_law` from the rules and from `lexicon/instruments.toml`. What is not verified "
        "never drives an error. 本页由程序生成。未经核实的条目不会导致错误级别的问题。",
        "## Rules 规则",
        "\n".join(
            ["| rule | severity | what it finds | 含义 | rests on 依据 | verified 核实 |", _LINE * 6 + "|", *_rules()]
        ),
        "## Instruments 法规文件",
        "\n".join(
            [
                "| id | title 名称 | number 文号 | status 状态 | verified 核实 | how 核实方式 |",
                _LINE * 6 + "|",
                *_instruments(),
            ]
        ),
    ]
    return "\n\n".join(parts) + "\n"


_LINE = "| --- "


def _rules() -> list[str]:
    return [
        _row(
            f"[{rule.code}](rules/{rule.code}.md)", rule.severity.value, rule.title.en, rule.title.zh,
            "；".join(map(_cited, rule.authorities)),
            ", ".join(dict.fromkeys(VERIFIED[_of(authority).verified] for authority in rule.authorities)),
        )
        for rule in rules()
        if isinstance(rule, LawRule)
    ]  # fmt: skip


def _instruments() -> list[str]:
    return [_row(each.id, each.title, "、".join(each.numbers), _status(each), VERIFIED[each.verified], each.how)
            for each in registry().by_id.values()]  # fmt: skip


def _status(each: Instrument) -> str:
    ended = f", {each.ended}" if each.ended else ""
    return STATUS[each.status] + ended + (f" → {each.successor}" if each.successor else "")


def _of(authority: Authority) -> Instrument:
    return registry().by_id[authority.instrument]


def _cited(authority: Authority) -> str:
    one = _of(authority)
    number = f"（{one.number}）" if one.number else ""
    return f"《{one.title}》{number}{authority.part}"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()

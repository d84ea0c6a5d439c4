"""The reports that people read: full, concise, Markdown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.reports import CheckedFile, Run, concise, full, github, markdown
from gicat.reports.heads import head_of
from gicat.reports.marked import changed, columns, marked
from gicat.rules.base import Finding, Fix
from tests.reports.building import PATH, RULES, document, finding, run


def test_concise_is_one_line_a_finding() -> None:
    assert concise.write(run()).splitlines() == [
        f"{PATH}:5: V001 [warning] V001 is wrong, 100%: see",
        f"{PATH}:5: V007 [error] V007 is wrong, 100%: see",
        f"{PATH}:6: V007 [warning] V007 is wrong, 100%: see",
        "b.pdf: R012 [error] no catalogue in it",
    ]


def test_a_page_stands_where_there_are_no_lines() -> None:
    made = document()
    place = schema.Place(page=3, table=0, row=4, column=1)
    found = (finding(made, "V007", 0, "deadline", places=(place,)),)
    one = Run("0.1.0", (CheckedFile("a.pdf", head_of(made), found),), RULES)
    assert concise.write(one) == "a.pdf:page 3 table row 5: V007 [error] V007 is wrong, 100%: see\n"
    assert concise.write(replace(one, language="zh")).startswith("a.pdf:第3页 表格第5行: V007 [error] V007有误")


def test_full_says_where_what_why_and_what_to_do() -> None:
    assert (
        full.write(run())
        == f"""\
{PATH}

  V001 warning  line 5  item 森林防火, column 监督电话
    │ 0579—6600123
    │     ^
    V001 is wrong, 100%: see
    fix: write it otherwise
        0579—6600123 → 0579-6600123  (gicat fix does it)

  V007 error  line 5  item 森林防火, column 公开时限
    │ 1个月内
    V007 is wrong, 100%: see
    fix: write it otherwise

  V007 warning  line 6  item 古树名木, column 公开时限
    │ 1个月内
    V007 is wrong, 100%: see
    fix: write it otherwise
    rests on a value that is not printed in this cell; counted one severity lower

b.pdf

  R012 error  the whole file
    no catalogue in it

About these findings

  V001 A misprinted phone (phone-malformed)
    The limit runs from a day (Art. 26).
    《条例》第二十六条
    the whole text: gicat rules V001

  V007 No start (deadline-without-event)
    The limit runs from a day (Art. 26).
    《条例》第二十六条
    the whole text: gicat rules V007

failed: 3 file(s): 2 error(s), 2 warning(s), 0 note(s)
"""
    )


def test_full_in_chinese() -> None:
    told = full.write(run(language="zh", known=2, hidden=3))
    assert "V007 错误  第5行  事项“森林防火”，“公开时限”栏" in told
    assert "改法：请 改写" in told
    assert told.endswith("未通过: 共 3 个文件：错误 2 个，警告 2 个，提示 0 个\n"
                         "另有 2 个已记入基线，不再显示\n另有 3 个较轻的问题未显示，-v 可显示\n")  # fmt: skip


def test_why_and_source_are_in_the_language_of_the_report() -> None:
    chinese = "## 理由\n\n自某日起算。\n\n## 依据\n\n条例第二十六条。\n"
    rules = {**RULES, "V007": replace(RULES["V007"], help_zh=chinese)}
    told = full.write(run(rules=rules, language="zh"))
    assert "    自某日起算。\n    条例第二十六条。\n" in told
    assert told.count("The limit runs from a day") == 1, "a rule of another package has its docstring only"
    assert "自某日起算" not in full.write(run(rules=rules))


def test_the_same_finding_of_many_cells_is_told_once() -> None:
    made = document()
    one = finding(made, "V007", 0, "deadline")
    places = [(schema.Place(line=line),) for line in range(1, 13)]
    found = tuple(replace(one, places=place) for place in places)
    told = full.write(Run("0.1.0", (CheckedFile("a.txt", head_of(made), found),), RULES))
    assert told.count("V007 error") == 1
    assert "the same 11 more time(s): line 2, line 3, line 4, line 5, line 6, line 7, line 8, line 9 and 3" in told


def test_a_fix_of_several_texts_has_a_line_for_each() -> None:
    made = document()
    proper = "信息形成或者变更之日起20个工作日内"
    changes = (("形成或变更之日起20个工作日内公开", proper), ("政府信息形成（变更）20个工作日内", proper))
    fix = Fix(lambda given: None, False, "；".join(before for before, _ in changes), proper, changes)
    found = (finding(made, "V007", 0, "deadline", fix=fix),)
    told = full.write(Run("0.1.0", (CheckedFile("a.txt", head_of(made), found),), RULES, width=200)).splitlines()
    at = told.index(f"        {changes[0][0]} → {proper}")
    assert told[at + 1].startswith(f"        {changes[1][0]} → {proper}  (")


def test_color_only_where_wanted() -> None:
    assert "\x1b[" not in full.write(run())
    assert "\x1b[" in full.write(run(color=True))


def test_an_empty_cell_is_shown_as_such() -> None:
    made = document()
    found = (finding(made, "V007", 0, "deadline", printed="", quote=None),)
    assert "│ (empty cell)" in full.write(Run("0.1.0", (CheckedFile("a.txt", head_of(made), found),), RULES))


@pytest.mark.parametrize(
    ("printed", "quote", "width", "lines"),
    [
        ("一二三", "二", 40, [("一二三", "  ^^")]),
        ("a b c", "b c", 40, [("a b c", "  ^^^")]),
        ("第十\n九条", "十九", 40, [("第十", "  ^^"), ("九条", "^^")]),
        ("一二三", "四", 40, [("一二三", "")]),
        ("一二三", "一二三", 40, [("一二三", "")]),
        ("1\n2\n3\n4\n5", "4", 40, [("3", ""), ("4", "^"), ("5", "")]),
        ("一二三四五六七八九十", "九", 12, [("…六七八九十", "       ^^")]),
        ("一二三四五六七八九十", None, 9, [("一二三四…", "")]),
        (
            "0589—6601001（市水务中心）、0589—6601002（法规科）",
            "0589—6601002",
            40,
            [("…、0589—6601002（法规科）", "   ^^^^^^^^^^^^")],
        ),
        (
            "0589—6601001（市水务中心）、0589—6601002（法规科）",
            "0589—6601002",
            24,
            [("…、0589—6601002…", "   ^^^^^^^^^^^^")],
        ),
        ("一二三《示例市政府信息公开办法》", "公开", 20, [("…政府信息公开办法》", "         ^^^^")]),
    ],
)
def test_marking(printed: str, quote: str | None, width: int, lines: list[tuple[str, str]]) -> None:
    shown = marked(printed, quote, width)
    assert [(line.text, line.underline.rstrip()) for line in shown] == lines
    assert all(columns(line.text) <= width for line in shown)


def test_a_long_change_is_cut_down_to_what_differs() -> None:
    assert changed("1", "2") == ("1", "2")
    same = "一二三四五六七八九十"
    assert changed(f"{same * 3}甲乙{same * 3}", f"{same * 3}甲{same * 3}") == (
        "…六七八九十甲乙一二三四五六…",
        "…六七八九十甲一二三四五六…",
    )
    assert changed(f"{same * 2}0589—6601001（市水务中心）", f"{same * 2}0589-6601001（市水务中心）") == (
        "…九十0589—6601001…",
        "…九十0589-6601001…",
    )
    assert changed(f"{same * 3}。。", f"{same * 3}。") == ("…六七八九十。。", "…六七八九十。")


def test_a_code_without_suggestion_tells_what_its_help_says() -> None:
    told = "## Why\n\nso\n\n## What to do\n\nSend it\nagain.\n"
    rules = {**RULES, "R012": replace(RULES["R012"], help=told, help_zh="## 处理办法\n\n请重新提交。\n")}
    assert "fix: Send it again." in full.write(run(rules=rules))
    assert "改法：请重新提交。" in full.write(run(rules=rules, language="zh"))


def test_markdown_has_a_row_for_every_file_and_finding() -> None:
    told = markdown.write(run())
    rows = [line for line in told.splitlines() if line.startswith("| ") and "---" not in line]
    assert len(rows) == 1 + 3 + 2 * 1 + 4
    assert told.startswith("## Validation of catalogues: failed\n\n3 file(s): 2 error(s), 2 warning(s), 0 note(s)\n")
    assert "| c.txt | ✅ passed | 0 | 0 | 0 |" in told


def test_markdown_keeps_what_is_printed_from_being_markup() -> None:
    made = document()
    message = Phrase("a|b <img> `x` @all #1\n*c* \\", "")
    found = (Finding("V007", Severity.ERROR, message, path="a"),)
    told = markdown.write(Run("0.1.0", (CheckedFile("a.txt", head_of(made), found),), RULES))
    assert r"a\|b &lt;img&gt; \`x\` \@all \#1 \*c\* \\" in told


def test_the_step_summary_stays_below_the_limit_and_counts_the_rest() -> None:
    made = document()
    found = tuple(finding(made, "V007", 0, "deadline", repeat=number) for number in range(9_000))
    told = github.summary(Run("0.1.0", (CheckedFile("a.txt", head_of(made), found),), RULES))
    assert len(told.encode()) < 1024 * 1024
    shown = told.count("V007<br>")
    assert f"{9_000 - shown} more finding(s) are left out here" in told
    assert github.summary(run()) == markdown.write(run())

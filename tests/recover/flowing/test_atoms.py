"""Pieces to atoms: what is put together before anything is decided, and what is left apart."""

from __future__ import annotations

import pytest

from gicat.grid import Break
from gicat.recover.flowing.atoms import lead, printed
from gicat.recover.flowing.pieces import Gap
from tests.recover.flowing.texts import joined, texts


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("《节约用水条\n\n例》 办公室", ["《节约用水条\n例》", "办公室"]),
        ("《供水办法》（市政府令\n第 9 号） 办公室", ["《供水办法》（市政府令\n第 9 号）", "办公室"]),
        ("（一）节水 供水", ["（一）节水", "供水"]),
        ("《供水办法\n\f（试行）》", ["《供水办法", "（试行）》"]),
        ("《供水办法\n□政府网站\n》", ["《供水办法", "□政府网站", "》"]),
        ("《供水办法\n\xa0\n》", ["《供水办法", "", "》"]),
        ("供水）排水", ["供水）排水"]),
    ],
    ids=["title", "number-of-an-instrument", "closed", "page", "box", "empty-cell", "never-opened"],
)
def test_the_inside_of_a_bracket_stays_together(text: str, together: list[str]) -> None:
    assert texts(text) == together


def test_a_bracket_that_is_never_closed_holds_nothing() -> None:
    assert texts("《" + "\n".join("甲乙丙丁戊己庚辛壬癸子丑寅卯")) == ["《甲", *"乙丙丁戊己庚辛壬癸子丑寅卯"]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("自第 15 日起", ["自第 15 日起"]),
        ("依托 APP 办理", ["依托 APP 办理"]),
        ("综合科 15 个工作日", ["综合科", "15 个工作日"]),
        ("3 节水信息", ["3", "节水信息"]),
        ("节水信息 供水信息", ["节水信息", "供水信息"]),
        ("自第\n15 日起", ["自第", "15", "日起"]),
    ],
    ids=["digits", "letters", "number-that-begins", "row-number", "words", "line-end"],
)
def test_white_space_beside_digits_and_letters_is_none(text: str, together: list[str]) -> None:
    assert texts(text) == together


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("0589-\n6601001\n6601002", ["0589-\n6601001", "6601002"]),
        ("0589—\n\n6601001", ["0589—\n6601001"]),
        ("电话0589-\n6601001", ["电话0589-\n6601001"]),
        ("0589-\n\f6601001", ["0589-", "6601001"]),
        ("2024-\n2025", ["2024-", "2025"]),
        ("0589-\n办公室", ["0589-", "办公室"]),
    ],
    ids=["dash", "blank-line", "words-before", "page", "years", "words"],
)
def test_a_dialled_number_goes_on_behind_its_dash(text: str, together: list[str]) -> None:
    assert texts(text) == together


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("☑政府网站 □政府公报\n\n□其他", ["☑政府网站 □政府公报\n□其他"]),
        ("☑政府网站\n□其他\n□预公开", ["☑政府网站\n□其他", "□预公开"]),
        ("☑政府网站\n☑全文发布", ["☑政府网站", "☑全文发布"]),
        ("☑政府网站 □政府公报\n☑政府网站", ["☑政府网站 □政府公报", "☑政府网站"]),
        ("☑政府网站\n\f□政府公报", ["☑政府网站", "□政府公报"]),
        ("☑政府网站\n\xa0\n□政府公报", ["☑政府网站", "", "□政府公报"]),
        ("☑政府网站\n综合科", ["☑政府网站", "综合科"]),
    ],
    ids=["continued", "behind-other", "other-codelist", "printed-twice", "page", "empty-cell", "words"],
)
def test_a_list_of_boxes_goes_on_until_another_begins(text: str, together: list[str]) -> None:
    assert texts(text) == together


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("□电子信息\n屏\n□其他", ["□电子信息\n屏\n□其他"]),
        ("☑政府网站 □便民服\n务点 □其他", ["☑政府网站 □便民服\n务点 □其他"]),
        ("□村务微\n信群 ☑政府网站", ["□村务微\n信群 ☑政府网站"]),
        ("☑政府网站\n村民小组\n□政府公报", ["☑政府网站", "村民小组", "□政府公报"]),
    ],
    ids=["to-a-known-label", "in-a-line", "of-no-list", "behind-a-whole-label"],
)
def test_the_rest_of_a_label_belongs_to_its_list(text: str, together: list[str]) -> None:
    assert texts(text) == together


@pytest.mark.parametrize(
    ("text", "boxed"),
    [
        ("●政府网站\n●政府公报", [True]),
        ("●受理条件\n●申请材料", [False, False]),
        ("√政府网站 √政府公报", [True]),
        ("√\n√", [False, False]),
        ("□村务广播", [True]),
    ],
    ids=["before-options", "bullets", "ticks-before-options", "ticks", "nothing-but-a-box"],
)
def test_bullets_and_ticks_are_boxes_before_options_only(text: str, boxed: list[bool]) -> None:
    assert [atom.boxed for atom in joined(text)] == boxed


def test_an_atom_knows_its_lines() -> None:
    first, second = joined("（节约用\n\n水） 办公室")
    assert (first.line, first.gap, first.lines) == (1, Gap.LINE, (8, 4))
    assert (second.line, second.gap, second.space, second.lines, second.lead) == (3, Gap.SPACE, " ", (6,), 2)


@pytest.mark.parametrize(
    ("text", "wide"),
    [("公开", 2), ("20个", 2), ("网、站", 4), ("A-1级", 3), ("《节约", 4), ("（“三定", 6), ("(一)", 4), ("", 0)],
)
def test_what_a_line_cannot_end_in(text: str, wide: int) -> None:
    assert lead(text) == wide


def test_a_cell_prints_its_atoms_with_their_white_space_and_wraps() -> None:
    cell = printed(joined("领导姓名  职务\n分工"))
    assert (cell.text, cell.breaks) == ("领导姓名  职务\n分工", (Break.WRAP,))

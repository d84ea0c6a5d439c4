"""Option lists: labels, states, fillings, and what an incomplete print does not tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.grid import Break, Mark, Printed
from gicat.lexicon import lexicon
from gicat.recognise.boxes import boxes
from gicat.recognise.options import choices
from gicat.text import bare, key
from tests.building import printed

KNOWN = [
    "政府网站",
    "政府公报",
    "公告栏",
    "微信公众号",
    "政务服务中心（行政审批局）",
    "发布会/听证会",
    "精准推送",
    "电视",
]
ODD = st.text("■□☑√口R?？×〇○12.①（）()、；;：:_ \n其他公开备注：无", max_size=25)


def states(text: str) -> list[tuple[str, bool | None]]:
    return [(choice.label, choice.checked) for choice in choices(printed(text))]


def notes(text: str) -> list[tuple[str, bool | None, str | None]]:
    return [(choice.label, choice.checked, choice.note) for choice in choices(printed(text))]


LISTS = st.lists(st.tuples(st.sampled_from(KNOWN), st.booleans()), min_size=1, unique_by=lambda pair: pair[0])
GLYPHS = st.sampled_from(["■□", "☑□", "√□", "●○", "þ¨", "R£", "☒☐", "▲△"])


@given(LISTS, GLYPHS, st.sampled_from(["", " ", "\n", "  ", "；", "、"]), st.sampled_from(["", " "]))
def test_a_printed_list_reads_back(options: list[tuple[str, bool]], glyphs: str, between: str, behind: str) -> None:
    text = between.join((glyphs[0] if on else glyphs[1]) + behind + label for label, on in options)
    assert states(text) == options


@given(LISTS, st.sampled_from(["■□", "☑□", "√□"]), st.sampled_from([" ", "\n", "；"]))
def test_a_list_with_the_box_behind_the_label_reads_back(
    options: list[tuple[str, bool]], glyphs: str, between: str
) -> None:
    text = between.join(label + (glyphs[0] if on else glyphs[1]) for label, on in options)
    assert states(text) == options


@given(ODD | st.text(max_size=20))
def test_labels_are_printed_and_distinct(text: str) -> None:
    found = choices(printed(text))
    assert len({key(choice.label) for choice in found}) == len(found)
    for choice in found:
        assert choice.label
        assert bare(choice.label) in bare(text)
        assert choice.mark is None or choice.mark in text
        assert choice.note is None or bare(choice.note) in bare(text)


@given(ODD)
def test_no_box_no_unticked(text: str) -> None:
    if not boxes(printed(text)):
        assert all(choice.checked and choice.mark is None for choice in choices(printed(text)))


class TestDoubled:
    def test_printed_twice_is_once_and_ticked_wins(self) -> None:
        found = choices(printed("□政府网站 ■公告栏 ■政府网站"))
        assert [(c.label, c.checked, c.times) for c in found] == [("政府网站", True, 2), ("公告栏", True, 1)]

    def test_order_is_that_of_first_print(self) -> None:
        assert [label for label, _ in states("■公告栏 □电视 □公告栏")] == ["公告栏", "电视"]

    def test_width_makes_no_other_label(self) -> None:
        assert states("□发布会/听证会 ■发布会／听证会") == [("发布会/听证会", True)]


class TestOther:
    @pytest.mark.parametrize("text", ["□其他：____", "□其他____", "□其他：", "□其他"])
    def test_an_empty_filling_is_none(self, text: str) -> None:
        assert notes(text) == [("其他", False, None)]

    @pytest.mark.parametrize(
        "text", ["■其他：村民大会", "■其他：__村民大会__", "■其他 ：村民\n大会", "■其他__村民大会"]
    )
    def test_the_filling_is_kept_in_note(self, text: str) -> None:
        assert notes(text) == [("其他", True, "村民大会")]

    def test_a_remark_in_a_bracket_stays_with_the_label(self) -> None:
        assert notes("□其他（请注明）：____") == [("其他（请注明）", False, None)]
        assert lexicon().code("channels", "其他（请注明）") == "other"

    def test_the_filling_behind_a_box_behind_the_label(self) -> None:
        assert notes("政府网站■ 公告栏□ 其他■：大会") == [
            ("政府网站", True, None),
            ("公告栏", False, None),
            ("其他", True, "大会"),
        ]


class TestBrackets:
    @pytest.mark.parametrize("text", ["☑政务服务中心（行政审批局）", "☑政务服务中心\n（行政审批局）"])
    def test_bracket_stays_in_the_label(self, text: str) -> None:
        assert states(text) == [("政务服务中心（行政审批局）", True)]


class TestWithoutBoxes:
    @pytest.mark.parametrize(
        "text",
        [
            "政府网站、公告栏",
            "政府网站\n公告栏",
            "政府网站；公告栏",
            "1.政府网站 2.公告栏",
            "1.政府网站2.公告栏",
            "①政府网站②公告栏",
        ],
    )
    def test_the_named_options_are_ticked(self, text: str) -> None:
        assert states(text) == [("政府网站", True), ("公告栏", True)]

    def test_without_an_unticked_box_the_ticked_ones_are_held(self) -> None:
        assert states("√政府网站 √公告栏") == [("政府网站", True), ("公告栏", True)]

    @pytest.mark.parametrize("text", ["", " \n", "—", "/", "无", "■", "□ □"])
    def test_nothing_named(self, text: str) -> None:
        assert states(text) == []

    def test_zero_in_a_year_is_no_box(self) -> None:
        assert states("二〇二〇年起在公告栏公开") == [("二〇二〇年起在公告栏公开", True)]

    @pytest.mark.xfail(strict=True, reason="a ditto with nothing above is read as an option that is ticked")
    def test_a_ditto_names_nothing(self) -> None:
        assert states("同上") == []


class TestUnboxed:
    @pytest.mark.parametrize("text", ["■政府网站 □电视 公告栏", "■政府网站\n□电视\n公告栏"])
    def test_one_option_without_a_box_among_boxed_ones_is_null(self, text: str) -> None:
        assert states(text) == [("政府网站", True), ("电视", False), ("公告栏", None)]

    def test_at_the_start(self) -> None:
        assert states("公告栏 ■政府网站 □电视") == [("公告栏", None), ("政府网站", True), ("电视", False)]

    def test_at_the_end_of_boxes_behind_labels(self) -> None:
        """The hugging side decides: every box would otherwise tick its neighbour."""
        assert states("政府网站■ 电视□ 公告栏") == [("政府网站", True), ("电视", False), ("公告栏", None)]

    def test_an_unknown_label_at_the_start(self) -> None:
        assert states("乡情茶馆 ■政府网站 □电视")[0] == ("乡情茶馆", None)


class TestDoubtfulBoxes:
    @pytest.mark.parametrize("text", ["?政府网站 ?电视", "\ufffd政府网站 \ufffd电视"])
    def test_what_could_not_be_encoded_does_not_tell(self, text: str) -> None:
        assert states(text) == [("政府网站", None), ("电视", None)]

    @pytest.mark.parametrize("text", ["√政府网站 ×电视", "✓政府网站 ✗电视", "√ 政府网站\n× 电视"])
    def test_a_cross_denies(self, text: str) -> None:
        assert states(text) == [("政府网站", True), ("电视", False)]

    def test_two_boxes_that_contradict_before_one_label(self) -> None:
        assert states("■□政府网站 □电视") == [("政府网站", None), ("电视", False)]

    def test_a_control_is_believed_before_its_glyph(self) -> None:
        found = choices(Printed("☐政府网站", (), (Mark(0, "☐", state=True, control=True),)))
        assert [(c.label, c.checked) for c in found] == [("政府网站", True)]

    def test_a_control_in_contradiction_does_not_tell(self) -> None:
        found = choices(Printed("☐政府网站", (), (Mark(0, "☐", state=None, control=True),)))
        assert [(c.label, c.checked) for c in found] == [("政府网站", None)]

    @pytest.mark.parametrize("text", ["窗口", "RSS订阅", "出入口公告栏", "ROS系统"])
    def test_letters_and_kou_inside_words_are_no_boxes(self, text: str) -> None:
        assert boxes(printed(text)) == []

    def test_kou_typed_for_a_box(self) -> None:
        assert states("口政府网站 ■电视 口办事窗口") == [("政府网站", False), ("电视", True), ("办事窗口", False)]

    @pytest.mark.parametrize("text", ["[√]政府网站[ ]电视", "（√）政府网站（ ）电视", "【√】政府网站【】电视"])
    def test_boxes_of_brackets(self, text: str) -> None:
        assert states(text) == [("政府网站", True), ("电视", False)]


def test_commas_in_a_label_where_other_boxes_stand_apart() -> None:
    assert states("□局门户网站\n■报刊、广播、电视\n□其他") == [
        ("局门户网站", False),
        ("报刊、广播、电视", True),
        ("其他", False),
    ]
    assert [label for label, _ in states("■报刊、广播、□电视、□其他")] == ["报刊", "广播", "电视", "其他"]


def test_numbers_before_boxed_labels_are_no_part_of_them() -> None:
    assert states("☑1.政府网站 □2.电视") == [("政府网站", True), ("电视", False)]


def test_a_remark_below_the_list_is_no_option() -> None:
    assert states("☑政府网站\n□电视\n备注：年底前公开") == [("政府网站", True), ("电视", False)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("政府网站R 政府公报£", [("政府网站", True, None), ("政府公报", False, None)]),
        ("政府网站R\n其他£：群", [("政府网站", True, None), ("其他", False, "群")]),
        ("政府网站£", [("政府网站", False, None)]),
    ],
)
def test_a_letter_of_a_lost_symbol_font_behind_its_option(text: str, found: list[tuple[str, bool, str | None]]) -> None:
    assert notes(text) == found


def test_a_filling_behind_the_last_of_boxes_behind_labels() -> None:
    assert notes("政府网站 ☑政务微信 □其他 ☑：上门告知") == [
        ("政府网站", True, None), ("政务微信", False, None), ("其他", True, "上门告知")
    ]  # fmt: skip


def test_a_known_option_wrapped_between_two_others_is_one() -> None:
    found = choices(printed("政策解读、现场\n宣讲、预公开", Break.WRAP))
    assert [choice.label for choice in found] == ["政策解读", "现场宣讲", "预公开"]

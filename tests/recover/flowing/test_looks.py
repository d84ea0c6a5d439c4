"""What a text alone is worth in the columns, and what is the rest of a cell that a page's edge cut."""

from __future__ import annotations

import pytest

from gicat.grid import Printed
from gicat.recover.flowing import weights
from gicat.recover.flowing.lists import label_goes_on
from gicat.recover.flowing.looks import looks, shape
from gicat.recover.flowing.rests import finished, goes_on
from gicat.recover.flowing.slots import Slot

KINDS = ("number", "level", "name", "content", "legal_basis", "publishers", "deadline", "contacts", "channels")
LISTS = {"channels": ("channels",), "forms": ("forms",)}


def slot(kind: str, **known: object) -> Slot:
    return Slot(kind, range(4 if kind == "ticks" else 1), LISTS.get(kind, ()), **known)  # type: ignore[arg-type]


def worth(kind: str, text: str, **known: object) -> float:
    return looks(slot(kind, **known), text, boxed=text[0] in "☑□")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("12", "number"),
        ("各行业用水定额、节水标准，以及定额的调整情况和依据", "content"),
        ("《节约用水条例》（国务院令\n第776号）", "legal_basis"),
        ("供水排水科、节水中心", "publishers"),
        ("形成或变更之日起20个\n工作日内", "deadline"),
        ("0589-\n6601001", "contacts"),
        ("☑政府网站 □政府公报\n□其他", "channels"),
    ],
)
def test_a_cell_is_worth_most_in_its_own_column(text: str, kind: str) -> None:
    assert max(KINDS, key=lambda other: worth(other, text)) == kind


def test_an_unfinished_text_is_worth_less() -> None:
    assert worth("name", "节水标准、") < worth("name", "节水标准")
    assert worth("content", "节水标准（试行") < worth("content", "节水标准（试行）")
    assert worth("legal_basis", "《节约用水") < worth("legal_basis", "《节约用水》")


def test_a_long_text_is_content_rather_than_a_name_or_category() -> None:
    short, long = "节水标准", "各行业的节水标准及其调整情况"
    for kind in ("level", "name"):
        assert worth("content", long) - worth(kind, long) > worth("content", short) - worth(kind, short)


def test_a_point_of_an_enumeration_begins_no_name() -> None:
    assert worth("name", "1.节水标准") < worth("name", "节水标准")
    assert worth("content", "1.节水标准") == worth("content", "节水标准")


def test_a_list_is_worth_more_in_the_column_of_its_codelist() -> None:
    assert worth("channels", "☑政府网站 □政府公报") > worth("forms", "☑政府网站 □政府公报")
    assert worth("forms", "☑全文发布 □预公开") > worth("channels", "☑全文发布 □预公开")
    assert worth("name", "☑政府网站 □政府公报") == weights.LISTLESS


def test_options_seen_in_a_column_are_its_own_though_no_codelist_has_them() -> None:
    text = "☑村务广播 □院坝会"
    assert worth("channels", text, options=frozenset({"村务广播", "院坝会"})) > worth("channels", text)


def test_other_alone_is_hardly_a_list() -> None:
    assert worth("channels", "□其他") < worth("channels", "□政府网站 □其他")


def test_words_in_a_column_of_boxes() -> None:
    assert worth("channels", "政府网站", boxed=True) == weights.UNBOXED


def test_texts_of_other_rows_speak_for_a_column_or_against_it() -> None:
    plain = worth("publishers", "供水科")
    assert worth("publishers", "供水科", seen=frozenset({"供水科"})) == plain + weights.SEEN
    assert worth("publishers", "供水科", elsewhere=frozenset({"供水科"})) == plain + weights.SEEN_ELSEWHERE
    assert worth("publishers", "供水科", seen=frozenset({"办公室"})) == plain + weights.UNSEEN


def test_ticks_are_worth_as_many_as_there_are_columns() -> None:
    assert worth("ticks", "√ √ √") == 3 * weights.TICKED
    assert worth("ticks", "√ √ √ √ √") == weights.TICKS_TOO_MANY
    assert worth("ticks", "√ 用水户") < worth("ticks", "√")


@pytest.mark.parametrize(
    ("above", "more", "worth"),
    [
        ("☑政府网站 □信息公", "告栏 □其他", weights.LABEL_WHOLE),
        ("☑政府网站 □信息公告栏", "供水科", weights.STRAY_IN_LIST),
        ("☑政府网站 □村务", "广播", 0.0),
        ("政府网站", "供水科", 0.0),
    ],
)
def test_words_behind_a_list(above: str, more: str, worth: float) -> None:
    assert label_goes_on(above, more) == worth


@pytest.mark.parametrize(
    ("kind", "above", "below", "over"),
    [
        ("deadline", "20个工作日内", "供水", True),
        ("deadline", "20个工作日内", "公开", False),
        ("deadline", "20个工作", "日内", False),
        ("contacts", "0589-6601001", "供水科", True),
        ("contacts", "0589-66", "01001", False),
        ("contacts", "0589-6601001", "（供水科）", False),
        ("name", "供水科", "供水", False),
    ],
)
def test_a_finished_cell_does_not_go_on(kind: str, above: str, below: str, over: bool) -> None:
    assert finished(kind, above, below) is over


@pytest.mark.parametrize(
    ("kind", "above", "below", "goes"),
    [
        ("legal_basis", "《节约用", "水条例》", True),
        ("legal_basis", "《节约用", "供水科", False),
        ("channels", "☑政府网站 □信息公", "告栏 □其他", True),
        ("channels", "☑政府网站", "□政府公报", True),
        ("channels", "☑政府网站", "☑政府网站 □政府公报", False),
        ("channels", "☑政府网站", "供水科", False),
        ("number", "1", "2", False),
        ("ticks", "√", "√", False),
    ],
)
def test_what_is_the_rest_of_a_cut_cell(kind: str, above: str, below: str, goes: bool) -> None:
    found = goes_on(slot(kind), Printed(above), Printed(below), full=True)
    assert (found > 0) is goes
    assert goes or found == weights.NO_REST


def test_a_line_with_room_for_more_was_not_cut() -> None:
    assert goes_on(slot("content"), Printed("各行业的用水"), Printed("定额"), full=False) == weights.NO_REST


LISTED = {
    "heads": frozenset({"政府网站"}),
    "tails": frozenset({"其他"}),
    "options": frozenset({"政府网站", "政府公报"}),
}


def test_a_list_that_begins_or_ends_unlike_the_others_is_a_part() -> None:
    whole = worth("channels", "□政府网站 □政府公报 □其他", **LISTED)
    assert worth("channels", "□政府公报 □其他", **LISTED) < whole + weights.HEADLESS
    assert worth("channels", "□政府网站 □政府公报", **LISTED) == whole + weights.TAILLESS
    assert worth("channels", "□政府公报 □其他") > worth("channels", "□政府公报 □其他", **LISTED)


def test_an_option_that_no_other_list_has_is_a_part_of_one() -> None:
    listed = "□政府网站 □便民 □其他"
    less = worth("channels", "□政府网站 □其他", **LISTED) - worth("channels", listed, **LISTED)
    assert less == pytest.approx(-weights.NEW_OPTION)


def test_ditto_stands_in_every_column_but_those_of_words() -> None:
    for kind in ("legal_basis", "deadline", "publishers", "contacts"):
        assert worth(kind, "同上") == weights.DITTO > worth("name", "同上")
    assert worth("channels", "同上", boxed=True) == weights.DITTO
    assert goes_on(slot("level"), Printed("同上"), Printed("节水"), full=True) == weights.NO_REST


def test_the_rest_of_a_list_goes_on_with_the_option_that_follows_elsewhere() -> None:
    channels = slot("channels", pairs=frozenset({("图书馆", "其他"), ("电视", "广播")}))
    twice = Printed("□图书馆 □其他 □图书馆")
    assert goes_on(channels, twice, Printed("□其他"), full=True) == weights.REST
    assert goes_on(channels, Printed("□电视"), Printed("□其他"), full=True) == weights.REST_UNLIKE
    assert goes_on(channels, Printed("□电视 □其他"), Printed("□电视"), full=True) == weights.NO_REST


def test_what_no_deadline_begins_with_is_the_rest_of_one() -> None:
    above = Printed("形成之日起20个工作日")
    rest = goes_on(slot("deadline"), above, Printed("内，且及时更新"), full=True)
    assert rest > 0 > goes_on(slot("deadline"), above, Printed("每月10日前"), full=True)
    assert goes_on(slot("deadline"), Printed("根据工作需要可"), Printed("随时公布"), full=True) > 0


def test_hardly_a_cell_is_one_character() -> None:
    for kind in ("level", "name", "content"):
        assert worth(kind, "况") < worth(kind, "概况") < worth(kind, "机构概况")


def test_words_apart_are_several_names() -> None:
    assert worth("publishers", "执法情况公布 水政科") < 0 < worth("publishers", "供水科 水政科")


@pytest.mark.parametrize(
    ("kind", "text", "own"),
    [
        ("audiences", "全社会", True),
        ("audiences", "精准推送", False),
        ("access_modes", "主动公开", True),
        ("access_modes", "主动公开、依申请公开", True),
        ("access_modes", "办公室", False),
        ("levels", "县级", True),
    ],
)
def test_a_column_of_options_by_name_holds_its_codelist(kind: str, text: str, own: bool) -> None:
    assert shape(kind, text) == (weights.OPTION if own else weights.NO_OPTION)


def test_a_list_of_names_that_end_like_channels_is_one() -> None:
    assert shape("channels", "本院网站、本院公众号、院内公示栏") == weights.NAMED_LIST
    assert shape("channels", "门诊楼、住院楼、急诊楼") == weights.AGAINST["channels"]


def test_a_long_content_with_one_deadline_in_it_is_none() -> None:
    content = "1.药品名称、规格；2.医用耗材名称；3.价格调整的依据；4.住院患者每日费用清单的查询方式"
    assert shape("deadline", content) == weights.AGAINST["deadline"]
    assert shape("deadline", "1.决定在作出之日起7个工作日内；2.其他信息在20个工作日内；3.长期公开") > 0

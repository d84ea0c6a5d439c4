"""Group V: what values look like. The docstrings' examples have a test of their own; here are the edges and fixes."""

from __future__ import annotations

import pytest

from gicat.rules.context import Context, Profile
from tests.rules.one_rule import document, found, mended


@pytest.mark.parametrize(
    ("phone", "proper"),
    [
        ("0589—6601001", "0589-6601001"),
        ("0589 6601001", "0589-6601001"),
        ("0589-6601 001", "0589-6601001"),
        ("（0589）6601001", "0589-6601001"),
        ("010–66010012", "010-66010012"),
        ("０５８９-6601001", "0589-6601001"),
    ],
)
def test_a_misprinted_phone_is_found_and_mended(phone: str, proper: str) -> None:
    given = document({"phone": f"监督电话：{phone}"})
    (finding,) = found("V001", given)
    assert finding.quote == phone and finding.severity == "warning"
    (item,) = mended("V001", given).catalogues[0].items
    assert item.printed["contacts"] == f"监督电话：{proper}"
    assert item.contacts[0].value == proper


@pytest.mark.parametrize(
    "phone", ["0589-6601001", "0589-6601001-12", "13800138000", "12345", "6601001", "400-600-1234"]
)
def test_a_phone_that_can_be_dialled_is_fine(phone: str) -> None:
    assert not found("V001", document({"phone": phone}))


@pytest.mark.parametrize("phone", ["+86 589 6601001", "+86-589-6601001", "+86 13800138000"])
def test_a_country_code_may_be_set_off_by_white_space(phone: str) -> None:
    assert not found("V001", document({"phone": phone}))


def test_a_fix_never_drops_a_country_code() -> None:
    (finding,) = found("V001", document({"phone": "+86—589—6601001"}))
    assert finding.fix is None and "+86-589-6601001" in finding.suggestion.zh  # type: ignore[union-attr]


def test_a_phone_before_the_table_is_found_at_its_line() -> None:
    given = document({}, before="【联系方式】联系电话：0589—6601001")
    (finding,) = found("V001", given)
    assert finding.item is None and finding.places[0].line == 2
    assert "0589-6601001" in mended("V001", given).catalogues[0].preamble[0].text


def test_a_local_number_takes_the_area_code_of_the_profile() -> None:
    given = document({"phone": "6601001（办公室）"})
    (finding,) = found("V002", given)
    assert finding.fix is None
    context = Context(Profile(area_code="0589"))
    (item,) = mended("V002", given, context).catalogues[0].items
    assert item.contacts[0].value == "0589-6601001"
    assert item.printed["contacts"] == "0589-6601001（办公室）"


def test_a_number_behind_a_slash_takes_the_area_code_before_it() -> None:
    given = document({"phone": "0589-6601001/6601002/6601003"})
    assert [(f.quote, f.severity.value) for f in found("V002", given)] == [("6601002", "info"), ("6601003", "info")]
    (item,) = mended("V002", given).catalogues[0].items
    assert [contact.value for contact in item.contacts] == ["0589-6601001", "0589-6601002", "0589-6601003"]
    assert item.printed["contacts"] == "0589-6601001/0589-6601002/0589-6601003"


def test_a_local_number_is_fine_where_another_gives_the_area_code() -> None:
    assert not found("V002", document({"phone": "6601001"}, {"phone": "0589-6601002"}))


@pytest.mark.parametrize(
    "number",
    ["国办发[2019]54号", "国办发（2019）54号", "国办发〔2019）54号", "国办发〔2019〕第54号", "国办发〔2019〕054号"],
)
def test_a_document_number_gets_the_standard_form(number: str) -> None:
    given = document({"basis": f"《关于公开的意见》（{number}）"})
    assert len(found("V003", given)) == 1
    (item,) = mended("V003", given).catalogues[0].items
    assert item.legal_basis is not None
    assert item.legal_basis.citations[0].document_number == "国办发〔2019〕54号"


@pytest.mark.parametrize("number", ["国办发〔2019〕54号", "国务院令第711号", "省政府令第372号", "GB/T 9704-2012"])
def test_a_standard_document_number_is_fine(number: str) -> None:
    assert not found("V003", document({"basis": f"《关于公开的意见》（{number}）"}))


@pytest.mark.parametrize(
    "basis",
    [
        "《甲办法》《乙办公厅《关于公开的意见》",
        "《甲办法》（试行",
        "《甲办法》第（三)项）",
        "《印发《关于公开的意见》的通知》",
    ],
)
def test_marks_that_do_not_pair_are_found_once(basis: str) -> None:
    (finding,) = found("V004", document({"basis": basis}))
    assert finding.fix is None and finding.field == "legal_basis"


@pytest.mark.parametrize("text", ["1）名称 2）地址", "《甲办法》（试行)", "“三公”经费", "费用<100元的项目"])
def test_marks_that_pair_are_fine(text: str) -> None:
    assert not found("V004", document({"content": text}))


def test_an_inner_title_gets_its_marks() -> None:
    given = document({"basis": "《印发<关于公开的意见>细则的通知》"})
    (item,) = mended("V004", given).catalogues[0].items
    assert item.printed["legal_basis"] == "《印发〈关于公开的意见〉细则的通知》"


@pytest.mark.parametrize(
    "deadline", ["按规定时限", "2024年12月31日", "每季度", "及时", "20个工作日内", "-", "同步公开"]
)
def test_a_deadline_of_any_kind_is_understood(deadline: str) -> None:
    assert not found("V005", document({}, {"deadline": deadline}, {}))


@pytest.mark.parametrize("deadline", ["及时公开", "随时", "实时更新", "长期公开", "每季度", "根据工作需要"])
def test_a_vague_deadline_is_found(deadline: str) -> None:
    (finding,) = found("V006", document({}, {"deadline": deadline}, {}))
    assert finding.item == 1 and deadline in finding.message.zh


@pytest.mark.parametrize("deadline", ["形成后20个工作日内及时公开", "每年1月31日前", "形成后5日内，长期公开"])
def test_a_deadline_with_an_amount_is_not_vague(deadline: str) -> None:
    assert not found("V006", document({}, {"deadline": deadline}, {}))


def test_an_amount_needs_an_event() -> None:
    assert len(found("V007", document({}, {"deadline": "20个工作日内"}, {}))) == 1
    assert not found("V007", document({}, {"deadline": "20个工作日内（自形成之日起）"}, {}))


def test_content_that_adds_nothing() -> None:
    assert len(found("V008", document({"name": "人事任免", "content": "人事任免信息公开"}))) == 1
    assert not found("V008", document({"name": "人事任免", "content": "人事任免文件"}))


@pytest.mark.parametrize(
    ("content", "safe", "after"),
    [
        ("事由、、依据", True, "事由、依据"),
        ("对违反违反规定的处罚", False, "对违反规定的处罚"),
        ("姓名、职务、照片、姓名", False, "职务、照片、姓名"),
        ("姓名、职务、照片等职务照片", False, "姓名、职务、照片等"),
    ],
)
def test_what_is_printed_twice_is_mended(content: str, safe: bool, after: str) -> None:
    given = document({"content": content})
    (finding,) = found("V009", given)
    assert finding.fix and finding.fix.safe is safe
    assert mended("V009", given).catalogues[0].items[0].content == after


@pytest.mark.parametrize("content", ["预、决算，“三公”经费预、决算", "说明……", "名称、地址；负责人、地址"])
def test_what_is_printed_twice_on_purpose_is_fine(content: str) -> None:
    assert not found("V009", document({"content": content}))


def test_a_cell_unlike_its_column_is_found_and_mended() -> None:
    given = document({"content": "职责、规则（全文）"}, {"content": "职责(全文)"}, {"content": "职责（摘要）"})
    (finding,) = found("V010", given)
    assert finding.item == 1
    assert mended("V010", given).catalogues[0].items[1].content == "职责（全文）"


def test_a_column_in_one_style_is_reported_once() -> None:
    given = document(*({"content": f"职责{n},规则"} for n in "甲乙丙"))
    (finding,) = found("V010", given)
    assert len(finding.places) == 3
    assert mended("V010", given).catalogues[0].items[2].content == "职责丙，规则"


def test_numbering_follows_the_column() -> None:
    given = document({"content": "1.甲2.乙"}, {"content": "1.甲2.丙"}, {"content": "1、甲2、乙"})
    (finding,) = found("V010", given)
    assert finding.item == 2
    (_, _, item) = mended("V010", given).catalogues[0].items
    assert item.content == "1.甲2.乙" and item.content_elements == ["甲", "乙"]


def test_a_final_comma_goes() -> None:
    given = document({"content": "职责、规则、"})
    assert mended("V010", given).catalogues[0].items[0].content == "职责、规则"


@pytest.mark.parametrize(
    "name", ["各科室", "相关部门", "有关单位", "制定处室", "局各业务科（室）", "下属中心", "相关审批部门"]
)
def test_a_publisher_that_is_nobody(name: str) -> None:
    assert len(found("V011", document({"publisher": name}))) == 1


@pytest.mark.parametrize(
    "name", ["法规科", "示例市水务局", "规划财务与法规科", "人力资源和社会保障局", "市水务服务中心", "业务科"]
)
def test_a_publisher_that_is_somebody(name: str) -> None:
    assert not found("V011", document({"publisher": name}))


@pytest.mark.parametrize(
    "name", ["示例市水务局及相关部门", "县水务局各科室", "示例市水务局及其下属单位", "县直有关单位", "相关部门和法规科"]
)
def test_a_group_joined_to_a_body_is_nobody(name: str) -> None:
    (finding,) = found("V011", document({"publisher": name}))
    assert finding.severity == "warning" and finding.quote == name


@pytest.mark.parametrize("name", ["各乡镇人民政府", "各街道办事处", "各乡（镇）、街道"])
def test_a_class_of_governments_is_a_note(name: str) -> None:
    assert {finding.severity for finding in found("V011", document({"publisher": name}))} == {"info"}


def test_ditto_is_written_out() -> None:
    given = document({"publisher": "法规科"}, {"publisher": "同上"})
    (finding,) = found("V011", given)
    assert finding.item == 1 and finding.fix and not finding.fix.safe
    (_, item) = mended("V011", given).catalogues[0].items
    assert item.printed["publishers"] == "法规科" == item.publishers[0]


def test_short_forms_and_offices_are_told_once_a_name() -> None:
    given = document({"publisher": "市水务局"}, {"publisher": "法规科"}, {"publisher": "法规科"})
    short, office = found("V012", given)
    assert (short.quote, office.quote, len(office.places)) == ("市水务局", "法规科", 2)
    assert mended("V012", given).catalogues[0].items[0].publishers == ["示例市水务局"]


def test_the_end_of_a_cell_is_quoted_without_cutting_a_number() -> None:
    given = document({"content": "办公地址及电话0589-6601001（市水务服务中心），"})
    (finding,) = found("V010", given)
    assert finding.quote == "0589-6601001（市水务服务中心），"
    assert f"“…{finding.quote}”" in finding.message.zh


def test_half_width_punctuation_is_quoted_without_cutting_what_is_around_it() -> None:
    rows = [
        {"content": "电话0589-6601001(市水务服务中心)，地址"},
        {"content": "名称（全称）"},
        {"content": "职能（全部）"},
    ]
    (finding,) = found("V010", document(*rows))
    assert finding.quote == "0589-6601001(市水务服务中心)"
    assert "“…0589-6601001(市水务服务中心)…”" in finding.message.zh


def test_what_is_printed_very_often_is_mended_to_the_end() -> None:
    from gicat.rules.context import Context
    from gicat.rules.fixing import fixed
    from gicat.rules.registry import rules
    from gicat.rules.run import Checks
    from gicat.rules.selection import Selection

    checks = Checks(rules(), Selection(("V009",)), Context())
    once = fixed(document({"deadline": "目录" * 300}), checks, unsafe=True)
    assert once.made
    assert not fixed(once.document, checks, unsafe=True).made

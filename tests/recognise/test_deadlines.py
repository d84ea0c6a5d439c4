"""Deadlines: terms, their kinds, and amounts that are not stated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.recognise.deadlines import deadline
from tests.shared import SHARED, needs_shared


def kinds(text: str) -> list[str]:
    return [term.kind for term in deadline(text).terms]


def amounts(text: str) -> list[tuple[str, int | None, str | None]]:
    return [(term.kind, term.amount, term.unit) for term in deadline(text).terms]


@given(
    st.integers(1, 400), st.sampled_from([("个工作日", "working_day"), ("日", "day"), ("个月", "month"), ("天", "day")])
)
def test_limits(number: int, unit: tuple[str, str]) -> None:
    for text in (f"{number}{unit[0]}内", f"自信息形成之日起{number}{unit[0]}内公开", f"{number} {unit[0]}\n以内"):
        assert amounts(text) == [("within", number, unit[1])]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("每年3月31日前", "annual"),
        ("1月31日前", "annual"),
        ("每季度", "periodic"),
        ("1年", "periodic"),
        ("按月公开", "periodic"),
        ("长期", "standing"),
        ("永久公开", "standing"),
        ("公示不少于7日", "standing"),
        ("同步公开", "simultaneous"),
        ("及时公开", "prompt"),
        ("实时", "real_time"),
        ("按要求公开", "as_needed"),
        ("同上", "ditto"),
        ("〃", "ditto"),
        ("另行通知", "other"),
    ],
)
def test_kinds_take_frequencies_and_retentions(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_several_terms_of_one_cell() -> None:
    assert amounts("10个工作日内，公示7个工作日") == [("within", 10, "working_day"), ("standing", 7, "working_day")]
    assert kinds("形成后7个工作日内公开，长期公示") == ["within", "standing"]


def test_month_and_day() -> None:
    (term,) = deadline("每年1月31日前").terms
    assert (term.kind, term.month, term.day, term.amount) == ("annual", 1, 31, None)


@pytest.mark.parametrize("text", ["2020年3月31日前", "2021年1月底前"])
def test_a_date_of_one_year_is_not_annual(text: str) -> None:
    assert "annual" not in kinds(text)


@pytest.mark.parametrize("text", ["每月10日前", "每月5日以前", "13月31日前"])
def test_the_day_of_a_month_is_no_amount_of_days(text: str) -> None:
    assert ("other", 10, "day") not in amounts(text)
    assert all(amount in (None, 1) for _, amount, _ in amounts(text))


@pytest.mark.parametrize("text", ["1 0个工作日内", "2 0 日内"])
def test_digits_torn_apart_state_no_amount(text: str) -> None:
    assert all(amount is None for _, amount, _ in amounts(text))


@pytest.mark.parametrize("text", [f"{'9' * 5000}天内", "十百日内", "²日内"])
def test_what_is_no_number_states_no_amount(text: str) -> None:
    assert all(amount is None for _, amount, _ in amounts(text))


def test_what_the_time_runs_from() -> None:
    assert [t.event for t in deadline("自信息形成或者变更之日起20个工作日内").terms] == ["信息形成或者变更"]
    assert [t.event for t in deadline("批准后20日内").terms] == ["批准"]
    assert [t.event for t in deadline("20日内").terms] == [None]


def test_qualifiers() -> None:
    assert deadline("20个工作日内及时公开").qualifiers == ("timely",)
    assert deadline("20个工作日内公开，并动态更新").qualifiers == ("keep_updated",)
    assert deadline("及时公开").qualifiers == ()


def test_the_text_is_kept_whole() -> None:
    assert deadline("自信息形成\n之日起 20 个工作日内").text == "自信息形成之日起20个工作日内"


@given(
    st.text("0123456789一二十个工作日月年季度内前后每自起长期公示同步及时，；。 \n", max_size=30) | st.text(max_size=20)
)
def test_every_amount_is_printed(text: str) -> None:
    read = deadline(text)
    assert read.terms
    for term in read.terms:
        assert term.month is None or 1 <= term.month <= 12
        assert term.event is None or term.event in read.text
        if term.kind == "within":
            assert term.amount is not None and term.unit is not None


def terms(text: str) -> str:
    """The terms of a deadline in short: `within 20 working_day <信息形成`, `annual 1-31`."""
    return "; ".join(
        " ".join(
            filter(None, [
                term.kind, str(term.amount or ""), term.unit or "",
                "-".join(str(n) for n in (term.month, term.day) if n), f"<{term.event}" if term.event else "",
            ])
        )
        for term in deadline(text).terms
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # limits, and what they run from
        ("水质检测报告出具后5个工作日内", "within 5 working_day <水质检测报告出具"),
        ("取水许可决定作出之日起7个工作日内上网公示", "within 7 working_day <取水许可决定作出"),
        ("许可结果信息在决定作出之日起7个工作日内公开", "within 7 working_day <决定作出"),
        ("在采购合同签订之日起2个工作日内", "within 2 working_day <采购合同签订"),
        ("在建工程验收后10日内", "within 10 day <在建工程验收"),
        ("收到取水申请之日起二十个工作日内答复", "within 20 working_day <收到取水申请"),
        ("5日（工作日）内", "within 5 working_day"),
        ("10—15个工作日内", "within 15 working_day"),
        ("十五至二十个工作日内", "within 20 working_day"),
        ("最迟不超过20个工作日", "within 20 working_day"),
        ("一般在3个工作日之内", "within 3 working_day"),
        ("公开时限：20个工作日", "within 20 working_day"),
        ("48小时以内", "within 48 hour"),
        ("两周内", "within 2 week"),
        ("半年内", "within 6 month"),
        ("水价调整后次日公开", "within 1 day <水价调整"),
        ("2024年内", "other"),
        ("制定之日起10日内、修改之日起5日内", "within 10 day <制定; within 5 day <修改"),
        # yearly dates
        ("每年6月30日前公布上年度用水量", "annual 6-30"),
        ("次年3月", "annual 3"),
        ("每年6月和12月", "annual 6; annual 12"),
        ("7月15日前、次年1月15日前", "annual 7-15; annual 1-15"),
        ("12月底", "annual 12"),
        ("年底前公开", "annual"),
        ("每年年初", "annual"),
        ("上半年", "annual"),
        ("2024年底前", "other"),
        ("上半年供水总结", "other"),
        # frequencies
        ("每季度结束后15日内", "periodic 1 quarter; within 15 day <每季度结束"),
        ("次月10日前", "periodic 1 month 10"),
        ("一年两次", "other"),
        ("一年一次", "periodic 1 year"),
        ("1次/月", "periodic 1 month"),
        ("半年", "periodic 6 month"),
        ("季度", "periodic 1 quarter"),
        ("每两年修订", "periodic 2 year"),
        ("每学期开学公布", "periodic"),
        ("定期公开", "periodic"),
        ("不定期公开", "as_needed"),
        ("随采购进程公开", "as_needed"),
        # how long it stays
        ("公示时间为7日", "standing 7 day <公示"),
        ("公告期不少于30日", "standing 30 day <公告期"),
        ("公开3年", "standing 3 year <公开"),
        ("征求意见期不少于30日", "standing 30 day <征求意见期"),
        ("形成后20个工作日内公开，保持长期公开", "within 20 working_day <形成; standing"),
        ("证书有效期内", "standing"),
        ("全年", "standing"),
        # at, with, before
        ("与停水通知同步发布，最迟不超过1个工作日", "simultaneous; within 1 working_day"),
        ("作出停水决定时", "simultaneous"),
        ("启动管网改造时，在小区公示栏公开", "simultaneous"),
        ("开标当日", "simultaneous"),
        ("停水前3日公告", "other 3 day <停水"),
        ("提前30日公告", "other 30 day"),
        ("应当在举行听证7日前公告", "other 7 day <举行听证"),
        # words
        ("按工程进展情况公开", "as_needed"),
        ("按工程进展及时公开", "prompt"),
        ("必要时公开", "as_needed"),
        ("随有随公开", "as_needed"),
        ("变更时及时更新", "prompt"),
        ("实时更新", "real_time"),
        # no time at all, or one that stands elsewhere
        ("按规定时限公开", "other"),
        ("届时公开", "other"),
        ("工作时间", "other"),
        ("主动公开", "other"),
        ("营业厅8:30—17:30", "other"),
    ],
)
def test_wordings(text: str, said: str) -> None:
    assert terms(text) == said


BEFORE_AN_EVENT = {"应当在实施之日3日前予以公开", "《听证通知书》在组织听证7个工作日前予以公开"}
"""The contract has no kind for a time before an event: amount, unit and event are read, the kind is `other`."""


@needs_shared
def test_every_wording_of_the_survey_is_understood() -> None:
    section = (
        (SHARED / "label-survey.txt").read_text(encoding="utf-8").partition("## deadline\n")[2].partition("\n\n")[0]
    )
    wordings = [line.split("\t")[1] for line in section.splitlines()]
    assert len(wordings) >= 80
    assert {text for text in wordings if "other" in kinds(text)} == BEFORE_AN_EVENT
    assert all(amount for text in BEFORE_AN_EVENT for _, amount, _ in amounts(text))

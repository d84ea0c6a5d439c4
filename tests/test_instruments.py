"""The registry of instruments contradicts neither itself nor the rules that rest on it."""

from __future__ import annotations

import inspect
import re
import tomllib
from collections import Counter
from importlib.resources import files
from typing import get_args

import pytest

from gicat.lexicon.instruments import Instrument, Kind, Status, Verified, number_key, registry
from gicat.lexicon.rule_texts import rule_texts
from gicat.lexicon.topics import topics
from gicat.rules.context import ISSUERS
from gicat.rules.law import LawRule
from gicat.rules.registry import rules
from tests.rules.law_tables import basis
from tests.rules.one_rule import found

ALL = list(registry().by_id.values())
each = pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)


def test_there_are_about_sixty_and_no_id_twice() -> None:
    entries = tomllib.loads((files("gicat.lexicon") / "instruments.toml").read_text(encoding="utf-8"))["instrument"]
    assert 55 <= len(entries) == len(ALL)
    assert set().union(*entries) <= set(Instrument.__dataclass_fields__)


@each
def test_its_values_are_of_their_kinds(one: Instrument) -> None:
    assert one.kind in get_args(Kind) and one.status in get_args(Status) and one.verified in get_args(Verified)
    assert one.title and one.how and re.match(r"^[a-z][a-z0-9.-]*$", one.id)
    assert set(one.topics) <= set(topics().codes)
    assert all(number_key(number) for number in one.numbers)
    assert not (one.kind == "law" and one.numbers)


@each
def test_its_dates_are_in_order(one: Instrument) -> None:
    days = [day for day in (one.issued, one.in_force, one.ended) if day]
    assert days == sorted(days)
    assert bool(one.ended) <= (one.status in ("repealed", "superseded"))


@each
def test_its_successor_is_in_force(one: Instrument) -> None:
    if one.successor:
        assert one.status != "in_force" and registry().by_id[one.successor].status == "in_force"


@each
def test_its_shape_is_that_of_articles(one: Instrument) -> None:
    if one.shape:
        assert sorted(one.shape) == list(range(1, (one.articles or 0) + 1))
        assert all(paragraphs >= 1 and items >= 0 for paragraphs, items in one.shape.values())


@each
def test_it_is_found_by_title_and_number(one: Instrument) -> None:
    assert all(one in registry().titled(title) for title in one.titles)
    assert all(registry().by_number[number_key(number)] is one for number in one.numbers)


def test_only_the_text_of_2007_shares_a_title() -> None:
    shared = {having for having in registry().by_title.values() if len(having) > 1}
    assert [[one.id for one in having] for having in shared] == [["cn.sc.711.2019", "cn.sc.492.2007"]]
    assert max(Counter(number_key(number) for one in ALL for number in one.numbers).values()) == 1


@pytest.mark.parametrize(
    ("title", "identifier"),
    [
        ("中共中央办公厅、国务院办公厅关于全面推进政务公开工作的意见", "cn.doc.zhongbanfa.2016.8"),
        ("国务院办公厅印发<关于全面推进政务公开工作的意见>实施细则的通知", "cn.doc.guobanfa.2016.80"),
        ("中华人民共和国政府信息公开条例（2019年修订）", "cn.sc.711.2019"),
        ("環境信息公開辦法", "cn.sepa.35.2007"),
        ("关于印发《地方预决算公开操作规程》的通知", "cn.doc.caiyu.2016.143"),
    ],
)
def test_titles_as_catalogues_print_them(title: str, identifier: str) -> None:
    assert registry().titled(title)[0].id == identifier


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("国令第711号", "国务院令711"), ("国务院第711号令", "国务院令711"), ("国务院令第七百一十一号", "国务院令711"),
        ("2019年4月3日中华人民共和国国务院令第711号修订", "国务院令711"), ("国办发【2016】第080号", "国办发[2016]80"),
        ("以下简称国办发〔2016〕80号", "国办发[2016]80"), ("示政办发〔2016〕80号", "示政办发[2016]80"), ("2016年", ""),
    ],
)  # fmt: skip
def test_numbers_as_catalogues_print_them(printed: str, number: str) -> None:
    assert number_key(printed) == number


def test_every_rule_of_the_law_rests_on_what_is_registered() -> None:
    for rule in rules():
        if isinstance(rule, LawRule):
            assert rule.authorities and {one.instrument for one in rule.authorities} <= set(registry().by_id)


def test_every_number_a_rule_names_is_registered() -> None:
    named = "\n".join(text.source for text in rule_texts().values())
    named += "".join(inspect.getdoc(type(rule)) or "" for rule in rules()).rpartition("## Source")[2]
    numbers = re.findall(r"[国中财办]+发?〔\d{4}〕\d+号|国务院令第\d+号|GB/T \d+-\d{4}", named)
    assert numbers and {number for number in numbers if number_key(number) not in registry().by_number} == set()


@pytest.mark.parametrize("one", [one for one in ALL if not one.sure], ids=lambda one: one.id)
def test_what_is_not_verified_drives_no_error(one: Instrument) -> None:
    cited = [f"《{one.title}》", f"《{one.title}》（国务院令第9999号）"]
    cited += [f"《另一份完全无关的文件》（{number}）" for number in one.numbers]
    for text in cited:
        for code in ("L001", "L002", "L003", "L005", "L013"):
            assert not [finding for finding in found(code, basis(text).document) if finding.severity == "error"]


def test_the_words_of_the_law_name_topics_and_instruments_that_exist() -> None:
    words = tomllib.loads((files("gicat.lexicon") / "statute.toml").read_text(encoding="utf-8"))
    described = [*words["limit"].values(), *words["basis"], *words["elements"].values()]
    named = {topic for entry in described for topic in entry.get("topics", ())}
    assert named | set(words["limit"]["L007"]["exempt"]) | {words["report"]["topic"]} <= set(topics().codes)
    assert {one for entry in words["basis"] for one in entry["own"]} <= set(registry().by_id)
    assert {kind for entry in words["report"]["due"] for kind in entry["kinds"]} <= set(ISSUERS)
    assert set(words["limit"]) == {"L007", "L008", "L009", "L010", "L011"}

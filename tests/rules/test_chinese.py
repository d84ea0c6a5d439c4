"""Every rule and every code says in Chinese what it says in English, under the same headings in the same order."""

from __future__ import annotations

import dataclasses
import re

import pytest

from gicat.diagnostics import CODES, FIELDS, Language, found
from gicat.lexicon import lexicon
from gicat.lexicon.rule_texts import rule_texts
from gicat.parsers.base import Source
from gicat.pipeline import Options, parse_source
from gicat.rules.described import HEADINGS, described
from gicat.rules.registry import rules
from gicat.schema import Item

OWN = [rule for rule in rules() if type(rule).__module__.startswith("gicat.")]
KNOWN = described(OWN)
LANGUAGES: tuple[Language, ...] = ("en", "zh")
each = pytest.mark.parametrize("code", KNOWN)


def headings(text: str) -> list[str]:
    return re.findall(r"^## (.+)$", text, re.MULTILINE)


def test_every_rule_has_its_text_and_no_other_has() -> None:
    assert list(rule_texts()) == [rule.code for rule in OWN]


@each
def test_the_headings_are_those_of_the_english_text(code: str) -> None:
    rule = KNOWN[code]
    assert headings(rule.help_zh) == [HEADINGS[heading] for heading in headings(rule.help)]
    assert all(rule.section(heading, "zh") for heading in headings(rule.help))


@each
def test_the_chinese_text_is_chinese(code: str) -> None:
    for heading in headings(KNOWN[code].help):
        text = KNOWN[code].section(heading, "zh")
        assert re.search(r"[\u4e00-\u9fff]", text) or heading == "Source"
        assert heading in ("Example", "Not an example") or text.endswith(("。", "）。"))


@each
def test_both_texts_name_the_same_codes_settings_and_documents(code: str) -> None:
    rule = KNOWN[code]
    for heading in headings(rule.help):
        english, chinese = rule.section(heading, "en"), rule.section(heading, "zh")
        for pattern in (r"\b[SFVXLCRP]0\d\d\b", r"`[^`\n]+`", r"〔\d{4}〕\d+号"):
            assert set(re.findall(pattern, english)) == set(re.findall(pattern, chinese)), heading


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.code)
def test_every_option_is_explained(rule: object) -> None:
    assert all(f"`{name}`" in rule_texts()[rule.code].options for name in rule.options)  # type: ignore[attr-defined]


def test_a_rule_without_chinese_text_tells_its_docstring() -> None:
    rule = dataclasses.replace(KNOWN["V001"], help_zh="")
    assert rule.told("zh") == rule.help
    assert rule.section("Why", "zh") == rule.section("Why", "en") != ""


def test_messages_name_fields_in_their_language() -> None:
    told = found("P001", field=FIELDS["legal_basis"])
    assert told.message("zh").startswith("公开依据沿用上一行")
    assert told.message("en").startswith("legal basis: taken from above")
    assert set(Item.model_fields) - {"id", "content_elements", "inherited", "printed", "places"} == set(FIELDS)
    assert set(CODES) <= set(KNOWN)


def test_the_contract_keeps_the_name_of_the_field() -> None:
    text = (
        "白鹭县水务局政府信息主动公开目录\n\n| 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开方式 |\n"
        "| 机构概况 | 地址 | 《政府信息公开条例》 | 20个工作日内 | ☑全文发布 □政策解读 |\n"
        "| 部门预算 | 报表 |  | 20日内 | ☑全文发布 □政策解读 |\n"
    )
    source = Source("a.txt", text.encode())
    read = {language: parse_source(source, Options(language=language)) for language in LANGUAGES}
    told = {language: {d.code: d for d in document.diagnostics} for language, document in read.items()}
    assert told["zh"]["P008"].message == "“公开方式”列按内容判断为公开形式"
    assert told["zh"]["P001"].message.startswith("公开依据沿用上一行")
    assert told["en"]["P001"].message.startswith("legal basis: ")
    assert told["zh"]["P001"].field == told["en"]["P001"].field == "legal_basis"


def test_every_role_of_a_column_has_a_name() -> None:
    told_otherwise = {"level", "contact_units", "skip"}
    assert {header.role for header in lexicon().headers.values()} - told_otherwise <= set(FIELDS)

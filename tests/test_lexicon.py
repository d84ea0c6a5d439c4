"""The vocabulary contradicts neither itself nor the contract."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from importlib.resources import files
from typing import Any, get_args

import pytest

from gicat.lexicon import OPTION_FIELDS, lexicon
from gicat.recognise.headers import header_of, leaf_of
from gicat.schema import FieldName
from gicat.text import key

ROLES = {*get_args(FieldName), "level", "skip", "contact_units"} - {"categories", "name"}


def data(name: str) -> dict[str, Any]:
    return tomllib.loads((files("gicat.lexicon") / f"{name}.toml").read_text(encoding="utf-8"))


def test_every_header_has_a_field_of_the_contract() -> None:
    assert {header.role for header in lexicon().headers.values()} <= ROLES
    assert {sense for header in lexicon().headers.values() for sense in header.senses} <= set(OPTION_FIELDS)
    assert set(lexicon().leaves.values()) <= set(OPTION_FIELDS)
    assert set(lexicon().options) == set(OPTION_FIELDS)


def test_no_header_label_is_listed_twice() -> None:
    meanings = defaultdict(list)
    for entry in data("headers")["header"]:
        for label in entry["labels"]:
            meanings[key(label)].append(entry["role"])
    assert {label: roles for label, roles in meanings.items() if len(roles) > 1} == {}


def test_no_leaf_belongs_to_two_fields() -> None:
    fields = defaultdict(set)
    for entry in data("headers")["leaf"]:
        for label in entry["labels"]:
            fields[key(label)].add(entry["role"])
    assert {label: found for label, found in fields.items() if len(found) > 1} == {}


@pytest.mark.parametrize("field", OPTION_FIELDS)
def test_no_label_has_two_codes(field: str) -> None:
    codes = defaultdict(set)
    for code, labels in data("options")[field].items():
        for label in labels:
            codes[key(label)].add(code)
    assert {label: found for label, found in codes.items() if len(found) > 1} == {}


def test_every_header_label_means_what_it_is_listed_under() -> None:
    for entry in data("headers")["header"]:
        for label in entry["labels"]:
            header = header_of(label)
            assert header is not None and header.role == entry["role"], label


def test_every_leaf_label_is_found() -> None:
    for entry in data("headers")["leaf"]:
        for label in entry["labels"]:
            assert leaf_of(label) == entry["role"], label


def test_leaves_with_a_code_have_it_in_their_own_field() -> None:
    lost = []
    for entry in data("headers")["leaf"]:
        for label in entry["labels"]:
            elsewhere = {field for field in OPTION_FIELDS if lexicon().code(field, label)} - {entry["role"], "channels"}
            if elsewhere and not lexicon().code(entry["role"], label):
                lost.append((label, elsewhere))
    assert lost == []


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("公开主体", "publishers"),
        ("责任主体", "publishers"),
        ("公开责任", "responsible_units"),
        ("责任单位", "responsible_units"),
        ("责任科室", "responsible_units"),
        ("责任科室及联系电话", "contact_units"),
        ("公开时限", "deadline"),
        ("公开范围", "audiences"),
        ("公開內容（要素）", "content"),
        ("公开渠道和载体（“■”表示必选项，“□”表示可选项）", "channels"),
        ("公开渠道和载体“■”必选", "channels"),
        ("公开时限：", "deadline"),
        ("*公开依据", "legal_basis"),
    ],
)
def test_header_words(label: str, role: str) -> None:
    header = header_of(label)
    assert header is not None
    assert header.role == role


@pytest.mark.parametrize("label", ["公开方式", "公开形式"])
def test_header_words_with_several_senses(label: str) -> None:
    header = header_of(label)
    assert header is not None
    assert set(header.senses) == {"channels", "forms", "access_modes"}


@pytest.mark.parametrize("label", ["", " ", "（）", "（", "责任追究", "公开", "■", "：", "姓名"])
def test_other_words_are_no_header(label: str) -> None:
    assert header_of(label) is None

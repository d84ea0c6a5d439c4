"""White space, compatibility forms, look-up keys."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.text import bare, compatible, key, narrow_digits, simplified, squeeze

TEXTS = st.text(
    st.sampled_from("中文公开aB9 \n\t\u3000\u200b\ufeff\xa0,.（）()⼀⾦\uf900　：|é") | st.characters(), max_size=30
)


@given(TEXTS)
def test_squeeze_is_idempotent(text: str) -> None:
    assert squeeze(squeeze(text)) == squeeze(text)


@given(TEXTS)
def test_squeeze_changes_no_character_but_white_space_and_compatibility_forms(text: str) -> None:
    assert bare(squeeze(text)) == bare(text)
    assert "".join(squeeze(text).split()) == "".join(compatible(text).translate(dict.fromkeys(map(ord, _GONE))).split())


_GONE = "\u200b\u200c\u200d\u2060\ufeff"


@given(TEXTS)
def test_bare_is_idempotent_and_has_no_white_space(text: str) -> None:
    assert bare(bare(text)) == bare(text)
    assert not any(char.isspace() for char in bare(text))


@given(TEXTS)
def test_compatible_changes_only_radicals_and_compatibility_ideographs(text: str) -> None:
    for before in text:
        after = compatible(before)
        assert after == before or after == unicodedata.normalize("NFKC", before)
        assert after == before or "CJK" in unicodedata.name(before, "") or "KANGXI" in unicodedata.name(before, "")


@given(TEXTS)
def test_keys_are_stable(text: str) -> None:
    assert key(squeeze(text)) == key(text)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("政府\n信息", "政府信息"),
        ("政 府　信\xa0息", "政府信息"),
        ("每年 3 月 31 日", "每年3月31日"),
        ("GB/T  9704\n标准", "GB/T 9704标准"),
        ("APP\n客户端", "APP客户端"),
        ("two\nwords", "two words"),
        ("1 2", "1 2"),
        ("⼈事⾦融", "人事金融"),
        ("（全角）：，", "（全角）：，"),
        ("“引号”", "“引号”"),
        ("", ""),
        (" \n\u3000\u200b", ""),
    ],
)
def test_print_and_value(printed: str, value: str) -> None:
    """Space between Han characters goes, single between Latin ones; widths, quotes and punctuation stay."""
    assert squeeze(printed) == value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("公开内容（要素）", "公开内容(要素)"),
        ("公開內容", "公开内容"),
        ("序　号", "序号"),
        ("社区／村公示栏", "社区/村公示栏"),
        ("No.", "ＮＯ．"),
        ("發佈會", "发布会"),
    ],
)
def test_labels_with_equal_keys(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("公开", "不公开"), ("一级", "二级"), ("发布会/听证会", "发布会听证会")])
def test_labels_with_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.text(max_size=20))
def test_offsets_stay_in_narrowed_and_simplified_text(text: str) -> None:
    assert len(narrow_digits(text)) == len(simplified(text)) == len(text)


@pytest.mark.parametrize(("text", "value"), [("③ a_b字段", "③a_b字段"), ("GB/T  9704", "GB/T 9704"), ("Ⅳ 类", "Ⅳ类")])
def test_white_space_stays_between_latin_letters_and_digits_only(text: str, value: str) -> None:
    assert squeeze(text) == value

"""Han and ASCII numerals, and the ordinals before headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.numerals import han, value, without_ordinal

DIGITS = "零一二三四五六七八九"


def in_han(number: int) -> str:
    """A number below 10,000 as print writes it: 一千零二十, 十五, 一百一十."""
    if number == 0:
        return "零"
    out, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            out += ("零" if zero and out else "") + DIGITS[digit] + name
            zero = False
        elif out:
            zero = True
    return out.removeprefix("一") if out.startswith("一十") else out


@given(st.integers(0, 9999))
def test_every_number_below_ten_thousand_reads_back(number: int) -> None:
    assert value(in_han(number)) == value(str(number)) == number


@given(st.integers(0, 9999))
def test_zero_may_be_a_circle_and_digits_may_stand_in_a_row(number: int) -> None:
    assert value(in_han(number).replace("零", "〇")) == number
    assert value("".join(DIGITS[int(digit)] for digit in str(number))) == number


@pytest.mark.parametrize(
    "text", ["", "²", "１２", "一2", "万", "-1", "1.5", "十百", "千千", "五五十", "一百二", "9" * 5000]
)
def test_what_is_no_number_below_ten_thousand_is_none(text: str) -> None:
    """一百二 is 120 in speech and 102 where a zero is lost: neither is said."""
    assert value(text) is None


@given(st.text("〇零一二三四五六七八九十百千两0123456789 第条", max_size=12))
def test_value_never_raises_and_stays_in_range(text: str) -> None:
    number = value(text)
    assert number is None or 0 <= number < 10_000


@pytest.mark.parametrize(
    ("printed", "heading"),
    [
        ("一、概况信息", "概况信息"),
        ("（二）政策文件", "政策文件"),
        ("(3)规划", "规划"),
        ("第三部分 财政", "财政"),
        ("1.机构", "机构"),
        ("1.1 机构", "机构"),
        ("①机构", "机构"),
        ("十五、其他", "其他"),
        ("Ⅱ 其他", "其他"),
    ],
)
def test_leading_ordinals_go(printed: str, heading: str) -> None:
    assert without_ordinal(printed) == heading


@pytest.mark.parametrize(
    "heading",
    ["12345热线", "三公经费", "二〇二〇年计划", "2020年计划", "一", "一、", "（一）", "第一章", "3甲", "十三五规划"],
)
def test_headings_that_only_look_numbered_stay(heading: str) -> None:
    assert without_ordinal(heading) == heading


@pytest.mark.parametrize("heading", ["12.5%以上企业", "1.5倍补偿标准", "2.5G网络"])
def test_decimal_numbers_stay(heading: str) -> None:
    assert without_ordinal(heading) == heading


@given(st.text(max_size=20))
def test_something_is_always_left(text: str) -> None:
    rest = without_ordinal(text)
    assert text.endswith(rest)
    assert bool(rest) == bool(text)


def test_every_article_number_is_written_as_it_is_read() -> None:
    assert all(value(han(number)) == number for number in range(1, 100))
    assert (han(10), han(20), han(26)) == ("十", "二十", "二十六")

"""Contacts: dashes, wrapped numbers, the bracket behind and the word before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicat.recognise.contacts import contacts, without_contacts


def found(text: str) -> list[tuple[str, str, str | None, str | None]]:
    return [(c.kind, c.value, c.label, c.purpose) for c in contacts(text)]


@pytest.mark.parametrize("dash", ["-", "—", "–", "－", "‐", "―", "--", " - ", "ー"])
def test_phones_have_ascii_hyphens(dash: str) -> None:
    assert found(f"0574{dash}89389306") == [("phone", "0574-89389306", None, None)]


@pytest.mark.parametrize("text", ["0574-8938\n9306", "0574-\n89389306", "05\n74-89389306", "0574-8938 9306"])
def test_a_wrapped_number_is_joined(text: str) -> None:
    assert [value for _, value, _, _ in found(text)] == ["0574-89389306"]


def test_two_numbers_on_two_lines_stay_two() -> None:
    assert [value for _, value, _, _ in found("89389306\n89389307")] == ["89389306", "89389307"]


@pytest.mark.parametrize("text", ["0574-89389306（办公室）", "0574-89389306\n(办公室)", "0574-89389306 （ 办公室 ）"])
def test_the_bracket_behind_is_the_label(text: str) -> None:
    assert found(text) == [("phone", "0574-89389306", "办公室", None)]


@pytest.mark.parametrize("purpose", ["监督电话", "咨询电话", "电话", "咨询及监督电话", "监督", "举报"])
def test_the_word_before_is_the_purpose(purpose: str) -> None:
    assert found(f"{purpose}：0574-89389306") == [("phone", "0574-89389306", None, purpose)]


def test_each_number_has_its_own_bracket_and_word() -> None:
    assert found("咨询电话：3091680（办公室） 监督电话：12345") == [
        ("phone", "3091680", "办公室", "咨询电话"),
        ("phone", "12345", None, "监督电话"),
    ]


def test_fax_and_mail() -> None:
    assert found("传真：0574-89389306，邮箱：a.b@x.gov.cn") == [
        ("fax", "0574-89389306", None, "传真"),
        ("email", "a.b@x.gov.cn", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("（0574）89389306", "0574-89389306"),
        ("0574 89389306", "0574-89389306"),
        ("０５７４－８９３８９３０６", "0574-89389306"),
        ("13800138000", "13800138000"),
        ("12345", "12345"),
        ("400-800-1234", "400-800-1234"),
        ("0574-89389306-801", "0574-89389306-801"),
        ("+86-574-89389306", "+86-574-89389306"),
        ("+86 574 89389306", "+8657489389306"),
    ],
)
def test_kinds_of_numbers(text: str, value: str) -> None:
    assert [c.value for c in contacts(text)] == [value]


@pytest.mark.parametrize("text", ["", "2020年", "第711号", "110", "0574-893893061", "3.1", "1-2", "20个工作日"])
def test_other_numbers_are_no_phones(text: str) -> None:
    assert found(text) == []


@pytest.mark.xfail(strict=True, reason="a date of eight digits reads like a local number")
def test_a_date_is_no_phone() -> None:
    assert found("20240101") == []


def test_an_extension_in_words() -> None:
    assert found("0574-89389306转801")[0][1] == "0574-89389306-801"


def test_in_running_text_only_announced_numbers_count() -> None:
    assert [c.value for c in contacts("地块89389306平方米，电话：89389307。", named_only=True)] == ["89389307"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("门诊部（0531-82300120转2）", "门诊部"),
        ("纪检监察室：0531-82300150，jj@example.cn", "纪检监察室"),
        ("办公室 0574-89389306", "办公室"),
        ("办公室 电话：3091680", "办公室"),
        ("办公室（0574-89389306）", "办公室"),
        ("各业务科（室） 0574-89389306", "各业务科（室）"),
        ("0574-89389306（办公室）", "办公室"),
        ("0574-89389306", ""),
    ],
)
def test_the_office_beside_its_number(text: str, left: str) -> None:
    assert without_contacts(text) == left


def test_offices_in_brackets_behind_their_numbers() -> None:
    left = without_contacts("89389306（办公室），89389307（综合科）")
    assert "（" not in left and "）" not in left
    assert [part.strip() for part in left.split("，")] == ["办公室", "综合科"]


@given(st.text("0123456789-—（）()电话：监督 \n、+574@a.b", max_size=40) | st.text(max_size=20))
def test_every_digit_of_a_number_is_printed_in_order(text: str) -> None:
    digits = iter(char for char in text if char.isdigit())
    for contact in contacts(text):
        if contact.kind in ("phone", "fax"):
            assert all(any(int(char) == int(digit) for char in digits) for digit in contact.value if digit.isdigit())

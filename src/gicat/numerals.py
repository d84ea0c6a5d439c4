"""Chinese and other numerals as they number things: 一二三, ①②③, （二）, 1.1, Ⅳ."""

from __future__ import annotations

import re

_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_UNIT = {"十": 10, "百": 100, "千": 1000}
_NUMERAL = re.compile(
    r"(?:[一二两三四五六七八九]千)?[零〇]?(?:[一二两三四五六七八九]百)?[零〇]?(?:[一二三四五六七八九]?十)?[零〇]?[一二三四五六七八九]?"
)
"""Numerals with 千, 百, 十 in falling order; 一百二 is 120 in speech and 102 in print, so it counts as neither."""
_ELLIPTIC = re.compile(r"(?:千[一二两三四五六七八九]|百[一二三四五六七八九])$")
_LONGEST = 4
HAN_NUMERALS = "〇零一二三四五六七八九十百千两"

_ORDINAL = re.compile(
    rf"""^\s*(?:
        第[{HAN_NUMERALS}\d]+[部章节篇编](?:分)?[、.．:：]?\s*
      | [（(【\[]\s*(?:[{HAN_NUMERALS}]+|\d{{1,2}})\s*[）)】\]]\s*[、.．]?\s*
      | [{HAN_NUMERALS}]+\s*[、．.]\s*
      | \d{{1,2}}(?:\.\d{{1,2}})*\s*(?:[、．]|\.(?!\d))\s*
      | \d{{1,2}}(?:\.\d{{1,2}})+\s*(?=[^\d\s.%％‰倍万亿元米公千吨度个GgMmKk])
      | [①-⑳⑴-⒇ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]\s*[、.．]?\s*
    )""",
    re.VERBOSE,
)


def value(text: str) -> int | None:
    """The number that Han or ASCII numerals stand for, below 10,000; None for anything else.

    >>> value("二十六"), value("一百〇三"), value("711"), value("二〇")
    (26, 103, 711, 20)
    """
    if text.isascii():
        return int(text) if text.isdigit() and len(text.lstrip("0")) <= _LONGEST else None
    if not text or any(c not in _DIGIT and c not in _UNIT for c in text):
        return None
    if not any(c in _UNIT for c in text):
        return int("".join(str(_DIGIT[c]) for c in text)) if len(text) <= _LONGEST else None
    if not _NUMERAL.fullmatch(text) or _ELLIPTIC.search(text):
        return None
    total, digit = 0, 0
    for c in text:
        if c in _DIGIT:
            digit = _DIGIT[c]
        else:
            total += (digit or 1) * _UNIT[c]
            digit = 0
    return total + digit


def han(number: int) -> str:
    """A number from 1 to 99 in Han numerals, as articles of laws are counted.

    >>> han(5), han(10), han(14), han(20), han(26)
    ('五', '十', '十四', '二十', '二十六')
    """
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    return ("" if tens < 2 else digits[tens]) + ("十" if tens else "") + (digits[ones] if ones else "")


def without_ordinal(text: str) -> str:
    """A heading without its leading ordinal: 「一、」「（二）」「第三部分」「1.」.

    A text that is nothing but an ordinal stays.

    >>> without_ordinal("（二）政策文件"), without_ordinal("12345热线")
    ('政策文件', '12345热线')
    """
    rest = _ORDINAL.sub("", text, count=1)
    return rest or text

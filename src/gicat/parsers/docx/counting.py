"""Numbers as Word's lists print them: the number formats of ECMA-376 Part 1, 17.18.59 (ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

_HAN = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"


def _han(n: int, digits: str, units: tuple[str, str, str]) -> str:
    """Chinese counting with units, below 10,000: 十二, 一百零一."""
    ten, hundred, thousand = units
    text, gap = "", False
    for size, unit in ((1000, thousand), (100, hundred), (10, ten), (1, "")):
        digit = n // size % 10
        if digit:
            text += (digits[0] if gap else "") + digits[digit] + unit
        gap = bool(text) and not digit
    return text


def _counting_thousand(n: int) -> str:
    text = _han(n, _HAN, ("十", "百", "千"))
    return text.removeprefix("一") if 10 <= n < 20 else text


def _counting(n: int) -> str:
    return _counting_thousand(n) if n < 100 else _digits(n)


def _digits(n: int) -> str:
    return "".join("〇" if c == "0" else _HAN[int(c)] for c in str(n))


def _japanese(n: int) -> str:
    text = ""
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // size % 10
        if digit:
            text += ("" if digit == 1 and unit else _HAN[digit]) + unit
    return text


def _roman(n: int) -> str:
    text = ""
    for value, sign in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
                        (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):  # fmt: skip
        text += sign * (n // value)
        n %= value
    return text


def _letters(n: int) -> str:
    """a … z, aa, bb … (not aa, ab)."""
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)


def _block(first: str, last: int) -> Callable[[int], str]:
    """Consecutive characters from `first` for 1 to `last`; plain digits beyond."""
    return lambda n: chr(ord(first) + n - 1) if n <= last else str(n)


def _listed(signs: str) -> Callable[[int], str]:
    return lambda n: signs[n - 1] if n <= len(signs) else str(n)


def _wide(n: int) -> str:
    return "".join(chr(ord(c) - ord("0") + ord("０")) for c in str(n))


FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimal": str,
        "decimalZero": lambda n: f"{n:02d}",
        "decimalHalfWidth": str,
        "decimalFullWidth": _wide,
        "decimalFullWidth2": _wide,
        "decimalEnclosedCircle": _block("①", 20),
        "decimalEnclosedCircleChinese": _block("①", 10),
        "decimalEnclosedParen": _block("⑴", 20),
        "decimalEnclosedFullstop": _block("⒈", 20),
        "ideographEnclosedCircle": _block("㊀", 10),
        "chineseCounting": _counting,
        "taiwaneseCounting": _counting,
        "chineseCountingThousand": _counting_thousand,
        "taiwaneseCountingThousand": lambda n: _han(n, _HAN, ("十", "百", "千")),
        "ideographDigital": _digits,
        "japaneseDigitalTenThousand": _digits,
        "taiwaneseDigital": _digits,
        "japaneseCounting": _japanese,
        "chineseLegalSimplified": lambda n: _han(n, _FORMAL, ("拾", "佰", "仟")),
        "ideographTraditional": _listed("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac": _listed("子丑寅卯辰巳午未申酉戌亥"),
        "upperRoman": _roman,
        "lowerRoman": lambda n: _roman(n).lower(),
        "upperLetter": lambda n: _letters(n).upper(),
        "lowerLetter": _letters,
    }
)
"""Formats by their name in w:numFmt."""

_LARGEST = 9999


def written(n: int, name: str) -> str:
    """A number of a list in a format of `FORMATS`; digits for what the format cannot write."""
    if n == 0 and name == "ideographDigital":
        return "〇"
    return FORMATS[name](n) if 1 <= n <= _LARGEST or (name.startswith("decimal") and n >= 0) else str(n)

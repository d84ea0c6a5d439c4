"""咨询及监督电话: phones, faxes and mail addresses, with the office in the bracket and the word before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from gicat.recognise.brackets import BRACKET
from gicat.text import narrow_digits, squeeze

_DASHES = re.compile(r"\s*[-‐‑‒–—―－﹣ー]+\s*")
_PIECE = re.compile(r"[（(]0\d{2,3}[）)]|\+?\d[\d-]*")
_PHONE = re.compile(
    r"(?:\+86-?0?|0)\d{2,3}-?\d{7,8}(?:-\d{1,6})?|[2-9]\d{6,7}(?:-\d{1,6})?|1[3-9]\d{9}|12\d{3}|[48]00-?\d{3}-?\d{4}|0\d{3}-\d{7}"
)
_BRACKET = re.compile(rf"\s*{BRACKET}")
_PURPOSE = re.compile(
    r"([\w、及和/（）()]*?(?:电话|热线|传真|手机|电话号码|联系方式|渠道)|(?:咨询|监督|举报|投诉)(?=\s*[:：]))\s*[:：]?\s*$"
)
_PAIR = re.compile(r"[（(]([^（）()]*)[）)]")
_REACH = 40
"""How far before a number the word that announces it is looked for."""
_AROUND = " \t\n:：，,;；、/"
_WRAPPED = re.compile(r"(?<=[\u4e00-\u9fff])\n(?=[\u4e00-\u9fff：:])|(?<=[A-Za-z.@_])\n(?=[A-Za-z.@_])")
"""Line ends inside words and mail addresses: no number stands beside them."""
_EXTENSION = re.compile(r"(\d)\s*(?:转|分机号?[:：]?)\s*(\d{1,6})(?!\d)")
_ADDRESS = re.compile(
    r"(?:通[讯信]|办公|联系)?地址\s*[:：]\s*([^，,；;。\n]+?)(?=\s*(?:[，,；;。\n]|邮编|邮政编码|电话|$))"
)
_POSTCODE = re.compile(r"(?:邮编|邮政编码)\s*[:：]?\s*(\d{6})(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone, fax or mail address, as in the contract."""

    kind: str
    value: str
    label: str | None = None
    purpose: str | None = None


def contacts(printed: str, *, named_only: bool = False) -> list[Contact]:
    """The contacts in a text, in order of print.

    A number broken by a line end is joined where only the whole is a phone number. With `named_only` a
    number counts only behind a word such as 电话, for running text that is full of other numbers.
    """
    text = _WRAPPED.sub("", _dashed(_EXTENSION.sub(r"\1-\2", narrow_digits(printed))))
    found = [(m.start(), Contact("email", m.group())) for m in _MAIL.finditer(text)]
    if not named_only:
        found += [(m.start(), Contact("address", squeeze(m.group(1)))) for m in _ADDRESS.finditer(text)]
        found += [(m.start(), Contact("postcode", m.group(1))) for m in _POSTCODE.finditer(text)]
    purpose: str | None = None
    last = 0
    for start, end, number in _phones(text):
        word = _purpose(text[last:start])
        purpose = word or (None if named_only else purpose)
        last = end
        if named_only and not purpose:
            continue
        bracket = _BRACKET.match(text, end)
        label = squeeze(bracket.group(1)) if bracket else None
        kind = "fax" if purpose and "传真" in purpose else "phone"
        found.append((start, Contact(kind, number, label or None, purpose)))
    return [contact for _, contact in sorted(found, key=lambda pair: pair[0])]


def _dashed(text: str) -> str:
    """Every run of dashes between digits as one ASCII hyphen."""
    return re.sub(rf"(?<=[\d）)]){_DASHES.pattern}(?=\d)", "-", text)


def _phones(text: str) -> list[tuple[int, int, str]]:
    """Start, end and value of the phone numbers of a text, wrapped ones joined."""
    pieces = [(m.start(), m.end(), m.group()) for m in _PIECE.finditer(text)]
    found = []
    index = 0
    while index < len(pieces):
        taken = 1
        for count in (1, 2, 3):
            run = pieces[index : index + count]
            gaps = [text[a[1] : b[0]] for a, b in pairwise(run)]
            number = _joined([piece for _, _, piece in run], gaps)
            if len(run) == count and not any(map(str.strip, gaps)) and _PHONE.fullmatch(number):
                found.append((run[0][0], run[-1][1], number))
                taken = count
                break
        index += taken
    return found


def _joined(pieces: list[str], gaps: list[str]) -> str:
    number = pieces[0].strip("（()）")
    bracketed = pieces[0] != number
    for gap, piece in zip(gaps, pieces[1:], strict=True):
        area = re.fullmatch(r"0\d{2,3}", number) and (bracketed or (gap and "\n" not in gap))
        number += ("-" if area and not piece.startswith("-") else "") + piece
    return number


def _purpose(before: str) -> str | None:
    match = _PURPOSE.search(before[-_REACH:])
    return squeeze(match.group(1)).lstrip("、及和") or None if match else None


def without_contacts(printed: str) -> str:
    """A text without its numbers and the words that announce them: the office of `办公室 电话：3091680`."""
    text = _MAIL.sub("", _dashed(_EXTENSION.sub(r"\1-\2", narrow_digits(printed))))
    for start, end, _ in reversed(_phones(text)):
        label = _BRACKET.match(text, end)
        behind = f" {label.group(1)} {text[label.end() :]}" if label else text[end:]
        near = max(0, start - _REACH)
        text = text[:near] + _PURPOSE.sub("", text[near:start]) + behind
    text = _PAIR.sub(lambda pair: pair.group() if pair.group(1).strip(_AROUND) else " ", text)
    text = text.strip(_AROUND)
    if text.startswith(("（", "(")) and _PAIR.fullmatch(text):
        return text[1:-1].strip(_AROUND)
    return text

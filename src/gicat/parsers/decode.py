"""Bytes to text: --encoding, byte order mark, strict UTF-8, then a choice between GB18030 and Big5.

General detectors fail on catalogues, whose ticks and boxes outnumber their words; the field's own
vocabulary decides better. The GB family always decodes as GB18030, its superset.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import lru_cache

from gicat.diagnostics import Diagnostic, found
from gicat.errors import UsageError
from gicat.parsers.utf16 import utf16_order

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_VOCABULARY = {
    "gb18030": "公开政府信息目录事项内容依据时限主体渠道网站的之日内起和一二三单位局办",
    "big5": "公開政府資訊信息目錄事項內容依據時限主體渠道網站的之日內起和一二三單位局辦",
}
_GB_NAMES = frozenset({"gb2312", "gbk", "cp936", "gb18030", "hz", "euc-cn"})
_MARKS = frozenset("，。、；：？！（）《》“”‘’〈〉【】—…·　■□√×○●☑☐①②③④⑤⑥⑦⑧⑨⑩")
_COMMON = {"gb18030": (0xB0, 0xD7), "big5": (0xA4, 0xC6)}
"""The first bytes of the common characters (GB 2312 level 1, Big5 level 1)."""
_SAMPLE = 65_536
_WHOLE = 3
"""Characters of three bytes for each one that is damaged, from which on a text is believed to be UTF-8."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and what there is to say about it."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file.

    Raises:
        UsageError: if `encoding` is no encoding Python knows.
    """
    if encoding:
        return _damaged(data, _asked(encoding), ())
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return _damaged(data, codec, (), name)
    order = utf16_order(data)
    if order:
        return _damaged(data, order, (found("R006", encoding=order),))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        return _damaged(data, "utf-8", ())
    best = max(_VOCABULARY, key=lambda name: _score(data, name))
    return _damaged(data, best, (found("R006", encoding=best),))


def _mostly_utf8(data: bytes) -> bool:
    """Whether a text is UTF-8 with some damage: three bytes that make one character seldom come together by chance."""
    lossy = data.decode("utf-8", "replace")
    whole = sum(char > "\u07ff" and char != "\ufffd" for char in lossy)
    return whole > _WHOLE * lossy.count("\ufffd")


def _asked(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        b"".decode(encoding)
        b"\xff".decode(encoding, "replace")  # codecs such as hex and idna are none of text, or know no damage
    except (LookupError, UnicodeError):
        raise UsageError(f"unknown text encoding {encoding!r}; try utf-8, gb18030 or big5") from None
    return "gb18030" if name in _GB_NAMES else name


def _damaged(data: bytes, codec: str, diagnostics: tuple[Diagnostic, ...], name: str | None = None) -> Decoded:
    text = data.decode(codec, "replace")
    bad = text.count("\ufffd")
    if bad:
        bad -= data.decode(codec, "ignore").count("\ufffd")  # those are printed
    if bad:
        diagnostics = (*diagnostics, found("R014", count=bad))
    return Decoded(text, name or codec, diagnostics)


def _score(data: bytes, encoding: str) -> float:
    """How much a text reads like one of the field: its words, then common characters; not rare ones, nor damage."""
    text = data[:_SAMPLE].decode(encoding, "replace")
    wide = [char for char in text if char > "\x7f"]
    return sum(_worth(char, encoding) for char in wide) / (len(wide) or 1)


@lru_cache(maxsize=20_000)
def _worth(char: str, encoding: str) -> float:
    """What a character says for an encoding."""
    if char in _VOCABULARY[encoding]:
        return 2.0
    if char in _MARKS:
        return 1.0
    if char == "\ufffd" or "\ue000" <= char < "\uf900":
        return -3.0
    if not "\u4e00" <= char <= "\u9fff":
        return -1.0
    first, last = _COMMON[encoding]
    coded = char.encode("gb2312" if encoding == "gb18030" else encoding, "ignore")
    return 0.5 if coded and first <= coded[0] <= last else -1.0

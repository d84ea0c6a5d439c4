"""Bytes to text: --encoding, byte order mark, strict UTF-8, then a choice between GB18030 and Big5.

General detectors fail on catalogues, whose ticks and boxes outnumber their words; the field's own
vocabulary decides better. The GB family always decodes as GB18030, its superset.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from gicat.diagnostics import Diagnostic, found
from gicat.errors import UsageError

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
_MOSTLY = 0.02
"""Share of undecodable characters up to which a text is believed to be UTF-8 with damage."""


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
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    lossy = data.decode("utf-8", "replace")
    wide = sum(char > "\x7f" for char in lossy)
    if lossy.count("\ufffd") <= _MOSTLY * wide + 1 < wide:
        return _damaged(data, "utf-8", ())
    best = max(_VOCABULARY, key=lambda name: _score(data, name))
    return _damaged(data, best, (found("R006", encoding=best),))


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
    """How much of a text is the field's vocabulary, less what cannot be decoded."""
    text = data.decode(encoding, "replace")
    wide = sum(char > "\x7f" for char in text) or 1
    known = frozenset(_VOCABULARY[encoding])
    return (sum(char in known for char in text) - 3 * text.count("\ufffd")) / wide

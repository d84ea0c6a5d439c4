"""Words between two parts of a table that only say that it goes on: 续表, 表1（续）, 接上页, 第2页."""

from __future__ import annotations

import re
from collections.abc import Container

from gicat.recognise.page_numbers import is_page_number

_AROUND = "-—–－~·.:：。[]【】〔〕()（）"
_NUMBER = r"(?:[\d一二三四五六七八九十]+(?:[-—–－.][\d一二三四五六七八九十]+)*)?"
_ON = rf"(?:续|接)(?:上|前)?[一]?[表页]?{_NUMBER}"
_WORDS = re.compile(rf"(?:附?[表件录]?{_NUMBER}[（(:：]?)?{_ON}")
_OF_TITLE = re.compile(rf"(.+?)[（(\[【—-]+{_ON}[）)\]】]*")


def says_continued(words: str, titles: Container[str]) -> bool:
    """Whether a paragraph says nothing but that the table above it goes on.

    Args:
        words: the paragraph, without white space.
        titles: the paragraphs before that table, without white space; one of them may be repeated with 续 behind it.
    """
    inner = words.strip(_AROUND)
    if not inner or _WORDS.fullmatch(inner) or is_page_number(inner):
        return True
    title = _OF_TITLE.fullmatch(words)
    return title is not None and title[1] in titles

"""Page numbers: `- 3 -`, 第3页, 第3页 共7页, 3/7, Page 3 of 7, a bare 3."""

from __future__ import annotations

import re

from gicat.text import bare

_N = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,4})"
_TOTAL = rf"共{_N}页"
_TOLD = re.compile(
    rf"第{_N}页(?:[,，、/／]?[(（]?{_TOTAL}[)）]?)?"
    rf"|第?\d{{1,4}}页[/／,，]?{_TOTAL}"
    rf"|{_TOTAL}(?:[,，、/／]?第{_N}页)?"
    r"|[-—–－~·•]+\d{1,4}[-—–－~·•]+"
    r"|\d{1,4}[/／]\d{1,4}"
    r"|(?:page|p\.?)\d{1,4}(?:(?:of|[/／])\d{1,4})?|\d{1,4}of\d{1,4}",
    re.IGNORECASE,
)
_DECORATED = re.compile(r"[-—–－~·•]*\d{1,4}[-—–－~·•]*|\d{1,4}页")


def is_told_page_number(text: str) -> bool:
    """Whether a line is nothing but a page number and says so: the number of a row is none."""
    return _TOLD.fullmatch(bare(text)) is not None


def is_page_number(text: str) -> bool:
    """Whether a line at the edge of a page can be nothing but its number, be it bare."""
    return is_told_page_number(text) or _DECORATED.fullmatch(bare(text)) is not None

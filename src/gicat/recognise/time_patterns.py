"""What amounts, dates and frequencies look like in a deadline without white space."""

from __future__ import annotations

import re

from gicat.numerals import HAN_NUMERALS

_NUMBER = rf"(?<!\d\s)(?<!\d)(?P<amount>\d{{1,4}}|[{HAN_NUMERALS}]{{1,6}})"
_RANGE = rf"(?:(?<!\d)(?:\d{{1,3}}|[{HAN_NUMERALS}]{{1,4}})\s*(?:[-~～—–至到])\s*)?"
UNITS = {
    "工作日": "working_day", "自然日": "day", "小时": "hour", "季度": "quarter", "星期": "week", "周": "week",
    "月": "month", "年": "year", "日": "day", "天": "day",
}  # fmt: skip
_UNIT = rf"个?(?P<unit>[日天][(（]工作日[)）]|{'|'.join(UNITS)})"
_BY = r"(?:之前|以前|前)"
YEARS = 1000
"""From here on a number of years is a year of the calendar."""

ANNUAL = re.compile(
    rf"(?P<every>每年度?|次年|翌年|当年|下一?年度?)?(?P<month>\d{{1,2}})月(?:份)?(?:(?P<day>\d{{1,2}})[日号]|底|末)(?:{_BY}|底前)"
)
MONTH = re.compile(
    r"(?P<every>每年度?|次年|翌年|下一?年度?)(?P<month>\d{1,2})月(?:份)?(?:(?P<day>\d{1,2})[日号]|底|末)?"
    r"|^(?P<alone>\d{1,2})月(?:底|末)$"
)
ALSO_MONTH = re.compile(r"(?<=[和、及与])(?P<month>\d{1,2})月(?:份)?(?:(?P<day>\d{1,2})[日号]|底|末)?")
PART_OF_YEAR = re.compile(
    rf"(?:^|(?<=[,，;；。]))(?:每年度?|当年|次年|本?年度)?(?:年底|年末|年终|年初|[上下]半年)(?:{_BY}|内)?(?:公开|公布|发布|更新)?(?=$|[,，;；。])"
)
NEXT_DAY = re.compile(r"(?:次|第二)个?(?P<unit>工作日|日|天)(?![期起])")
WITHIN = re.compile(rf"{_RANGE}(?:{_NUMBER}{_UNIT}|(?P<half>半)年)(?:之内|以内|内)")
PERIOD = re.compile(
    rf"(?:每(?P<half>半)?(?P<n>\d{{1,3}}|[{HAN_NUMERALS}]{{1,4}})?个?(?P<unit>学[期年]|年度?|季度?|月度?|周|星期|日|天|工作日))"
    r"|按(?P<by>年度?|季度?|月度?|周|日)|(?P<year>半年)(?:至少)?(?:更新|公开|公布)|(?P<fixed>(?<!不)定期|年度公开|季度公开)"
    r"|(?:次|下)个?(?P<next>月)(?=\d{1,2}[日号])"
    rf"|^(?:(?P<times>\d{{1,2}}|[{HAN_NUMERALS}])(?P<span>年|个?季度|个?月|周)|(?P<halves>半年))(?:1|一)次$"
    r"|^(?:1|一)次/(?P<per>年|季度?|月|周|日)$|^(?P<bare>半年|年度|季度|月度)$"
)
LASTING = re.compile(
    rf"(?P<event>公示期?|公告期?|公开(?:期限?)?|征求意见期?)?(?:期限|时间)?(?:不得少于|不少于|至少|不低于|(?P<most>不得?超过|最迟|最晚|不迟于)|为)?{_NUMBER}{_UNIT}(?!内|之内|以内|前|更新)"
)
BEFORE = re.compile(rf"{_NUMBER}{_UNIT}{_BY}")
AHEAD = re.compile(rf"(?:(?P<early>提前)|(?<=[^目以之提])前){_NUMBER}{_UNIT}(?!内|之内|以内)")
LABEL = re.compile(r"^(?:公开|更新)?(?:时限|期限|时间|周期)[:：为]?")
BARE = re.compile(rf"^(?:{_NUMBER}){_UNIT}$")

ANCHOR = re.compile(r"^.*?(?:应?自|从)(?=.*(?:起|后|内)?$)")
PLACED = re.compile(r"^.+?(?<![所正存现])在(?=(?![建岗编校职线用册]).{2})")
TRAILING = re.compile(r"(?:之日起?|之后|以后|日起|后|起|的|之日|，|,|\s)+$")
FROM = re.compile(r"(?:之日起?|日起|后)[，,]?$")
DAY_OF_MONTH = re.compile(r"(\d{1,2})[日号]")
TO_AMOUNT = re.compile(r"(?:应当?|在|于|限)+$")
CLAUSE = re.compile(r"[;；。,，:：]")
LEAD = re.compile(r"^(?:\d{1,2}[.．、]|[、和及与]|其中|并|且|应当?|须|需|在(?![建岗编校职线用册])|于)+")

"""Short ways to write items in the contract's shape; the values are stated, never read from a text."""

from __future__ import annotations

from typing import Any

Value = dict[str, Any]

EIGHTEEN = (
    "政府网站", "政府公报", "政务微博", "政务微信", "移动客户端", "微视", "手机短信推送", "电视", "广播", "报刊",
    "信息公告栏", "电子信息屏", "政务服务中心", "便民服务中心", "便民服务点（室）", "图书馆", "档案馆", "其他",
)  # fmt: skip
THIRTEEN = (
    "政府网站", "政府公报", "两微一端", "发布会/听证会", "广播电视", "纸质媒体", "公开查阅点", "政务服务中心",
    "便民服务站", "入户/现场", "社区/企事业单位/村公示栏（电子屏）", "精准推送", "其他",
)  # fmt: skip
FORMS = ("预公开", "全文发布", "脱密（脱敏）公开", "政策解读", "现场宣讲", "其他")


def options(labels: tuple[str, ...], *ticked: str) -> list[Value]:
    """All labels of a list, with those ticked that are named."""
    unknown = set(ticked) - set(labels)
    if unknown:
        raise ValueError(f"no such option: {unknown}")
    return [{"label": label, "checked": label in ticked} for label in labels]


def cited(title: str, number: str | None = None, *articles: int) -> Value:
    """A citation: an instrument, its number, the articles named."""
    named = [{"article": article, "paragraph": None, "item": None} for article in articles]
    return {"title": title, "document_number": number, "articles": named}


def basis(text: str, *citations: Value) -> Value:
    """公开依据."""
    return {"text": text, "citations": list(citations)}


def within(text: str, amount: int, unit: str) -> Value:
    """A deadline of so many units from an event."""
    return _deadline(text, "within", amount=amount, unit=unit)


def annual(text: str, month: int, day: int) -> Value:
    """A deadline on a date of every year."""
    return _deadline(text, "annual", month=month, day=day)


def other(text: str, kind: str) -> Value:
    """A deadline that a kind says all about: real_time, prompt, standing …"""
    return _deadline(text, kind)


def _deadline(text: str, kind: str, **values: object) -> Value:
    return {"text": text, "terms": [{"kind": kind, "amount": None, "unit": None, "month": None, "day": None, **values}]}


def phone(value: str, label: str | None = None) -> Value:
    """A telephone number and the bracket behind it."""
    return {"kind": "phone", "value": value, "label": label}


def item(categories: list[str], name: str, content: str, **fields: Any) -> Value:
    """An item; fields that are not given are empty. Line feeds in `content` are printed and no part of the value."""
    empty: Value = {"number": None, "legal_basis": None, "publishers": [], "responsible_units": [], "deadline": None}
    empty |= {name: [] for name in ("channels", "forms", "audiences", "access_modes", "levels", "contacts")}
    return {"categories": categories, "name": name, "content": content, **empty, **fields}


ORDER = "中华人民共和国政府信息公开条例"
ORDER_BASIS = basis(f"《{ORDER}》（国务院令第711号）", cited(ORDER, "国务院令第711号"))

"""Cells glued to one another: what ends one and begins the next."""

from __future__ import annotations

import pytest

from gicat.recover.flowing.seams import parted
from tests.recover.flowing.texts import cut


def parts(text: str) -> list[str]:
    return [piece.text for piece in parted(cut(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("防汛预案《防洪法》实时公开", ["防汛预案", "《防洪法》", "实时公开"]),
        ("3供水信息每年3月底前公开", ["3", "供水信息", "每年3月底前公开"]),
        ("许可事项应自作出决定之日起7个工作日内公开", ["许可事项应自作出决定之日起7个工作日内公开"]),
    ],
    ids=["title", "number", "a-deadline-that-goes-on"],
)
def test_seams(text: str, found: list[str]) -> None:
    assert parts(text) == found


def test_an_organisation_that_stands_alone_in_another_row_is_known() -> None:
    rows = "《防洪法》每年3月底前公开云桥县水利局□政府网站\n《水法》按上级要求云桥县水利局□政府网站"
    assert parts(rows)[5:7] == ["按上级要求", "云桥县水利局"]


@pytest.mark.parametrize("words", ["云桥县水利局办公室", "云桥县水利局、办公室"])
def test_a_longer_name_stays_whole(words: str) -> None:
    rows = f"《防洪法》每年3月底前公开办公室□政府网站\n《水法》每年3月底前公开{words}□政府网站"
    assert words in parts(rows)

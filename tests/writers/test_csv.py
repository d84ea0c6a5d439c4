import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gicat
from gicat.schema import Contact, Document, Extra, Option
from gicat.writers.csv import neutralised
from tests.writers.documents import document, full, item

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")


def rows(made: Document, **options: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(gicat.write(made, "csv", **options).removeprefix("\ufeff"), newline="")))


def test_begins_with_a_byte_order_mark_and_ends_lines_as_rfc_4180_says() -> None:
    text = gicat.write(full(), "csv")
    assert text.startswith("\ufeffsource,catalogue,title,")
    assert text.endswith("\r\n")


def test_one_row_an_item_and_ticked_labels_joined() -> None:
    first, second = rows(full())
    assert first["channels"] == "政府网站；其他：公示栏"
    assert first["categories"] == "综合政务；机构信息"
    assert first["content"] == "名称、地址\n电话"
    assert first["deadline"] == "20个工作日内"
    assert (first["agency"], first["number"], first["publishers"]) == ("水利局", "1", "办公室；各科室")
    assert (second["name"], second["audiences"], second["channels"]) == ("部门职能", "全社会", "")


def test_headers_are_stable_in_english_and_chinese() -> None:
    english = list(rows(full())[0])
    assert ",".join(english) == (
        "source,catalogue,title,region,agency,published,updated,"
        "id,number,categories,name,content,legal_basis,publishers,responsible_units,deadline,"
        "channels,forms,audiences,access_modes,levels,contacts,extra"
    )
    chinese = list(rows(full(), labels="zh")[0])
    assert len(chinese) == len(english)
    assert {"公开事项", "公开渠道", "公开时限"} <= set(chinese)


def test_wide_has_a_column_for_each_option_and_nothing_for_what_is_unknown() -> None:
    first, second = rows(full(), wide=True)
    assert [first[f"channels: {o}"] for o in ("政府网站", "其他", "广播", "电视")] == ["1", "1", "0", ""]
    assert (first["audiences: 全社会"], second["audiences: 全社会"], second["channels: 广播"]) == ("", "1", "")
    assert "公开渠道: 政府网站" in rows(full(), wide=True, labels="zh")[0]


def test_long_has_a_row_for_each_item_and_option_and_keeps_items_without() -> None:
    made = document(*full().catalogues[0].items, item("无选项"))
    long = rows(made, long=True)
    assert [(row["name"], row["option"], row["checked"]) for row in long] == [
        ("机构简介", "政府网站", "1"), ("机构简介", "其他", "1"), ("机构简介", "广播", "0"), ("机构简介", "电视", ""),
        ("部门职能", "全社会", "1"), ("无选项", "", ""),
    ]  # fmt: skip
    assert (long[0]["field"], long[0]["code"], long[0]["mark"], long[1]["note"]) == (
        "channels", "gov_website", "☑", "公示栏",
    )  # fmt: skip


def test_contacts_and_columns_without_a_field() -> None:
    made = item(
        contacts=[Contact(kind="phone", value="010-1", purpose="监督电话", label="办公室")],
        extra=[Extra(label=["网站", "栏目"], text="公开")],
    )
    row = rows(document(made))[0]
    assert (row["contacts"], row["extra"]) == ("监督电话：010-1（办公室）", "网站/栏目：公开")


@pytest.mark.parametrize("start", DANGEROUS)
def test_cells_that_could_be_formulas_are_neutralised(start: str) -> None:
    assert neutralised(f"{start}1+1") == f"'{start}1+1"


def test_harmless_cells_stay_as_they_are() -> None:
    for cell in ("", "机构", "1-2", "'政府'", "a=b", "☑政府网站"):
        assert neutralised(cell) == cell


@given(TEXT)
@example("'=1")
@example("''-")
def test_taking_one_apostrophe_away_gives_the_print(cell: str) -> None:
    safe = neutralised(cell)
    assert not safe.startswith(DANGEROUS)
    assert (safe[1:] if re.match(r"'+[=+\-@\t\r\n＝＋－＠]", safe) else safe) == cell


@given(name=TEXT, label=TEXT, note=TEXT)
def test_any_text_reads_back(name: str, label: str, note: str) -> None:
    made = document(item(name, content=note, channels=[Option(label=label, checked=True)]))
    for options in ({}, {"wide": True}, {"long": True}):
        (row,) = rows(made, **options)
        assert row["name"] == neutralised(name)
        assert row["content"] == neutralised(note)


def test_an_option_named_like_a_formula_is_harmless_as_a_header_too() -> None:
    text = gicat.write(document(item("=cmd", channels=[Option(label="=x", checked=True)])), "csv", wide=True)
    assert all(not cell.startswith(DANGEROUS) for row in csv.reader(io.StringIO(text[1:])) for cell in row)


def test_lone_surrogates_are_replaced() -> None:
    assert rows(document(item("a\ud800")))[0]["name"] == "a\ufffd"

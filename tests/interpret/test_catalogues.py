"""Titles, several catalogues in one file, text around the rows."""

from __future__ import annotations

import pytest

from gicat.interpret import interpret
from tests.building import LEFT, UP, codes, grid, interpreted, paragraph

HEAD = ["序号", "事项", "公开内容", "公开时限", "公开主体"]
ONE = ["1", "简介", "机构职能", "20个工作日内", "市教育局"]
TWO = ["2", "规划", "发展规划", "20个工作日内", "市教育局"]
OTHER = ["序号", "事项", "公开内容", "公开依据", "公开渠道"]
TITLE = "甲市政府信息主动公开目录（市教育局）"
WIDE = [LEFT] * 4


class TestTitles:
    def test_title_region_and_agency_as_printed(self) -> None:
        (catalogue,), _ = interpreted(paragraph(TITLE), grid(HEAD, ONE))
        assert (catalogue.title, catalogue.region, catalogue.agency) == (TITLE, "甲市", "市教育局")
        assert catalogue.agency_source == "title"
        assert catalogue.preamble == []

    def test_title_as_a_row_of_the_table(self) -> None:
        (catalogue,), _ = interpreted(grid([TITLE, *WIDE], HEAD, ONE))
        assert (catalogue.title, len(catalogue.items)) == (TITLE, 1)

    def test_without_a_title(self) -> None:
        (catalogue,), _ = interpreted(grid(HEAD, ONE, TWO))
        assert (catalogue.title, catalogue.region) == (None, None)
        assert (catalogue.agency, catalogue.agency_source) == ("市教育局", "publishers")

    def test_publishers_that_differ_name_no_agency(self) -> None:
        (catalogue,), _ = interpreted(grid(HEAD, ONE, [*TWO[:4], "市民政局"]))
        assert (catalogue.agency, catalogue.agency_source) == (None, None)


class TestSeveral:
    def test_a_header_under_a_new_title_starts_one(self) -> None:
        catalogues, _ = interpreted(
            paragraph("甲市公开目录"), grid(HEAD, ONE), paragraph("乙市公开目录"), grid(HEAD, TWO)
        )
        assert [(c.title, [i.name for i in c.items]) for c in catalogues] == [
            ("甲市公开目录", ["简介"]),
            ("乙市公开目录", ["规划"]),
        ]

    def test_the_same_header_again_without_a_title_continues_it(self) -> None:
        (catalogue,), told = interpreted(grid(HEAD, ONE), paragraph("二、业务"), grid(HEAD, TWO))
        assert [item.name for item in catalogue.items] == ["简介", "规划"]
        assert [note.text for note in catalogue.notes] == ["二、业务"]
        assert [(d.code, d.text) for d in told] == [("P006", "\n".join(HEAD))]

    def test_another_header_starts_one(self) -> None:
        catalogues, _ = interpreted(grid(HEAD, ONE), grid(OTHER, ["1", "甲", "乙", "《丙法》", "政府网站"]))
        assert len(catalogues) == 2

    def test_titles_and_headers_inside_one_table(self) -> None:
        table = grid(["甲市公开目录", *WIDE], HEAD, ONE, ["乙市公开目录", *WIDE], HEAD, TWO)
        catalogues, _ = interpreted(table)
        assert [(c.title, [i.name for i in c.items]) for c in catalogues] == [
            ("甲市公开目录", ["简介"]),
            ("乙市公开目录", ["规划"]),
        ]

    def test_a_header_repeated_inside_one_table_is_left_out_and_told(self) -> None:
        (catalogue,), told = interpreted(grid(HEAD, ONE, HEAD, TWO))
        assert [item.name for item in catalogue.items] == ["简介", "规划"]
        assert [(d.code, d.text) for d in told] == [("P006", "\n".join(HEAD))]

    def test_another_header_inside_one_table_starts_one(self) -> None:
        catalogues, _ = interpreted(grid(HEAD, ONE, OTHER, ["1", "甲", "乙", "《丙法》", "政府网站"]))
        assert [column.field for column in catalogues[1].columns] == [
            "number",
            "name",
            "content",
            "legal_basis",
            "channels",
        ]

    def test_findings_name_their_catalogue_and_item(self) -> None:
        _, told = interpreted(
            paragraph("甲市公开目录"),
            grid(HEAD, ONE),
            paragraph("乙市公开目录"),
            grid(HEAD, ONE, ["2", "规划", "发展规划", "", ""], spanless=True),
        )
        assert {(d.catalogue, d.item) for d in told if d.code == "P001"} == {(1, 1)}


class TestAround:
    def test_paragraphs_before_and_after_the_rows(self) -> None:
        (catalogue,), _ = interpreted(
            paragraph(TITLE), paragraph("一、说明"), grid(HEAD, ONE), paragraph("注：本目录动态调整")
        )
        assert [text.text for text in catalogue.preamble] == ["一、说明"]
        assert [text.text for text in catalogue.notes] == ["注：本目录动态调整"]

    @pytest.mark.parametrize(
        ("text", "published", "updated"),
        [
            ("发布时间：2020-12-08", "2020-12-08", None),
            ("发布日期：2020年12月", "2020-12", None),
            ("更新时间：２０２１年１月５日", None, "2021-01-05"),
            ("印发日期：2020/2/3 更新日期：2021.04.05", "2020-02-03", "2021-04-05"),
            ("2020年12月8日通过", None, None),
            ("发布时间：____年__月__日", None, None),
        ],
    )
    def test_dates_are_as_precise_as_printed(self, text: str, published: str | None, updated: str | None) -> None:
        (catalogue,), _ = interpreted(paragraph(TITLE), paragraph(text), grid(HEAD, ONE))
        assert (catalogue.published, catalogue.updated) == (published, updated)

    @pytest.mark.parametrize("date", ["2020-02-31", "2021年11月31日", "2021-2-29"])
    def test_a_day_that_is_none_is_not_a_date(self, date: str) -> None:
        (catalogue,), _ = interpreted(paragraph(TITLE), paragraph(f"发布时间：{date}"), grid(HEAD, ONE))
        assert catalogue.published is not None and len(catalogue.published) == 7

    def test_contacts_stay_with_the_catalogue(self) -> None:
        (catalogue,), _ = interpreted(paragraph(TITLE), paragraph("监督电话：0574—89389306"), grid(HEAD, ONE))
        assert [(c.value, c.purpose) for c in catalogue.contacts] == [("0574-89389306", "监督电话")]
        assert catalogue.items[0].contacts == []

    def test_basis_of_the_whole_catalogue(self) -> None:
        (catalogue,), _ = interpreted(paragraph(TITLE), paragraph("公开依据：《甲法》第一条"), grid(HEAD, ONE))
        assert catalogue.legal_basis and [c.title for c in catalogue.legal_basis.citations] == ["甲法"]
        assert catalogue.items[0].legal_basis is None

    def test_tables_that_are_no_catalogue_are_unplaced(self) -> None:
        result = interpret([grid(["姓名", "电话"], ["张三", "1"]), paragraph("页脚")])
        assert result.value.catalogues == []
        assert sorted(text.text for text in result.value.unplaced) == sorted(["姓名", "电话", "张三", "1", "页脚"])
        assert codes(list(result.diagnostics)) == ["R012"]

    def test_a_chosen_table(self) -> None:
        blocks = [grid(HEAD, ONE), paragraph("乙市公开目录"), grid(HEAD, TWO)]
        (catalogue,) = interpret(blocks, frozenset({1})).value.catalogues
        assert [(item.name, item.places["name"][0].table) for item in catalogue.items] == [("规划", 1)]


class TestHeaderOnly:
    def test_a_catalogue_without_items_is_told(self) -> None:
        catalogues, told = interpreted(grid(HEAD))
        assert not catalogues or told


def test_a_cell_that_reaches_into_the_header_is_a_label_only() -> None:
    head = [["序号", "", "", "", ""], [UP, "事项", "公开内容", "公开时限", "公开主体"]]
    (catalogue,), _ = interpreted(grid(*head, ONE, TWO))
    assert catalogue.columns[0].label == ["序号"]
    assert catalogue.preamble == []
    assert [item.number for item in catalogue.items] == ["1", "2"]

"""Header rows to fields: several senses, weak labels, levels, unknown labels, tables without a header."""

from __future__ import annotations

import pytest

from tests.building import LEFT, UP, codes, grid, interpreted

FRONT = ["序号", "公开事项", "公开内容", "公开时限"]
ROW = ["1", "机构简介", "机构职能、领导分工", "20个工作日内"]


def fields(*head: str) -> dict[str, str | None]:
    """Label of each column to its field, over one plain row."""
    (catalogue,), _ = interpreted(grid([*FRONT, *head], [*ROW, *["值"] * len(head)]))
    return {column.label[-1]: column.field for column in catalogue.columns}


class TestSeveralSenses:
    @pytest.mark.parametrize("label", ["公开方式", "公开形式"])
    @pytest.mark.parametrize(
        ("values", "field"),
        [
            (["主动公开", "依申请公开"], "access_modes"),
            (["☑全文发布 □政策解读", "☑预公开"], "forms"),
            (["网站公开", "微信公众号"], "channels"),
            (["☑政府网站 □公告栏", "□政府网站 ☑公告栏"], "channels"),
        ],
    )
    def test_the_values_decide(self, label: str, values: list[str], field: str) -> None:
        (catalogue,), told = interpreted(grid([*FRONT, label], *[[*ROW, value] for value in values]))
        assert catalogue.columns[-1].field == field
        usual = {"公开方式": "access_modes", "公开形式": "channels"}[label]
        assert ("P008" in codes(told)) == (field != usual)

    def test_two_columns_of_one_sense_each(self) -> None:
        (catalogue,), _ = interpreted(grid([*FRONT, "公开方式", "公开形式"], [*ROW, "主动公开", "网站公开"]))
        assert [column.field for column in catalogue.columns[-2:]] == ["access_modes", "channels"]

    def test_values_that_decide_nothing_leave_the_usual_sense_and_are_told(self) -> None:
        (catalogue,), told = interpreted(grid([*FRONT, "公开方式"], [*ROW, "—"]))
        assert (catalogue.columns[-1].field, codes(told)) == ("access_modes", ["P008"])

    @pytest.mark.parametrize("value", ["永久公开", "1年", "每季度", "20个工作日内"])
    def test_deadline_is_always_a_deadline(self, value: str) -> None:
        (catalogue,), _ = interpreted(grid(FRONT, [*ROW[:3], value]))
        deadline = catalogue.items[0].deadline
        assert deadline is not None and deadline.text == value

    def test_publishers_and_responsible_units(self) -> None:
        have = fields("公开主体", "公开责任")
        assert (have["公开主体"], have["公开责任"]) == ("publishers", "responsible_units")
        have = fields("责任主体", "责任科室")
        assert (have["责任主体"], have["责任科室"]) == ("publishers", "responsible_units")

    def test_a_column_for_office_and_telephone_feeds_both(self) -> None:
        (catalogue,), _ = interpreted(grid([*FRONT, "责任科室及联系电话"], [*ROW, "办公室\n0574-89389306"]))
        item = catalogue.items[0]
        assert item.responsible_units == ["办公室"]
        assert [contact.value for contact in item.contacts] == ["0574-89389306"]

    def test_offices_behind_their_numbers(self) -> None:
        text = "89389306（办公室），89389307（综合科）"
        (catalogue,), _ = interpreted(grid([*FRONT, "责任科室及联系电话"], [*ROW, text]))
        item = catalogue.items[0]
        assert item.responsible_units == ["办公室", "综合科"]
        assert [(c.value, c.label) for c in item.contacts] == [("89389306", "办公室"), ("89389307", "综合科")]


class TestUnknown:
    def test_an_unknown_label_is_kept_in_extra_and_told(self) -> None:
        (catalogue,), told = interpreted(grid([*FRONT, "责任追究"], [*ROW, "无此情形"]))
        assert [(e.label, e.text) for e in catalogue.items[0].extra] == [(["责任追究"], "无此情形")]
        assert [(d.code, d.details["label"]) for d in told] == [("P009", "责任追究")]

    def test_a_remark_column_is_known_extra(self) -> None:
        (catalogue,), told = interpreted(grid([*FRONT, "备注"], [*ROW, "每年更新"]))
        assert [(e.label, e.text) for e in catalogue.items[0].extra] == [(["备注"], "每年更新")]
        assert told == []

    def test_blank_extra_cells_are_left_out(self) -> None:
        (catalogue,), _ = interpreted(grid([*FRONT, "备注"], [*ROW, ""]))
        assert catalogue.items[0].extra == []

    def test_a_column_without_a_label_that_numbers_the_rows(self) -> None:
        (catalogue,), _ = interpreted(grid(["", *FRONT[1:]], ROW, ["2", *ROW[1:]]))
        assert [item.number for item in catalogue.items] == ["1", "2"]

    def test_a_column_without_a_label_is_kept(self) -> None:
        (catalogue,), _ = interpreted(grid([*FRONT, ""], [*ROW, "杂项"]))
        assert [e.text for e in catalogue.items[0].extra] == ["杂项"]

    def test_a_second_column_of_a_field_is_told(self) -> None:
        table = grid([*FRONT, "公开主体", "责任主体"], [*ROW, "市教育局", "办公室"])
        (catalogue,), told = interpreted(table)
        assert "责任主体" not in [label for e in catalogue.items[0].extra for label in e.label] or told


class TestLevels:
    def test_the_innermost_level_names_the_item(self) -> None:
        head = ["公开领域", "一级事项", "二级事项", "公开内容", "公开时限"]
        (catalogue,), _ = interpreted(grid(head, ["财政", "预算", "部门预算", "报表", "20日内"]))
        assert (catalogue.items[0].categories, catalogue.items[0].name) == (["财政", "预算"], "部门预算")

    def test_ragged_hierarchies(self) -> None:
        head = ["一级事项", "二级事项", "三级事项", "公开内容", "公开时限"]
        (catalogue,), _ = interpreted(grid(head, ["甲", "乙", "—", "内容", "1年"]))
        assert (catalogue.items[0].categories, catalogue.items[0].name) == (["甲"], "乙")

    @pytest.mark.xfail(
        strict=True, reason="the place of a name read from a level column is that of the empty name cell"
    )
    def test_the_place_of_a_name_that_a_level_gives(self) -> None:
        head = ["一级事项", "二级事项", "三级事项", "公开内容", "公开时限"]
        (catalogue,), _ = interpreted(grid(head, ["甲", "乙", "", "内容", "1年"]))
        item = catalogue.items[0]
        assert (item.name, item.printed["name"], item.places["name"][0].column) == ("乙", "乙", 1)

    def test_leading_ordinals_leave_categories_and_stay_in_print(self) -> None:
        (catalogue,), _ = interpreted(grid(["类别", *FRONT[1:]], ["一、综合政务", *ROW[1:]]))
        item = catalogue.items[0]
        assert (item.categories, item.printed["categories"]) == (["综合政务"], "一、综合政务")


class TestHeaderRows:
    def test_three_rows(self) -> None:
        table = grid(
            ["政务公开事项", *[LEFT] * 5],
            ["序号", "公开事项", LEFT, "公开内容", "公开对象", LEFT],
            [UP, "一级事项", "二级事项", UP, "全社会", "特定群体"],
            ["1", "概况", "简介", "职能", "√", ""],
        )
        (catalogue,), _ = interpreted(table)
        (item,) = catalogue.items
        assert (item.categories, item.name, item.content) == (["概况"], "简介", "职能")
        assert catalogue.columns[1].label == ["公开事项", "一级事项"]

    def test_a_legend_in_a_header_cell_explains_and_changes_nothing(self) -> None:
        label = "公开渠道和载体（“■”表示必选项，“□”表示可选项）"
        (catalogue,), _ = interpreted(grid([*FRONT, label], [*ROW, "■政府网站 □电视"]))
        assert catalogue.legend == {"■": "required", "□": "optional"}
        assert [o.checked for o in catalogue.items[0].channels] == [True, False]

    def test_traditional_characters(self) -> None:
        (catalogue,), _ = interpreted(grid(["序號", "公開事項", "公開內容", "公開時限"], ROW))
        assert [column.field for column in catalogue.columns] == ["number", "name", "content", "deadline"]
        assert catalogue.columns[0].label == ["序號"]


class TestWithoutHeader:
    ROWS = (
        ["1", "机构简介", "机构职能、领导分工", "《甲法》第十条", "20个工作日内", "市教育局", "√"],
        ["2", "政策文件", "规范性文件、解读", "《乙法》第二条", "10个工作日内", "市教育局", "√"],
        ["3", "财政信息", "预算、决算、公务接待", "《丙法》第三条", "20个工作日内", "市教育局", "√"],
    )

    def test_columns_are_read_by_what_their_cells_show_marked_inferred(self) -> None:
        (catalogue,), told = interpreted(grid(*self.ROWS))
        item = catalogue.items[0]
        assert (item.number, item.name, item.content) == ("1", "机构简介", "机构职能、领导分工")
        assert item.legal_basis and item.deadline and item.publishers == ["市教育局"]
        assert "P013" in codes(told)
        assert all(d.certainty == "inferred" for d in told if d.code == "P013")

    def test_its_tick_columns_are_null_with_p002(self) -> None:
        (catalogue,), told = interpreted(grid(*self.ROWS))
        assert "P002" in codes(told)
        assert all(
            o.checked is None for item in catalogue.items for o in [*item.audiences, *item.access_modes, *item.levels]
        )

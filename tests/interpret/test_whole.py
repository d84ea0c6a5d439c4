"""Whatever grids a reader hands on: no exception, nothing lost, nothing made up, every value traceable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gicat import schema
from gicat.audit import audit
from gicat.grid import Block, Grid, Paragraph, Sighting
from gicat.interpret import interpret
from gicat.recover import recover
from gicat.text import bare
from tests.building import LEFT, MISSING, UP, grid, paragraph

HEAD = [
    "序号",
    "类别",
    "一级事项",
    "公开事项",
    "公开内容",
    "公开依据",
    "公开时限",
    "公开主体",
    "公开责任",
    "公开渠道",
    "公开方式",
    "监督电话",
    "备注",
]
GROUPS = ["公开对象", "公开方式", "公开层级"]
LEAVES = {"公开对象": ["全社会", "特定群体"], "公开方式": ["主动", "依申请公开"], "公开层级": ["县级", "乡、村级"]}
TEXTS = [
    "",
    "",
    "1",
    "2",
    "一、概况",
    "机构简介",
    "机构职能；领导分工",
    "《甲法》（国发〔2019〕1号）",
    "20个工作日内",
    "长期",
    "市教育局",
    "办公室\n综合科",
    "■政府网站\n□公报",
    "√",
    "?",
    "是",
    "在校学生",
    "县级",
    "同上",
    "—",
    "0574-89389306（办公室）",
    "主动公开",
    "备注：无",
    "甲市公开目录",
    "续表",
]
cells = st.sampled_from([*TEXTS, UP, UP, LEFT, MISSING])


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """A table with a header of one or two rows, repeated perhaps, and a body with spans, holes and full-width rows."""
    columns = draw(st.lists(st.sampled_from(HEAD), min_size=1, max_size=7, unique=True))
    groups = draw(st.lists(st.sampled_from(GROUPS), max_size=2, unique=True))
    leaves = [leaf for group in groups for leaf in LEAVES[group]]
    head: list[list[str | None]] = [[*columns, *(label for group in groups for label in (group, LEFT))]]
    if groups:
        head.append([*[UP] * len(columns), *leaves])
    width = len(head[0])
    full = st.sampled_from([t for t in TEXTS if t]).map(lambda text: [text, *[LEFT] * (width - 1)])
    row = st.lists(cells, min_size=width, max_size=width)
    body = draw(st.lists(st.one_of(row, row, row, full, st.just(head[0])), max_size=7))
    above = draw(st.lists(full, max_size=1))
    rows = [*above, *head, *body]
    return grid(*_sound(rows), spanless=draw(st.booleans()), page=draw(st.integers(1, 3)))


def _sound(rows: Iterable[list[str | None]]) -> list[list[str | None]]:
    """Rows whose spans have an origin and are rectangles: only single columns span down, only single rows across."""
    sound: list[list[str | None]] = []
    for row in rows:
        fixed: list[str | None] = []
        for column, text in enumerate(row):
            above = sound[-1][column] if sound else MISSING
            across = column + 1 < len(row) and row[column + 1] == LEFT
            wide = bool(sound) and column + 1 < len(sound[-1]) and sound[-1][column + 1] == LEFT
            if text == UP and (above in (MISSING, LEFT) or across or wide):
                text = ""
            if text == LEFT and (not fixed or fixed[-1] in (MISSING, UP)):
                text = ""
            fixed.append(text)
        sound.append(fixed)
    return sound


blocks = st.lists(
    st.one_of(grids(), grids(), st.sampled_from([t for t in TEXTS if t]).map(paragraph)), min_size=1, max_size=4
)


def printed(found: Iterable[Block]) -> list[Sighting]:
    texts: list[str] = []
    for block in found:
        if isinstance(block, Grid):
            texts += [cell.text for cell in block.cells]
        elif isinstance(block, Paragraph):
            texts.append(block.text)
    return [Sighting(text) for text in texts]


SLOW = settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@SLOW
@given(blocks)
def test_nothing_is_lost_and_nothing_made_up(found: list[Block]) -> None:
    recovered = recover(found)
    read = interpret(recovered.value)
    source = schema.Source(name="x", sha256="", bytes=0, gicat="0")
    document = schema.Document(source=source, catalogues=read.value.catalogues, unplaced=read.value.unplaced)
    told = [*recovered.diagnostics, *read.diagnostics]
    assert [(d.code, d.text) for d in audit(printed(found), document, told)] == []
    again = schema.Document.model_validate_json(document.model_dump_json())
    assert again.model_dump() == document.model_dump()


@SLOW
@given(grids())
def test_every_value_stands_in_a_cell_it_names(table: Grid) -> None:
    """A ditto stands for a value that is printed above."""
    table = replace(table, cells=tuple(cell for cell in table.cells if cell.text != "同上"))
    for catalogue in interpret([table]).value.catalogues:
        for item in catalogue.items:
            assert item.printed.keys() == item.places.keys()
            levels = [item.printed.get(name, "") for name in ("name", "categories")]
            assert item.name is None or any(bare(item.name) in bare(text) for text in levels)
            for value, name in ((item.content, "content"), (item.number, "number")):
                assert value is None or bare(value) in bare(item.printed[name])  # type: ignore[index]
            for field in schema.Item.model_fields:
                for option in (
                    getattr(item, field) if field in ("channels", "audiences", "access_modes", "levels") else ()
                ):
                    shown = item.printed.get(field, "")
                    assert option.mark is None or option.mark in shown
                    assert option.note is None or bare(option.note) in bare(shown)


def test_rows_after_the_deadline_are_left_out() -> None:
    from itertools import count

    from gicat.deadline import Deadline

    rows = [[str(number), f"事项{number}", "机构职能", "20个工作日内", "办公室"] for number in range(1, 50)]
    table = grid(["序号", "公开事项", "公开内容", "公开时限", "公开主体"], *rows)
    for seconds, codes in ((20, ["R005"]), (0, ["R018"]), (1000, [])):
        result = interpret([table, table], deadline=Deadline(count().__next__, seconds))
        items = sum(len(catalogue.items) for catalogue in result.value.catalogues)
        assert [d.code for d in result.diagnostics if d.code.startswith("R")] == codes
        assert items == {20: 19, 0: 0, 1000: 98}[seconds]

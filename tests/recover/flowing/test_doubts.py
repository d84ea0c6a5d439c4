"""Cells that another reading would change, and which fits nearly as well, say so; others do not."""

from __future__ import annotations

import pytest

from gicat.grid import Grid
from gicat.recover.flowing import flowing_blocks, weights
from gicat.recover.flowing.body import Body
from gicat.recover.flowing.decode import decode
from gicat.recover.flowing.scores import Scores
from gicat.recover.flowing.slots import single
from gicat.writers.grid import as_json, as_text
from tests.recover.flowing.texts import block, joined
from tests.shared import parsed

KINDS = ("level", "name", "content", "legal_basis", "deadline")
SURE = ["政策文件", "规范性文件的目录和全文", "各行业用水定额，及其调整的依据", "《节约用水条例》", "20个工作日内"]
HEAD = "类别\n事项名称\n公开内容\n公开依据\n公开时限\n"
ALIKE = ["节水管理", "节水标准", "宣传活动", "供水安排", "《节约用水条例》", "20个工作日内"]
"""Four texts alike for three columns: which two are one cell, nothing tells."""


def doubts(cells: list[str], doubt: float = weights.DOUBT) -> set[tuple[int, str]]:
    table = joined("\n".join(cells))
    reading = decode(Scores(Body(table, blank_cells=False), single(KINDS)), doubt=doubt)
    assert reading.doubtful <= set(reading.steps)
    return {(step.column, "".join(atom.text for atom in table[step.start : step.end])) for step in reading.doubtful}


def test_a_row_that_reads_only_one_way_is_not_doubtful() -> None:
    assert doubts(SURE) == set()


def test_cells_that_could_as_well_be_divided_otherwise_are() -> None:
    found = doubts(ALIKE)
    assert found
    assert {column for column, _ in found} <= {0, 1, 2}


def test_without_a_measure_nothing_is_doubtful() -> None:
    assert doubts(ALIKE, doubt=0.0) == set()


@pytest.mark.parametrize("doubt", [0.5, 2.0, 6.0])
def test_the_best_reading_is_the_same_whatever_counts_as_doubt(doubt: float) -> None:
    scores = Scores(Body(joined("\n".join([*SURE, *ALIKE])), blank_cells=False), single(KINDS))
    assert decode(scores, doubt=doubt)[:2] == decode(scores)[:2]


def test_more_is_doubtful_by_a_wider_measure() -> None:
    text = [*SURE, *ALIKE]
    assert doubts(text, 0.5) <= doubts(text, 1.0) <= doubts(text, 4.0)


def test_the_grid_marks_them_and_the_document_names_item_and_field() -> None:
    text = HEAD + "\n".join([*SURE, *ALIKE]) + "\n"
    grid = next(found for found in flowing_blocks(block(text)).value if isinstance(found, Grid))
    marked = [cell for cell in grid.cells if cell.doubtful]
    assert marked
    assert as_json([grid]).count('"doubtful": true') == len(marked)
    assert sum("]? " in line for line in as_text([grid])) == len(marked)
    document = parsed("list.txt", text.encode())
    told = [finding for finding in document["diagnostics"] if finding["code"] == "P024"]
    assert {(one["item"], one["field"], one["certainty"]) for one in told} <= {
        (1, field, "inferred") for field in ("categories", "name", "content")
    }
    assert len(told) == len(marked)

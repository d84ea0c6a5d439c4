"""Which glyphs are boxes in a text, on which side of their labels they stand, and which lists they make."""

from __future__ import annotations

from gicat.recover.flowing.boxes import Boxes, begins_anew
from tests.recover.flowing.texts import cut, texts

BEHIND = "政府网站☑  政务微博☐\n公告栏☐  园区手册☐\n长期公开"


def test_a_bullet_is_a_box_beside_a_known_option_only() -> None:
    assert "●" in Boxes.of(["●政府网站", "●政务微博"]).glyphs
    assert "●" not in Boxes.of(["●申请条件", "●办理流程"]).glyphs


def test_boxes_stand_behind_labels_where_known_options_end_with_them() -> None:
    assert Boxes.of(piece.text for piece in cut(BEHIND)).behind
    assert not Boxes.of(piece.text for piece in cut("☑政府网站  ☐政务微博\n长期公开")).behind


def test_a_list_with_boxes_behind_its_labels_is_one_atom() -> None:
    assert texts(BEHIND) == ["政府网站☑  政务微博☐\n公告栏☐  园区手册☐", "长期公开"]


def test_labels_of_a_run_on_either_side() -> None:
    assert Boxes(frozenset("☑☐"), behind=True).labels(cut("政府网站☑公告栏☐")) == ["政府网站", "公告栏"]
    assert Boxes(frozenset("☑☐")).labels(cut("☑政府网站☐公告栏")) == ["政府网站", "公告栏"]
    assert Boxes(frozenset("☑☐")).labels(cut("示栏☐政务微博")) == ["示栏", "政务微博"]


def test_a_list_begins_behind_other_and_where_a_label_comes_again() -> None:
    assert begins_anew(["政府网站", "其他"], ["全文发布"])
    assert begins_anew(["政府网站"], ["政府网站"])
    assert not begins_anew(["政府网站"], ["政务微博"])

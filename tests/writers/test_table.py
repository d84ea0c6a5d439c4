import pytest

import gicat
from gicat.errors import UsageError
from gicat.writers.terminal import shown
from tests.writers.documents import document, full, item


def test_shows_title_names_and_ticks() -> None:
    text = gicat.write(full(), "table", width=160)
    for word in ("示例县水利局公开目录", "机构简介", "政府网站", "全社会"):
        assert word in text.replace("\n", "")


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    from rich.cells import cell_len

    text = gicat.write(document(item("很长的事项名称" * 30, content="内容" * 500)), "table", width=width)
    assert max(map(cell_len, text.splitlines())) <= width
    assert "…" in text


def test_control_characters_cannot_drive_the_terminal() -> None:
    text = gicat.write(document(item("a\x1b[31mb[bold]c")), "table")
    assert "\x1b" not in text
    assert "[bold]" in text
    assert shown("\x1b[2J\u202e\x9b") == r"\x1b[2J\u202e\x9b"


def test_an_unknown_format_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="xml"):
        gicat.write(full(), "xml")

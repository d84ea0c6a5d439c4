"""Which codes are reported: the longer prefix decides."""

from __future__ import annotations

import pytest

from gicat.diagnostics import Severity
from gicat.errors import UsageError
from gicat.rules.selection import Selection, checked_prefixes, matches

WARNING, ERROR = Severity.WARNING, Severity.ERROR
KNOWN = ("S001", "S004", "F001", "F003")


@pytest.mark.parametrize(
    ("select", "ignore", "reported"),
    [
        (("ALL",), (), {"S001", "S004", "F001", "P001"}),
        (("ALL",), ("S",), {"F001", "P001"}),
        (("S",), (), {"S001", "S004"}),
        (("S",), ("S004",), {"S001"}),
        (("S004",), ("S",), {"S004"}),
        (("S", "F001"), ("S00", "F"), {"F001"}),
        (("S004",), ("S004",), set()),
        (("ALL", "S004"), ("ALL",), {"S004"}),
    ],
)
def test_the_longer_prefix_decides(select: tuple[str, ...], ignore: tuple[str, ...], reported: set[str]) -> None:
    selection = Selection(select, ignore)
    assert {code for code in ("S001", "S004", "F001", "P001") if selection.reports(code, WARNING, "a.txt")} == reported


def test_an_unreadable_file_is_reported_unless_ignored() -> None:
    assert Selection(("S",)).reports("R012", ERROR, "a.txt")
    assert not Selection(("S",)).reports("R008", WARNING, "a.txt")
    assert not Selection(("S",), ("R",)).reports("R012", ERROR, "a.txt")
    assert not Selection(("S",), (), {"*.md": ("R012",)}).reports("R012", ERROR, "README.md")


def test_codes_left_out_in_some_files() -> None:
    selection = Selection(per_file={"old/*": ("F",), "*.pdf": ("F003",)})
    assert not selection.reports("F001", ERROR, "submissions/old/2019/a.txt")
    assert not selection.reports("F003", WARNING, "a.pdf")
    assert selection.reports("F001", ERROR, "a.pdf")
    assert selection.has("F001")


@pytest.mark.parametrize(
    ("path", "pattern", "fits"),
    [
        ("a/b/c.pdf", "*.pdf", True), ("a/b/c.pdf", "b/*.pdf", True), ("a/b/c.pdf", "b", True),
        ("a/b/c.pdf", "a/*", True), ("a/b/c.pdf", "c", False), ("a/b/c.pdf", "x/*", False), ("-", "*.pdf", False),
        ("/a/b.pdf", "a", True),
    ],
)  # fmt: skip
def test_patterns(path: str, pattern: str, fits: bool) -> None:
    assert matches(path, pattern) is fits


def test_prefixes_are_checked() -> None:
    assert checked_prefixes(["s", "F003", "all", "P001", "L"], KNOWN) == ("S", "F003", "ALL", "P001", "L")
    with pytest.raises(UsageError, match=r"'F03' is no code.* Did you mean 'F003'\?"):
        checked_prefixes(["F03"], KNOWN)
    with pytest.raises(UsageError, match="gicat rules"):
        checked_prefixes(["%"], KNOWN)

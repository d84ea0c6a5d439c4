"""The pages in docs/rules are what the rules say of themselves."""

from __future__ import annotations

from docs.make_rules import FOLDER, pages


def test_the_pages_are_the_docstrings() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    made = pages()
    stale = {name for name in made.keys() | committed.keys() if made.get(name) != committed.get(name)}
    assert not stale, "run: python -m docs.make_rules"


def test_the_index_has_every_page() -> None:
    made = pages()
    assert all(f"]({name})" in made["README.md"] for name in made if name != "README.md")

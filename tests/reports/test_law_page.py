"""docs/law.md is what the rules and the registry say."""

from __future__ import annotations

from docs.make_law import PAGE, page

from gicat.lexicon.instruments import registry


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m docs.make_law"


def test_it_names_every_rule_and_instrument() -> None:
    text = page()
    assert all(f"[L{number:03}]" in text for number in range(1, 16))
    assert all(f"| {identifier} |" in text for identifier in registry().by_id)

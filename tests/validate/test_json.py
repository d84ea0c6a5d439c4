"""gicat's own JSON as input."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gicat.diagnostics import Language
from gicat.parsers.base import Source
from gicat.pipeline import Options
from gicat.validation import documents_of
from gicat.writers import WriteOptions, write
from tests.writers.documents import full


def read(text: str | bytes, language: Language = "en") -> list[Any]:
    data = text if isinstance(text, bytes) else text.encode()
    return documents_of(Source("list.json", data), Options(language=language))


def test_one_document_and_several() -> None:
    assert read(write([full()], "json", WriteOptions())) == [full()]
    assert read(write([full(), full()], "json", WriteOptions(array=True))) == [full(), full()]
    assert read(b"\xef\xbb\xbf" + write([full()], "json", WriteOptions()).encode()) == [full()]


def test_a_newer_minor_version_is_read() -> None:
    plain = full().model_dump(mode="json") | {"schema_version": "1.7", "new": 1}
    assert read(json.dumps(plain))[0].schema_version == "1.7"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        ({"schema_version": "2.0"}, "R019", "2.0"),
        ({"schema_version": "2.0", "source": None}, "R019", "2.0"),
        ({"schema_version": 1}, "R019", "1.x"),
        ({"source": None}, "R003", "source"),
        ({"catalogues": [{"items": [{"name": "x"}]}]}, "R003", "catalogues.0.items.0.id"),
    ],
)
def test_what_is_no_document_says_so(change: dict[str, Any], code: str, says: str, language: Language) -> None:
    plain = full().model_dump(mode="json") | change
    (document,) = read(json.dumps(plain, ensure_ascii=False), language)
    (told,) = document.diagnostics
    assert (told.code, told.severity, document.catalogues) == (code, "error", [])
    assert says in told.message
    assert "\n" not in told.message
    assert document.source.format == "gicat"


def test_broken_json_names_the_line() -> None:
    text = write([full()], "json", WriteOptions())
    (document,) = read(text[: len(text) // 2])
    assert document.diagnostics[0].code == "R003"
    assert "line" in document.diagnostics[0].message


def test_json_of_others_is_refused_as_before() -> None:
    (document,) = read('{"name": "a package"}')
    assert [d.code for d in document.diagnostics] == ["R011"]

"""The contract and its committed copy."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import gicat
from gicat.schema import SCHEMA_VERSION, Document, json_schema
from tests.writers.documents import document, full, item

COPY = Path(__file__).parent.parent / "docs" / f"schema-{SCHEMA_VERSION}.json"


def properties(schema: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """Every key of every object: (object, key) to what the schema says of it."""
    objects = {"Document": schema, **schema["$defs"]}
    return {(name, key): told for name, made in objects.items() for key, told in made.get("properties", {}).items()}


def test_the_committed_copy_is_what_the_code_says() -> None:
    assert json.loads(COPY.read_text(encoding="utf-8")) == json_schema(), "run: gicat schema -o docs/schema-1.0.json"


def test_it_is_valid_2020_12() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("options", [{}, {"places": False, "printed": False}])
@pytest.mark.parametrize("made", [full(), document(), document(item())], ids=["full", "no items", "bare item"])
def test_what_is_written_is_valid(made: Document, options: dict[str, bool]) -> None:
    jsonschema.validate(json.loads(gicat.write(made, **options)), json_schema())


def test_every_object_and_every_place_key_is_described() -> None:
    schema = json_schema()
    assert all(made.get("description") for made in (schema, *schema["$defs"].values()))
    assert {key for name, key in properties(schema) if name == "Place"} == {
        "page", "table", "row", "column", "line", "bbox",
    }  # fmt: skip


def test_a_reader_ignores_what_it_does_not_know() -> None:
    later = json.loads(gicat.write(full()))
    later["schema_version"] = "1.9"
    later["new"] = later["catalogues"][0]["new"] = later["catalogues"][0]["items"][0]["new"] = 1
    read = Document.model_validate(later)
    assert read.catalogues == full().catalogues
    jsonschema.validate(later, json_schema())


def test_another_major_version_is_refused() -> None:
    with pytest.raises(ValueError, match="schema_version"):
        Document.model_validate({"schema_version": "2.0", "source": full().source.model_dump()})


def test_within_1_x_keys_are_only_added() -> None:
    """Every earlier copy in docs/ must be contained in the schema of today, with the same types."""
    now = properties(json_schema())
    for path in COPY.parent.glob("schema-1.*.json"):
        for place, told in properties(json.loads(path.read_text(encoding="utf-8"))).items():
            assert place in now, f"{path.name}: {place} is gone"
            assert now[place].get("type") == told.get("type"), f"{path.name}: {place} has another type"

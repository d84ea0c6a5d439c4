import json

from hypothesis import given
from hypothesis import strategies as st

import gicat
from gicat.schema import Document, Text
from gicat.writers import WriteOptions, write
from tests.writers.documents import document, full, item

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def test_reads_back_to_an_equal_document() -> None:
    assert Document.model_validate_json(write([full()], "json", WriteOptions())) == full()


@given(name=TEXT, content=TEXT, label=st.lists(TEXT), box=st.tuples(*[st.floats(0, 1e4)] * 4))
def test_any_text_reads_back(name: str, content: str, label: list[str], box: tuple[float, float, float, float]) -> None:
    made = document(item(name, content=content, categories=label, places={"name": [{"page": 1, "bbox": box}]}))
    assert Document.model_validate_json(gicat.write(made)) == made


def test_keys_are_in_the_order_of_the_models_and_characters_as_they_are() -> None:
    text = write([full()], "json", WriteOptions())
    assert list(json.loads(text)) == list(Document.model_fields)
    assert "☑政府网站" in text
    assert text.endswith("}\n")


def test_null_values_stay_and_places_leave_theirs_out() -> None:
    written = json.loads(gicat.write(document(item(places={"name": [{"line": 3}]}))))
    assert written["catalogues"][0]["items"][0]["number"] is None
    assert written["catalogues"][0]["items"][0]["places"] == {"name": [{"line": 3}]}


def test_several_documents_are_an_array() -> None:
    assert json.loads(gicat.write([full(), full()])) == [json.loads(gicat.write(full()))] * 2
    assert len(json.loads(gicat.write([full()]))) == 1
    assert json.loads(gicat.write([])) == []


def test_without_places_and_print_it_is_still_a_document() -> None:
    text = write([full()], "json", WriteOptions(places=False, printed=False))
    assert '"place' not in text
    assert '"bbox"' not in text
    assert '"printed"' not in text
    assert Document.model_validate_json(text).catalogues[0].items[0].channels == full().catalogues[0].items[0].channels


def test_lone_surrogates_become_replacement_characters() -> None:
    made = document(item("a\ud800b"))
    made.unplaced.append(Text(text="\udfff"))
    read = Document.model_validate_json(gicat.write(made))
    assert read.catalogues[0].items[0].name == "a\ufffdb"
    assert read.unplaced[0].text == "\ufffd"


def test_jsonl_has_one_item_a_line_with_its_head() -> None:
    lines = [json.loads(line) for line in gicat.write([full(), full()], "jsonl").splitlines()]
    assert [line["name"] for line in lines] == ["机构简介", "部门职能"] * 2
    assert lines[0]["source"] == "list.txt"
    assert lines[0]["catalogue"]["index"] == 0
    assert lines[0]["catalogue"]["agency"] == "水利局"
    assert lines[0]["channels"][0]["checked"] is True
    assert "places" in lines[0]
    bare = json.loads(gicat.write(full(), "jsonl", places=False, printed=False).splitlines()[0])
    assert "places" not in bare
    assert "printed" not in bare

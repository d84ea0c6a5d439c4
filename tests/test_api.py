"""The public API: `gicat.parse` and `gicat.write`."""

from pathlib import Path

import pytest

import gicat
from gicat.errors import UsageError
from gicat.parsers.base import Limits, Source
from tests.cli import made


def test_a_path_bytes_and_a_source_give_the_same_items(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(made.CATALOGUE, encoding="utf-8")
    documents = [
        gicat.parse(path), gicat.parse(str(path)), gicat.parse(made.CATALOGUE.encode()),
        gicat.parse(Source("list.txt", made.CATALOGUE.encode())),
    ]  # fmt: skip
    assert [document.source.name for document in documents] == ["list.txt", "list.txt", "-", "list.txt"]
    assert all(document.catalogues == documents[0].catalogues for document in documents)
    assert isinstance(documents[0], gicat.Document)
    assert gicat.Document.model_validate_json(gicat.write(documents[0])) == documents[0]


def test_options_of_both_kinds() -> None:
    document = gicat.parse(made.CATALOGUE.encode("gb18030"), encoding="gb18030", language="zh", audit=True, pages=[1])
    assert document.source.encoding == "gb18030"
    assert not gicat.parse(made.CATALOGUE.encode(), tables=[9]).catalogues
    refused = gicat.parse(b"x" * 99, limits=Limits(bytes=10), language="zh")
    assert refused.diagnostics[0].code == "R018"
    assert "拒绝" in refused.diagnostics[0].message


def test_mistakes_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        gicat.parse(tmp_path / "none")
    with pytest.raises(TypeError):
        gicat.parse(b"", nonsense=1)
    with pytest.raises(UsageError):
        gicat.parse(made.CATALOGUE.encode(), encoding="nonsense")
    with pytest.raises(TypeError):
        gicat.write(gicat.parse(b""), nonsense=1)


def test_what_is_wrong_with_a_file_is_no_exception() -> None:
    assert [d.code for d in gicat.parse(b"").diagnostics] == ["R002"]
    assert [d.code for d in gicat.parse(b"%PDF-1.4\n").diagnostics] == ["R003"]

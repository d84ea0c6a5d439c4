"""Catalogues that no rule was made for come back whole from DOCX and from every text that keeps its cells."""

from __future__ import annotations

import pytest

from tests.published import PUBLISHED, published
from tests.rendering import ENCODINGS, compose, docx_bytes
from tests.rendering.dialects import RENDERINGS
from tests.scoring import score
from tests.shared import audit_findings, parsed

WITH_CELLS = (
    "tabs", "csv", "csv-repeated", "tsv", "markdown", "markdown-repeated", "pipes", "pipes-repeated", "cell-lines",
)  # fmt: skip


def _assert_whole(name: str, file: str, data: bytes) -> None:
    document = parsed(file, data)
    found = score(published(name), document, PUBLISHED[name][0], frozenset())
    assert not found.misses, found.told()
    assert not audit_findings(document)


@pytest.mark.parametrize("name", PUBLISHED)
@pytest.mark.parametrize("dialect", WITH_CELLS)
def test_text_with_cells(dialect: str, name: str) -> None:
    house, boxes = PUBLISHED[name]
    write = RENDERINGS[dialect].write
    assert write is not None
    _assert_whole(name, "list.txt", write(compose(published(name), house), boxes).encode())


@pytest.mark.parametrize("name", PUBLISHED)
@pytest.mark.parametrize("encoding", ["square", "thorn", "sym-wingdings2", "content-control", "form-field"])
def test_docx(encoding: str, name: str) -> None:
    sheet = compose(published(name), PUBLISHED[name][0])
    _assert_whole(name, "list.docx", docx_bytes(sheet, ENCODINGS[encoding]))

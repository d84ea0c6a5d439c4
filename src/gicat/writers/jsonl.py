"""One item a line, with the head of its catalogue: for jq, DuckDB and the like."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from gicat.schema import Document
from gicat.writers.base import WriteOptions, mended

_HEAD = {"title", "region", "agency", "agency_source", "published", "updated"}


def write(documents: Iterable[Document], options: WriteOptions) -> Iterator[str]:
    """Lines of JSON: `source` (file name), `catalogue` (`index` and head), then the keys of the item."""
    left_out = {name for name, kept in (("places", options.places), ("printed", options.printed)) if not kept}
    for document in documents:
        for index, catalogue in enumerate(document.catalogues):
            head = {"index": index, **catalogue.model_dump(mode="json", include=_HEAD)}
            for item in catalogue.items:
                line = {"source": document.source.name, "catalogue": head}
                line |= item.model_dump(mode="json", exclude=left_out)
                yield mended(json.dumps(line, ensure_ascii=False)) + "\n"

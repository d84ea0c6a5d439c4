"""All items as one Parquet file: a row for each item, lists and options nested, written group by group."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from gicat.errors import UsageError
from gicat.writers.labels import OPTION_FIELDS

_GROUP = 5_000  # rows in memory
_HEAD = ("title", "region", "agency", "published", "updated")


def require_pyarrow() -> None:
    """Raises UsageError if pyarrow is not installed."""
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow: pip install 'gicat[parquet]'") from error


def write_parquet(path: Path, lines: Iterator[dict[str, Any]]) -> None:
    """Writes rows made of JSON lines as `gicat.writers.jsonl` has them; raises OSError."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    schema = _schema(pa)
    with ParquetWriter(path, schema) as out:
        while rows := [_row(line) for line in islice(lines, _GROUP)]:
            out.write_table(pa.Table.from_pylist(rows, schema=schema))


def _row(line: dict[str, Any]) -> dict[str, Any]:
    head = line["catalogue"]
    basis, deadline = line["legal_basis"], line["deadline"]
    flat = {
        "catalogue": head["index"],
        **{name: head[name] for name in _HEAD},
        "legal_basis": basis["text"] if basis else None,
        "deadline": deadline["text"] if deadline else None,
    }
    return line | flat


def _schema(pa: Any) -> Any:
    """The columns of `gicat parse --format csv`, in its order."""
    text, texts = pa.string(), pa.list_(pa.string())
    option = pa.struct([("code", text), ("label", text), ("checked", pa.bool_()), ("mark", text), ("note", text)])
    contact = pa.struct([("kind", text), ("value", text), ("label", text), ("purpose", text)])
    extra = pa.struct([("label", texts), ("text", text)])
    return pa.schema([
        ("source", text), ("catalogue", pa.int32()), *((name, text) for name in _HEAD),
        ("id", text), ("number", text), ("categories", texts), ("name", text), ("content", text),
        ("legal_basis", text), ("publishers", texts), ("responsible_units", texts), ("deadline", text),
        *((name, pa.list_(option)) for name in OPTION_FIELDS),
        ("contacts", pa.list_(contact)), ("extra", pa.list_(extra)),
    ])  # fmt: skip

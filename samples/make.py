"""Makes the sample files and the JSON beside them: `python -m samples.make` from the root of the repository.

The files are printed by `tests.rendering` from the definitions in `samples.catalogues`; PDFs need LibreOffice.
With `--expected` only the JSON is written. NAME.expected.json is what gicat prints for the file; every value
that the definition states is taken from the definition, so a misreading shows as a difference.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.rendering import ENCODINGS, House, compose, docx_bytes, houses, pdf_files, pipe_text, tab_text
from tests.rendering.flattened import word_text

from gicat.parsers.base import ReadOptions, Source
from gicat.pipeline import Options, parse_source
from samples.catalogues import culture, subsidies, water
from samples.words import Value

FOLDER = Path(__file__).parent
TICKS = ("audiences", "access_modes", "levels")


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample file.

    Attributes:
        catalogue: makes its definition.
        house: the style it is printed in.
        boxes: how a box is written: a name of `ENCODINGS`, for text the two signs.
        packed: for pipes: whether empty cells were pushed to the row's end.
        flowing: for text: whether it is a word processor's, without any delimiter: a line for every paragraph.
    """

    catalogue: Callable[[], Value]
    house: House
    boxes: str | tuple[str, str]
    packed: bool = False
    flowing: bool = False


SAMPLES: Mapping[str, Sample] = {
    "water-list.pdf": Sample(water, replace(houses.LIST, per_line=1), "ballot"),
    "water-list.txt": Sample(water, houses.LIST, ("☑", "□")),
    "culture-matters.docx": Sample(culture, houses.MATTERS, "content-control"),
    "culture-flowing.txt": Sample(culture, houses.MATTERS, ("☑", "□"), flowing=True),
    "subsidies-standard.docx": Sample(subsidies, houses.STANDARD, "sym-wingdings2"),
    "subsidies-standard.pdf": Sample(subsidies, houses.STANDARD, "square"),
    "subsidies-packed.txt": Sample(subsidies, houses.STANDARD, ("þ ", "□ "), packed=True),
}


def stated(sample: Sample) -> Value:
    """What the definition says the result holds for a sample, in the contract's shape.

    Where a format lost the tick columns, only a row with every tick still says something.
    """
    catalogue = sample.catalogue()
    for item in catalogue["items"]:
        lines = item["content"].split("\n")
        item["content"] = "".join(lines)
        if len(lines) > 1:
            item["content_elements"] = [line.partition(".")[2] for line in lines]
        if sample.packed and not all(option["checked"] for field in TICKS for option in item[field]):
            item |= {field: [{**option, "checked": None} for option in item[field]] for field in TICKS}
    return {"catalogues": [catalogue]}


def overlaid(stated: Any, read: Any) -> Any:
    """A document as read, with every value that is stated taken from what is stated."""
    if isinstance(stated, dict) and isinstance(read, dict):
        return read | {key: overlaid(value, read.get(key)) for key, value in stated.items()}
    if isinstance(stated, list) and isinstance(read, list) and len(stated) == len(read):
        return [overlaid(one, other) for one, other in zip(stated, read, strict=True)]
    return stated


def read(name: str, data: bytes, engine: str = "pdfium") -> Value:
    """What gicat prints for a file, as plain JSON values, less the version of gicat."""
    options = Options(read=ReadOptions(pdf_engine=engine), audit=True)
    document = parse_source(Source(name, data), options).model_dump(mode="json")
    document["source"].pop("gicat")
    return document


def expected_path(name: str) -> Path:
    """Where the expected JSON of a sample stands."""
    return FOLDER / f"{name}.expected.json"


def _text(sample: Sample) -> str:
    """A sample as a text export."""
    assert isinstance(sample.boxes, tuple)
    sheet = compose(sample.catalogue(), sample.house)
    if sample.flowing:
        return word_text(sheet, sample.boxes)
    return pipe_text(sheet, sample.boxes) if sample.packed else tab_text(sheet, sample.boxes)


def make_files(folder: Path) -> None:
    """Print all samples; `folder` is scratch space for LibreOffice."""
    prints: dict[str, bytes] = {}
    for name, sample in SAMPLES.items():
        sheet = compose(sample.catalogue(), sample.house)
        path = FOLDER / name
        if path.suffix == ".txt":
            path.write_text(_text(sample), encoding="utf-8")
            continue
        data = docx_bytes(sheet, ENCODINGS[str(sample.boxes)])
        if path.suffix == ".pdf":
            prints[path.stem] = data
        else:
            path.write_bytes(data)
    for stem, data in pdf_files(prints, folder).items():
        (FOLDER / f"{stem}.pdf").write_bytes(data)


def make_expected() -> None:
    """Write the expected JSON of all samples."""
    for name, sample in SAMPLES.items():
        document = overlaid(stated(sample), read(name, (FOLDER / name).read_bytes()))
        text = json.dumps(document, ensure_ascii=False, indent=1)
        expected_path(name).write_text(text + "\n", encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Make the files, unless told otherwise, and the JSON."""
    if arguments != ["--expected"]:
        with tempfile.TemporaryDirectory() as folder:
            make_files(Path(folder))
    make_expected()
    print(f"{len(SAMPLES)} samples in {FOLDER}")


if __name__ == "__main__":
    main(sys.argv[1:])

"""The catalogues that are printed in every dialect, and how much of each comes back.

    python -m tests.flattened [--only NAME,…] [--from 000,water] [--show N] [--write FOLDER] [--internal]

prints the share of carried fields that are right, per dialect and catalogue, then those of the changed seed (see
`changed_seed`); `--show` adds the first misses, `--write` keeps the texts, `--internal` leaves out what LibreOffice
and pdftotext make. Behind a share stand `!` and how many values were made up, `h` and wrong fields of the catalogue,
`a` and findings of the audit.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from samples.catalogues import culture, subsidies, water

from tests.changed_seed import CHANGES
from tests.rendering import ENCODINGS, House, Structure, compose, docx_bytes, houses, pdf_files
from tests.rendering.dialects import EXPORTS, RENDERINGS, Rendering
from tests.rendering.exports import office_texts, pdf_text
from tests.rendering.flattened import Boxes
from tests.scoring import Score, score
from tests.shared import SHARED, audit_findings, gold, parsed

SOURCES: Mapping[str, tuple[Callable[[], Mapping[str, Any]], House, Boxes]] = {
    "000": (lambda: gold("000")["catalogues"][0], houses.LIST, ("☑", "□")),
    "001": (lambda: gold("001")["catalogues"][0], replace(houses.LIST, across=True), ("☑", "□")),
    "002": (lambda: gold("002")["catalogues"][0], houses.MATTERS, ("■", "□")),
    "003": (lambda: gold("003")["catalogues"][0], houses.BASIC, ("■", "□")),
    "water": (water, houses.LIST, ("☑", "□")),
    "culture": (culture, houses.MATTERS, ("√", "□")),
    "subsidies": (subsidies, houses.STANDARD, ("■", "□")),
}
"""Catalogue, house style and boxes; those with numbers need the shared folder."""


def sources() -> list[str]:
    """The catalogues that can be printed on this machine."""
    return [name for name in SOURCES if not name.isdigit() or SHARED.is_dir()]


def text(source: str, rendering: Rendering) -> str:
    """A catalogue in a dialect that needs no program."""
    make, house, boxes = SOURCES[source]
    if rendering.write is None:
        raise ValueError("a program writes this dialect")
    return rendering.write(compose(make(), house), boxes)


def exported(names: Sequence[str], folder: Path) -> dict[tuple[str, str], str]:
    """Catalogues by (name of the export, catalogue), as LibreOffice and pdftotext write them."""
    texts: dict[tuple[str, str], str] = {}
    for centred in (False, True):
        inside = folder / f"centred-{centred}"
        inside.mkdir()
        sheets = {name: compose(SOURCES[name][0](), SOURCES[name][1]) for name in names}
        structure = Structure(centred=centred)
        documents = {name: docx_bytes(sheet, ENCODINGS["square"], structure) for name, sheet in sheets.items()}
        for name, data in pdf_files(documents, inside).items():
            texts["layout-centred" if centred else "layout", name] = pdf_text(data, "layout")
            texts["raw-centred" if centred else "raw", name] = pdf_text(data, "raw")
        if not centred:
            texts |= {("office", name): made for name, made in office_texts(documents, inside).items()}
    return texts


def scored(source: str, rendering: Rendering, printed: str) -> tuple[Score, dict[str, Any]]:
    """How much of a catalogue comes back from a text, and the document."""
    make, house, _ = SOURCES[source]
    document = parsed("list.txt", printed.encode())
    return score(make(), document, house, rendering.lost(house)), document


def changed(name: str) -> tuple[Score, dict[str, Any]]:
    """How much of the changed seed comes back, and the document."""
    printed, want = CHANGES[name]()
    document = parsed("list.txt", printed.encode())
    return score(want["catalogues"][0], document, houses.LIST, frozenset()), document


def main() -> None:
    """The table of scores, see the module."""
    options = _options()
    names = [name for name in sources() if not options.sources or name in options.sources.split(",")]
    print(f"{'':26}" + "".join(f"{name:>11}" for name in names))
    with tempfile.TemporaryDirectory() as folder:
        for name, rendering, texts in _texts(options, names, Path(folder)):
            _keep({f"{name}-{source}": printed for source, printed in texts.items()}, options.write)
            _row(name, {source: scored(source, rendering, printed) for source, printed in texts.items()}, options.show)
    if "000" in names:
        for name in CHANGES:
            if not options.only or name in options.only.split(","):
                _keep({f"changed-{name}": CHANGES[name]()[0]}, options.write)
                _row(f"000 {name}", {"000": changed(name)}, options.show)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.flattened")
    parser.add_argument("--only", default="")
    parser.add_argument("--from", dest="sources", default="")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--internal", action="store_true")
    return parser.parse_args()


def _texts(
    options: argparse.Namespace, names: Sequence[str], folder: Path
) -> Iterator[tuple[str, Rendering, dict[str, str]]]:
    only = options.only.split(",") if options.only else [*RENDERINGS, *EXPORTS]
    for name in only:
        if name in RENDERINGS:
            yield name, RENDERINGS[name], {source: text(source, RENDERINGS[name]) for source in names}
    wanted = [name for name in only if name in EXPORTS and not options.internal]
    made = exported(names, folder) if wanted else {}
    for name in wanted:
        yield name, EXPORTS[name], {source: made[name, source] for source in names}


def _keep(texts: Mapping[str, str], folder: Path | None) -> None:
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        for name, printed in texts.items():
            (folder / f"{name}.txt").write_text(printed, encoding="utf-8", newline="")


def _row(name: str, scores: Mapping[str, tuple[Score, dict[str, Any]]], show: int) -> None:
    shown, told = f"{name:26}", ""
    for source, (found, document) in scores.items():
        lost = audit_findings(document)
        signs = (("!", found.made_up), ("h", found.wrong_heads), ("a", len(lost)))
        shown += f"{100 * found.share:7.2f}{''.join(f'{sign}{n}' for sign, n in signs if n):4}"
        if show and (found.misses or lost):
            told += f"  {source} ({document['source']['dialect']}): {found.told(show)}\n"
            told += "".join(f"    {code} {text}\n" for code, text in lost[:show])
    print(shown + "\n" + told, end="", flush=True)


if __name__ == "__main__":
    main()

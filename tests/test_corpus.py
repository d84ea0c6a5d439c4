"""The corpus of other people's files: every one is answered in time, and no catalogue is made of what is none."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.shared import SHARED, audit_findings, names, needs_shared, parsed

pytestmark = needs_shared

SECONDS = 20
FILES = [f"{kind}/{name}" for kind in ("docx", "pdf") for name in names(f"corpus/{kind}", "*")]


def answer(name: str) -> dict[str, Any]:
    """What gicat makes of a corpus file, and the seconds it took."""
    path = SHARED / "corpus" / name
    started = time.perf_counter()
    document = parsed(path.name, path.read_bytes())
    return {"document": document, "seconds": time.perf_counter() - started}


@dataclass
class Workers:
    """One process that parses; a file that crashes or blocks it costs that file alone."""

    pool: ProcessPoolExecutor = field(default_factory=lambda: ProcessPoolExecutor(1))

    def ask(self, name: str) -> dict[str, Any]:
        """The answer for one file; whatever goes wrong is raised here."""
        try:
            return self.pool.submit(answer, name).result(timeout=3 * SECONDS)
        except BaseException:
            self.close()
            self.pool = ProcessPoolExecutor(1)
            raise

    def close(self) -> None:
        """End the process, also in the middle of a file."""
        for process in list((self.pool._processes or {}).values()):
            process.terminate()
        self.pool.shutdown(wait=False, cancel_futures=True)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    found = Workers()
    yield found
    found.close()


@pytest.mark.parametrize("name", FILES)
def test_file_of_the_corpus_is_answered(name: str, workers: Workers) -> None:
    answered = workers.ask(name)
    document = answered["document"]
    errors = [d["code"] for d in document["diagnostics"] if d["severity"] == "error"]
    assert answered["seconds"] < SECONDS
    assert document["source"]["sha256"]
    items = [item for catalogue in document["catalogues"] for item in catalogue["items"]]
    assert not items, "no file of the corpus is a catalogue"
    assert errors, "no reason is given why there is none"
    assert not audit_findings(document), "the audit does not hold"

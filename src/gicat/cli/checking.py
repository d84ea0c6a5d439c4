"""The files of a command, read and checked; what is wrong with one does not stop the others."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gicat.cli.console import Console
from gicat.cli.files import STANDARD
from gicat.cli.options import read_options
from gicat.cli.patience import EndlessError, patiently
from gicat.errors import UsageError

if TYPE_CHECKING:
    from gicat.cli.settings import Settings
    from gicat.cli.submissions import Submission
    from gicat.pipeline import Options
    from gicat.reports import Run
    from gicat.rules.run import OnFault
    from gicat.schema import Document


@dataclass(slots=True)
class Checking:
    """The files of one command, and the exit code if something goes wrong that is not theirs."""

    console: Console
    chosen: Settings
    known: frozenset[str]
    exit: int = 0

    def run(self, submissions: Sequence[Submission], given: Mapping[str, Any]) -> Run:
        """What is found in the files."""
        from gicat.diagnostics import Severity
        from gicat.pipeline import Options
        from gicat.validation import validate

        options = Options(
            read=read_options(dict(given)),
            language=self.console.language,
            tables=frozenset(given["tables"]) or None,
            lexicon=self.chosen.checks.lexicon,
        )
        run = validate(
            documents(submissions, options, self._fault),
            self.chosen.checks,
            language=self.console.language,
            fail_on=Severity(self.chosen.fail_on),
            baseline=self.known,
            on_fault=self._fault,
        )
        gone = len(self.known) - run.known
        if gone > 0 and self.console.verbosity >= 0:
            self.console.say(self.console.text("baseline-stale", count=gone))
        return run

    def _fault(self, label: str, error: Exception) -> None:
        self.console.internal_error(error, label)
        self.exit = 2


def documents(submissions: Sequence[Submission], options: Options, on_fault: OnFault) -> Iterator[tuple[str, Document]]:
    """Path, as reports name it, and document of each document in the files; a refused one where there is none."""
    from gicat.diagnostics import found
    from gicat.parsers.base import Source
    from gicat.validation import documents_of, refused

    for one in submissions:
        try:
            data = sys.stdin.buffer.read() if one.name == STANDARD else Path(one.name).read_bytes()
        except OSError as error:  # a submission that cannot be opened is found wanting like a damaged one
            nothing = Source(Path(one.name).name, b"")
            yield one.path, refused(nothing, found("R003", reason=error.strerror or error), options.language)
            continue
        source = Source(Path(one.name).name, data)
        try:
            read = patiently(documents_of, source, options)
        except EndlessError as error:
            yield one.path, refused(source, error.diagnostic, options.language)
        except UsageError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault of gicat in one file does not cost the others
            on_fault(one.path, error)
        else:
            yield from ((one.path, document) for document in read)


def known_findings(name: str) -> frozenset[str]:
    """The fingerprints in a baseline; what is wrong with it is a usage error that names file and line."""
    from gicat.rules.baseline import loads

    try:
        text = Path(name).read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{name}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{name}:{line}: is not UTF-8") from error
    return loads(text, name)

"""Which codes a run reports: chosen by prefix, the longer prefix deciding, and by file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import PurePosixPath

from gicat.diagnostics import CODES, RESERVED_GROUPS, Severity
from gicat.errors import UsageError

ALL = "ALL"
_UNREADABLE = "R"


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes to report, as prefixes: `S`, `S00`, `S004`, or `ALL`.

    A code is reported if the longest prefix in `select` that it has is longer than the longest one in `ignore`. That
    a file could not be read (a code of group R, severity error) is reported whatever is selected, unless ignored.

    Attributes:
        select, ignore: prefixes.
        per_file: pattern of paths to the prefixes that are ignored in the files it matches.
    """

    select: tuple[str, ...] = (ALL,)
    ignore: tuple[str, ...] = ()
    per_file: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def has(self, code: str) -> bool:
        """Whether a code is reported somewhere at all."""
        return _longest(code, self.select) > _longest(code, self.ignore)

    def reports(self, code: str, severity: Severity, path: str) -> bool:
        """Whether a finding is reported in a file; `path` has forward slashes."""
        ignored = [*self.ignore, *self._ignored_in(path)]
        refused = code.startswith(_UNREADABLE) and severity is Severity.ERROR
        return max(_longest(code, self.select), 0 if refused else -1) > _longest(code, ignored)

    def _ignored_in(self, path: str) -> Iterable[str]:
        for pattern, prefixes in self.per_file.items():
            if matches(path, pattern):
                yield from prefixes


def _longest(code: str, prefixes: Iterable[str]) -> int:
    """The length of the longest prefix that a code has; `ALL` is the empty one, -1 is none."""
    return max((0 if p == ALL else len(p) for p in prefixes if p == ALL or code.startswith(p)), default=-1)


def matches(path: str, pattern: str) -> bool:
    """Whether a pattern fits a path, or a folder it is in, from the right: `old/*`, `*.pdf`, `drafts`."""
    whole = PurePosixPath(path)
    return any(part.match(pattern) for part in (whole, *whole.parents) if part.name)


def checked_prefixes(
    given: Sequence[str], known: Iterable[str], names: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Prefixes in upper case.

    Args:
        given: prefixes as somebody wrote them.
        known: the codes of all rules; those of groups R and P, and groups without a rule yet, need not be among them.
        names: name of a rule to its code, for suggestions.

    Raises:
        UsageError: for a prefix that no code has.
    """
    codes = {*known, *CODES}
    possible = {ALL, *RESERVED_GROUPS, *(code[:n] for code in codes for n in range(1, len(code) + 1))}
    prefixes = tuple(prefix.strip().upper() for prefix in given)
    for written, prefix in zip(given, prefixes, strict=True):
        if prefix not in possible:
            named = {entry.name: code for code, entry in CODES.items()} | dict(names or {})
            hint = _meant(prefix, sorted(codes), named)
            raise UsageError(f"{written!r} is no code and no beginning of one.{hint}")
    return prefixes


def _meant(prefix: str, codes: Sequence[str], names: Mapping[str, str]) -> str:
    """What to write instead: the code of a rule that was given by its name, else a code much like it."""
    if prefix.lower() in names:
        return f" Did you mean {names[prefix.lower()]!r}?"
    if close := get_close_matches(prefix, codes, n=1):
        return f" Did you mean {close[0]!r}?"
    if close := get_close_matches(prefix.lower(), names, n=1):
        return f" Did you mean {names[close[0]]!r} ({close[0]})?"
    return " `gicat rules` lists them."

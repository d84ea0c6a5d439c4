"""A ruling, and how near two of them are one."""

from __future__ import annotations

from dataclasses import dataclass

SNAP = 3.0
"""Points within which lines are one, ends meet and lines cross: a double border is usually up to 3 pt wide."""


@dataclass(slots=True)
class Ruling:
    """A horizontal ruling at y = `at` from x = `start` to `end`, or a vertical one with x and y exchanged.

    Where it stands for several lines, `at` is one of them and `band` the outermost ones.
    """

    at: float
    start: float
    end: float
    band: tuple[float, float] | None = None

"""Cases: a name makes a file and the way it is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from types import MappingProxyType

from tests.fuzz import contract, octets, packages, portable, texts
from tests.fuzz.samples import samples

Mutate = Callable[[bytes, Random], bytes]
MUTATORS: Mapping[str, Mutate] = MappingProxyType(
    {"docx": packages.mutate, "pdf": portable.mutate, "text": texts.mutate, "gicat": contract.mutate}
)
"""How samples of a format are mutated; a format that is not here is mutated as bytes."""


@dataclass(frozen=True, slots=True)
class Case:
    """One input.

    Attributes:
        id: format, seed and number: docx-7-123.
        name: what the file is called.
        data: its bytes.
        choices: random numbers for the checks, so that a case is checked alike every time.
    """

    id: str
    name: str
    data: bytes
    choices: tuple[float, ...]


def case(identity: str) -> Case:
    """The case of a name.

    Raises:
        ValueError: if it is no name of a case.
    """
    kind, _, rest = identity.partition("-")
    if kind not in samples() or re.fullmatch(r"\d+-\d+", rest) is None:
        raise ValueError(f"{identity!r} is not of the form FORMAT-SEED-NUMBER")
    rng = Random(identity)
    ordered = sorted(samples()[kind], key=lambda sample: len(sample[1]))
    name, data = ordered[int(len(ordered) * rng.random() ** 2)]  # small ones more often: they are quick
    mutated = MUTATORS.get(kind, octets.mutate)(data, rng)
    return Case(identity, name, mutated, tuple(rng.random() for _ in range(6)))


def identities(kinds: list[str], seed: int, count: int) -> list[str]:
    """The names of `count` cases, the formats in turn."""
    return [f"{kinds[number % len(kinds)]}-{seed}-{number}" for number in range(count)]

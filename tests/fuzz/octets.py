"""Mutations of bytes, whatever they mean."""

from __future__ import annotations

from random import Random

_TOKENS = (b"\x00", b"\xff", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80",
           b"<", b">", b"\r", b"\n" * 50, b"PK\x03\x04", b"%PDF-1.7", b"{", b"[" * 200, b"A" * 4096)  # fmt: skip
_LARGEST = 3_000_000


def mutate(data: bytes, rng: Random) -> bytes:  # noqa: PLR0911 - a list of mutations
    """One change somewhere."""
    if not data:
        return rng.choice(_TOKENS)
    at = rng.randrange(len(data))
    end = min(len(data), at + int(rng.expovariate(1 / 40)) + 1)
    kind = rng.randrange(8)
    if kind == 0:
        return data[:at] + bytes([data[at] ^ (1 << rng.randrange(8))]) + data[at + 1 :]
    if kind == 1:
        return data[:at] + data[end:]
    if kind == 2:
        times = min(rng.choice((1, 2, 100, 3000)), _LARGEST // (end - at))
        return data[:at] + data[at:end] * times + data[at:]
    if kind == 3:
        return data[:at] + rng.choice(_TOKENS) + data[at:]
    if kind == 4:
        return data[:at]
    if kind == 5:
        return data[:at] + rng.randbytes(end - at) + data[end:]
    if kind == 6:
        other = rng.randrange(len(data))
        return data[:at] + data[other : other + end - at] + data[end:]
    return data[at:] if rng.random() < 0.2 else data[:at] + rng.choice(_TOKENS) + data[end:]

"""Mutations of text exports: of their bytes, encoding, delimiters, line ends, lines and cells."""

from __future__ import annotations

from random import Random

from tests.fuzz import nasty, octets

_ENCODINGS = (
    "gb18030",
    "gbk",
    "big5",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-8-sig",
    "latin-1",
    "utf-7",
    "hz",
)
_DELIMITERS = (
    "\t",
    "|",
    "｜",
    ",",
    "，",
    ";",
    "  ",
    "\n",
    "\n\n",
    " | ",
    "||",
    '"',
    "'",
    "\\|",
    "<br>",
    "---",
    ":-:",
    "",
)
_ENDS = ("\r\n", "\r", "\n\r", "\f", "\v", "\x85", "\u2028", "\u2029", "\n\n", "", "\x00")
_LONGEST = 400_000


def mutate(data: bytes, rng: Random) -> bytes:
    """One to five changes of the text, then perhaps another encoding, then perhaps bytes."""
    text = data.decode("utf-8", "replace")
    for _ in range(rng.randint(1, 5)):
        text = _changed(text, rng)[:_LONGEST]
    encoding = rng.choice(_ENCODINGS) if rng.random() < 0.2 else "utf-8"
    encoded = text.encode(encoding, "ignore")
    return octets.mutate(encoded, rng) if rng.random() < 0.15 else encoded


def _changed(text: str, rng: Random) -> str:  # noqa: PLR0911 - a list of mutations
    kind = rng.randrange(10)
    at = rng.randrange(len(text) + 1)
    end = at + rng.choice((1, 5, 40, 400))
    if kind == 0:
        return text[:at] + nasty.text(rng) + text[at if rng.random() < 0.5 else end :]
    if kind == 1:
        return text.replace(rng.choice(_DELIMITERS) or "\t", rng.choice(_DELIMITERS), rng.choice((1, 3, -1)))
    if kind == 2:
        return text.replace("\n", rng.choice(_ENDS), rng.choice((1, 5, -1)))
    if kind == 3:
        return text[:at] + rng.choice((*_DELIMITERS, *_ENDS)) * rng.choice((1, 1, 2, 20)) + text[at:]
    if kind == 4:
        return text[:at] + text[end:]
    if kind == 5:
        return text[:at] + text[at:end] * rng.choice((2, 2, 10, 500)) + text[at:]
    return "\n".join(_lines(text.split("\n"), rng))


def _lines(lines: list[str], rng: Random) -> list[str]:
    at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    kind = rng.randrange(5)
    if kind == 0:
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 1:
        del lines[at : at + rng.choice((1, 1, 3, 20))]
    elif kind == 2:
        lines[at:at] = lines[other : other + rng.choice((1, 3, 20))] * rng.choice((1, 1, 2, 100))
    elif kind == 3:
        rng.shuffle(lines)
    else:
        lines[at] = lines[at] * rng.choice((2, 100)) if rng.random() < 0.3 else lines[at] + lines[other]
    return lines or [""]

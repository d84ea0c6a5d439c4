"""Mutations of PDF: of objects and what they refer to, of dictionaries, of the operators in content streams."""

from __future__ import annotations

import re
import zlib
from random import Random

from tests.fuzz import nasty, octets

_OBJECT = re.compile(rb"(\d+) (\d+) obj\b(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"(.*?)stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\w.])-?\d+\.?\d*")
_NAME = re.compile(rb"/[A-Za-z][\w.+-]*")
_REFERENCE = re.compile(rb"\b\d+ 0 R\b")
_NAMES = (b"/Type", b"/Page", b"/Pages", b"/Kids", b"/Parent", b"/MediaBox", b"/Rotate", b"/Contents",
          b"/Resources", b"/Font",
          b"/Encoding", b"/ToUnicode", b"/Subtype", b"/Type0", b"/Type3", b"/TrueType", b"/Identity-H",
          b"/GBK-EUC-H", b"/GBK-EUC-V", b"/UniGB-UTF8-H", b"/UniGB-UTF32-V", b"/XObject",
          b"/Form", b"/Matrix", b"/BBox", b"/Length", b"/Filter", b"/FlateDecode", b"/ASCIIHexDecode", b"/LZWDecode",
          b"/UserUnit", b"/CropBox", b"/Widget", b"/Btn", b"/AS", b"/Rect", b"/Encrypt", b"/Differences", b"/W",
          b"/DW")  # fmt: skip
_OPERATORS = (b"q", b"Q", b"BT", b"ET", b"S", b"f", b"f*", b"B", b"n", b"W", b"h", b"0 0 m", b"9 9 l", b"1e9 -1e9 l",
              b"0 0 10 10 re", b"-5 -5 1e7 0.5 re", b"1 0 0 1 0 0 cm", b"0 0 0 0 0 0 cm",
              b"1e6 0 0 1e-6 0 0 cm", b"/F1 0 Tf", b"/F2 1e5 Tf",
              b"/F1 -10 Tf", b"90 Tz", b"3 Tr", b"(x) Tj", b"<4e2d> Tj", b"<ff", b"[(a) -99999 (b)] TJ", b"T*",
              b"99 TL", b"0 1 -1 0 9 9 Tm",
              b"/Fm1 Do", b"/X Do", b"BI /W 1 /H 1 ID x EI", b"/P << /ActualText (x) >> BDC", b"EMC", b"0 g",
              b"1 1 1 rg")  # fmt: skip


def mutate(data: bytes, rng: Random) -> bytes:
    """One to four changes, most of them inside objects; offsets in the file are put right half of the time."""
    if rng.random() < 0.12:
        return octets.mutate(data, rng)
    objects = {int(number): body for number, _, body in _OBJECT.findall(data)}
    if not objects:
        return octets.mutate(data, rng)
    for _ in range(rng.randint(1, 4)):
        number = rng.choice(list(objects))
        objects[number] = _changed(objects[number], list(objects), rng)
        if rng.random() < 0.06:
            objects.pop(number)
        elif rng.random() < 0.06:
            objects[rng.choice(list(objects))] = objects[number]
        if not objects:
            break
    return _written(data, objects, rng)


def _written(data: bytes, objects: dict[int, bytes], rng: Random) -> bytes:
    trailers = re.findall(rb"trailer\s*<<(.*?)>>\s*startxref", data, re.DOTALL)
    root = re.search(rb"/Root \d+ 0 R", data)
    trailer = trailers[-1] if trailers else (root[0] if root else b"")
    out = bytearray(data[:9])
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj" % number + body + b"endobj\n"
    start = len(out) + (0 if rng.random() < 0.8 else rng.randint(-50, 50))
    most = max(objects, default=0)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (most + 1)
    for number in range(1, most + 1):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    if rng.random() < 0.1:
        trailer = _dictionary(trailer, list(objects), rng)
    return bytes(out) + b"trailer\n<<" + trailer + b">>\nstartxref\n%d\n%%%%EOF\n" % start


def _changed(body: bytes, numbers: list[int], rng: Random) -> bytes:
    stream = _STREAM.fullmatch(body.strip())
    if stream is None or rng.random() < 0.3:
        return _dictionary(body, numbers, rng)
    head, content = stream[1], stream[2]
    packed = b"/FlateDecode" in head
    if packed:
        try:
            content = zlib.decompress(content)
        except zlib.error:
            packed = False
    for _ in range(rng.randint(1, 3)):
        content = _content(content, rng)
    content = zlib.compress(content) if packed else content
    if rng.random() < 0.8:
        head = re.sub(rb"/Length \d+( 0 R)?", b"/Length %d" % len(content), head)
    return b"\n" + head + b"stream\n" + content + b"\nendstream\n"


def _dictionary(body: bytes, numbers: list[int], rng: Random) -> bytes:
    """Another number, name or reference; a key lost; bytes."""
    kind = rng.randrange(6)
    if kind == 0:
        return _replaced(_NUMBER, body, nasty.number(rng).encode(), rng)
    if kind == 1:
        return _replaced(_NAME, body, rng.choice(_NAMES), rng)
    if kind == 2 and numbers:
        return _replaced(_REFERENCE, body, b"%d 0 R" % rng.choice(numbers), rng)
    if kind == 3:
        return _replaced(_NAME, body, b"", rng)
    if kind == 4:
        return body.replace(
            b">>", b" " + rng.choice(_NAMES) + b" " + rng.choice((b"null", b"[]", b"1 0 R", b"-1")) + b">>", 1
        )
    return octets.mutate(body, rng)


def _content(content: bytes, rng: Random) -> bytes:
    """Another operand; an operator more, fewer or very often; lines in another order; bytes."""
    lines = content.split(b"\n")
    at = rng.randrange(len(lines))
    kind = rng.randrange(7)
    if kind == 0:
        return _replaced(_NUMBER, content, nasty.number(rng).encode(), rng)
    if kind == 1:
        lines.insert(at, rng.choice(_OPERATORS))
    elif kind == 2:
        operator = rng.choice((*_OPERATORS, lines[at]))
        lines[at:at] = [operator] * rng.choice((2, 50, 3000))
    elif kind == 3:
        del lines[at : at + rng.choice((1, 1, 5, 50))]
    elif kind == 4:
        other = rng.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 5:
        found = rng.randint(-2000, 2000)
        lines.insert(at, b"1 0 %d 1 %d %d cm" % (rng.choice((0, 0, 1)), found, rng.randint(-500, 500)))
    else:
        return octets.mutate(content, rng)
    return b"\n".join(lines)


def _replaced(pattern: re.Pattern[bytes], body: bytes, by: bytes, rng: Random) -> bytes:
    matches = list(pattern.finditer(body))
    if not matches:
        return body
    match = rng.choice(matches)
    return body[: match.start()] + by + body[match.end() :]

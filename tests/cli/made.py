"""Files with one thing wrong with them, made of bytes."""

from __future__ import annotations

import hashlib
import io
import zipfile

PASSWORD = b"open sesame"
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")  # ISO 32000-1, 7.6.3.3
_ID = b"0123456789abcdef"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_HEADER = ("序号", "公开事项", "公开内容", "公开时限", "公开主体")
_NAMES = ("机构简介", "部门职能", "领导信息", "财政预算", "行政许可")
_ROWS = (
    (str(n), name, f"{name}的名称、地址、电话", "自信息形成之日起20个工作日内", "示例县水利局")
    for n, name in enumerate(_NAMES, 1)
)
CATALOGUE = "示例县水利局公开目录\n" + "\n".join("".join(f"\t{cell}\n" for cell in row) for row in (_HEADER, *_ROWS))
"""A text export whose cells each start with a tab."""


def pdf(
    content: bytes = b"BT /F 12 Tf 72 700 Td (Nothing but a letter.) Tj ET", password: bytes | None = None
) -> bytes:
    """A PDF of one page with a content stream, encrypted with 40-bit RC4 if there is a password."""
    key = _key(password) if password else None
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        _stream(_rc4(_object_key(key, 4), content) if key else content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    trailer = b""
    if key and password:
        owner = _rc4(hashlib.md5(_padded(password)).digest()[:5], _padded(password))
        objects.append(
            b"<</Filter/Standard/V 1/R 2/P -4/O<"
            + owner.hex().encode()
            + b">/U<"
            + _rc4(key, _PAD).hex().encode()
            + b">>>"
        )
        trailer = b"/Encrypt 6 0 R/ID[<" + _ID.hex().encode() + b"><" + _ID.hex().encode() + b">]"
    out, offsets = b"%PDF-1.4\n", []
    for number, made in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, made)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def scan() -> bytes:
    """A PDF whose page is a picture."""
    return pdf(b"q 400 0 0 400 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q")


def package(**parts: str | bytes) -> bytes:
    """A ZIP package; `__` stands for / and `_dot_` for . in names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


def docx(body: str = "<w:p><w:r><w:t>Nothing but a letter.</w:t></w:r></w:p>", before: str = "") -> bytes:
    """A Word document with a body."""
    out = io.BytesIO()
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Default Extension="xml" ContentType="{main}"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'))  # fmt: skip
        made.writestr("_rels/.rels", (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{link}" Target="word/document.xml"/></Relationships>'))  # fmt: skip
        made.writestr(
            "word/document.xml", f'{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
        )
    return out.getvalue()


def bomb() -> bytes:
    """A small Word document that unpacks to fifty megabytes."""
    return docx("<w:p><w:r><w:t>" + " " * 50_000_000 + "</w:t></w:r></w:p>")


def entities() -> bytes:
    """A Word document whose entities would grow to gigabytes, and would read a file."""
    grown = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<!DOCTYPE x [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">{grown}]>'
    return docx("<w:p><w:r><w:t>&e9;&file;</w:t></w:r></w:p>", before=declared)


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def _padded(password: bytes) -> bytes:
    return (password + _PAD)[:32]


def _key(password: bytes) -> bytes:
    """ISO 32000-1, 7.6.3.3, algorithm 2; the user's password is the owner's as well."""
    owner = _rc4(hashlib.md5(_padded(password)).digest()[:5], _padded(password))
    return hashlib.md5(_padded(password) + owner + (-4 & 0xFFFFFFFF).to_bytes(4, "little") + _ID).digest()[:5]


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)

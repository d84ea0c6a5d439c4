"""Bytes to text: the text that was encoded comes back, whatever the share of ticks."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gicat.errors import UsageError
from gicat.parsers.decode import decode

SIMPLIFIED = "公开政府信息目录事项内容依据时限主体渠道网站之日内起机构职能领导规划统计财政预算决算人事任免应急许可处罚"
TRADITIONAL = "公開政府資訊目錄事項內容依據時限主體渠道網站之日內起機構職能領導規劃統計財政預算決算人事任免應急許可處罰"
PUNCTUATION = "，。、；：（）《》0123456789 \n\t|"


def catalogues(words: str, ticks: str) -> st.SearchStrategy[str]:
    """Texts with twenty characters of the field's words at least, among them any number of ticks."""
    spoken = st.text(words, min_size=20, max_size=60)
    ticked = st.text(ticks, max_size=400) | st.text(ticks + PUNCTUATION, max_size=100)
    return st.tuples(ticked, spoken, ticked).map("".join) | st.lists(
        st.tuples(st.sampled_from(ticks), st.text(words, min_size=2, max_size=6)).map("".join), min_size=10, max_size=80
    ).map(" ".join)


IN_GB = catalogues(SIMPLIFIED, "■□☑√●○")
IN_BIG5 = catalogues(TRADITIONAL, "■□√●○")


@settings(max_examples=60)
@given(IN_GB, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"]))
def test_simplified_text_comes_back(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.encoding == encoding.removesuffix("-sig")


@settings(max_examples=60)
@given(IN_BIG5, st.sampled_from(["utf-8", "utf-16", "big5"]))
def test_traditional_text_comes_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("bom", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_both_byte_orders(bom: bytes) -> None:
    name = "utf-16-le" if bom == codecs.BOM_UTF16_LE else "utf-16-be"
    assert decode(bom + "公开■".encode(name)).text == "公开■"


@given(st.text(max_size=100))
def test_any_text_in_utf8_comes_back(text: str) -> None:
    if not text.startswith("\ufeff"):
        data = text.encode("utf-8", "ignore")
        assert decode(data).text == data.decode()


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    decoded = decode(data)
    decoded.text.encode("utf-8")
    assert decoded.encoding


@given(st.binary(max_size=100), st.sampled_from(["utf-8", "gbk", "big5", "utf-16", "latin-1", "ascii"]))
def test_no_bytes_raise_in_an_encoding_that_is_asked_for(data: bytes, encoding: str) -> None:
    decode(data, encoding)


def test_the_gb_family_decodes_as_gb18030() -> None:
    text = "㐀䶮公开" * 10
    for name in ("gb2312", "GBK", "cp936", "gb18030"):
        decoded = decode(text.encode("gb18030"), name)
        assert (decoded.text, decoded.encoding) == (text, "gb18030")


def test_a_guess_is_told_and_a_certainty_is_not() -> None:
    assert [d.code for d in decode((SIMPLIFIED * 2).encode("gbk")).diagnostics] == ["R006"]
    assert decode(SIMPLIFIED.encode()).diagnostics == ()
    assert decode(SIMPLIFIED.encode("utf-16")).diagnostics == ()
    assert decode(SIMPLIFIED.encode("gbk"), "gbk").diagnostics == ()


def test_utf8_with_damage_stays_utf8_and_the_damage_is_counted() -> None:
    data = bytearray((SIMPLIFIED * 8).encode())
    data[100] = 0xFF
    decoded = decode(bytes(data))
    assert decoded.encoding == "utf-8"
    assert [(d.code, d.details["count"]) for d in decoded.diagnostics] == [("R014", decoded.text.count("\ufffd"))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_a_printed_replacement_character_is_no_damage(encoding: str) -> None:
    assert decode(f"{SIMPLIFIED}\ufffd".encode(encoding), encoding).diagnostics == ()


def test_damage_in_a_text_that_has_the_bytes_of_a_replacement_character() -> None:
    """锟斤拷 in GB18030 is EF BF BD EF BF BD, the UTF-8 form of two replacement characters."""
    decoded = decode("锟斤拷".encode("gb18030") + b"\xff", "gb18030")
    assert [d.code for d in decoded.diagnostics] == ["R014"]


def test_an_unknown_encoding_is_the_callers_mistake() -> None:
    with pytest.raises(UsageError, match="klingon"):
        decode(b"x", "klingon")


@pytest.mark.parametrize("encoding", ["base64", "rot13", "hex", "idna"])
def test_a_codec_that_is_no_text_encoding_is_the_callers_mistake(encoding: str) -> None:
    with pytest.raises(UsageError):
        decode(b"\xff\xfe text", encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_byte_order_mark(encoding: str) -> None:
    decoded = decode((SIMPLIFIED * 3).encode(encoding))
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED * 3, encoding)
    assert [d.code for d in decoded.diagnostics] == ["R006"]


@settings(max_examples=60)
@given(IN_GB, st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_ticks_in_utf16_without_a_byte_order_mark_come_back(text: str, encoding: str) -> None:
    assert decode(f"1.\n{text}\n".encode(encoding)).text == f"1.\n{text}\n"


@given(st.text("abc |,;0123456789\n", min_size=2, max_size=60))
def test_plain_ascii_is_never_taken_for_utf16(text: str) -> None:
    assert decode(text.encode()).text == text


def dense(words: str, ticks: str, length: int) -> str:
    """A text of so many characters, ten ticks for each word of the field."""
    line = "".join(f"{words[n : n + 2]} {' '.join(ticks * 3)}\n" for n in range(0, len(words), 2))
    return (line * (length // len(line) + 1))[:length]


@pytest.mark.parametrize("length", [16, 32, 64, 256, 1024, 65_536])
@pytest.mark.parametrize("ticks", ["√", "■□", "●○", "√×"])
@pytest.mark.parametrize(("words", "encoding"), [(SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5")])
def test_tick_dense_text_of_all_sizes(words: str, encoding: str, ticks: str, length: int) -> None:
    text = dense(words, ticks, length)
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(("words", "encoding"), [(SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5"), (SIMPLIFIED, "utf-8")])
@pytest.mark.parametrize("length", [8, 40, 400])
def test_a_text_cut_within_its_last_character(words: str, encoding: str, length: int) -> None:
    text = (words * 20)[:length]
    decoded = decode(text.encode(encoding)[:-1])
    assert decoded.encoding == encoding
    assert decoded.text.startswith(text[:-1])
    assert "R014" in [d.code for d in decoded.diagnostics]


@given(st.lists(st.integers(0, 500), min_size=1, max_size=12, unique=True))
def test_a_few_broken_bytes_do_not_change_the_encoding(places: list[int]) -> None:
    data = bytearray((SIMPLIFIED * 4).encode())
    for place in places:
        data[place % len(data)] = 0xFF
    decoded = decode(bytes(data))
    assert decoded.encoding == "utf-8"
    assert [d.code for d in decoded.diagnostics] == ["R014"]

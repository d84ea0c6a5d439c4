"""Each bad input: its own code, one line, the right exit, never a traceback; what could be read is delivered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gicat.schema import Document
from tests.cli import made
from tests.cli.conftest import Ran, Run

SAMPLES = Path(__file__).parents[2] / "samples"


def parsed(ran: Ran) -> Document:
    assert "Traceback" not in ran.err
    assert "internal error" not in ran.err
    return Document.model_validate_json(ran.out)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("name", "data", "code", "format_name"),
    [
        ("list.txt", lambda: b"", "R002", None),
        ("list.docx", lambda: b"", "R002", None),
        ("list.pdf", lambda: made.pdf(password=made.PASSWORD), "R001", "pdf"),
        ("list.pdf", lambda: b"%PDF-1.4\n", "R003", "pdf"),
        ("list.pdf", lambda: made.pdf()[:60], "R003", "pdf"),
        ("list.docx", lambda: made.docx()[:-40], "R003", "docx"),
        ("list.docx", lambda: made.docx()[:500], "R003", "docx"),
        ("list.pdf", made.scan, "R004", "pdf"),
        ("list.docx", made.bomb, "R018", "docx"),
        ("list.docx", made.entities, "R003", "docx"),
        ("list.docx", made.docx, "R012", "docx"),
        ("list.pdf", made.pdf, "R012", "pdf"),
        ("list.txt", "姓名|电话|\n甲|1|\n乙|2|\n丙|3|\n".encode, "R012", "text"),
        ("list.txt", "致全体职工的一封信\n请大家注意安全。\n".encode, "R012", "text"),
        ("list.ofd", lambda: made.package(OFD_dot_xml="<OFD/>"), "R011", "ofd"),
        ("list.zip", lambda: made.package(list_dot_pdf=""), "R011", "zip"),
        ("list.xlsx", lambda: made.package(xl__workbook_dot_xml=""), "R011", "xlsx"),
        ("list.jpg", lambda: b"\xff\xd8\xff\xe0", "R011", "image"),
        ("list.html", lambda: b"<!DOCTYPE html><table>", "R011", "html"),
        ("list.bin", lambda: bytes(range(256)), "R011", None),
    ],
    ids=[
        "empty text", "empty docx", "encrypted pdf", "pdf of a header", "truncated pdf", "truncated docx",
        "docx of a start", "scanned pdf", "zip bomb", "xml entities", "docx without tables", "pdf without tables",
        "text that is no catalogue", "text without structure", "ofd", "zip", "xlsx", "picture", "html", "junk",
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_so_in_one_line(
    run: Run, tmp_path: Path, *, name: str, data: Callable[[], bytes], code: str, format_name: str | None, language: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data())
    ran = run("parse", file, "--lang", language)
    document = parsed(ran)
    assert ran.exit == 1
    assert [d.code for d in document.diagnostics if d.severity == "error"] == [code]
    assert document.catalogues == []
    assert document.source.format == format_name
    (line,) = ran.err.splitlines()
    assert line.startswith(f"{file}: {code} [error] ")
    assert "{" not in line


@pytest.mark.parametrize("name", ["none.pdf", "folder"])
def test_a_path_that_is_no_file(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    ran = run("parse", tmp_path / name)
    assert (ran.exit, ran.out) == (2, b"")
    assert len(ran.err.splitlines()) == 1


def test_passwords(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "list.pdf"
    file.write_bytes(made.pdf(password=made.PASSWORD))
    wrong = run("parse", file, "--password", "guess")
    assert (wrong.exit, parsed(wrong).diagnostics[0].code) == (1, "R001")
    right = parsed(run("parse", file, "--password", made.PASSWORD.decode()))
    assert right.diagnostics[-1].code == "R012"
    assert "Nothing but a letter." in "".join(text.text for text in right.unplaced)


def test_a_wrong_suffix_is_a_warning(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "list.pdf"
    file.write_text(made.CATALOGUE, encoding="utf-8")
    ran = run("parse", file)
    assert ran.exit == 0
    assert [d.code for d in parsed(ran).diagnostics if d.severity == "warning"] == ["R008"]
    assert f"{file}: R008 [warning] " in ran.err


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (made.CATALOGUE.encode("gb18030"), "gb18030"),
        (made.CATALOGUE.encode(), "utf-8"),
        (made.CATALOGUE.encode("utf-8-sig"), "utf-8"),
        (made.CATALOGUE.encode("utf-16"), "utf-16"),
    ],
    ids=["gb18030", "utf-8", "bom", "utf-16"],
)
def test_encodings(run: Run, data: bytes, encoding: str) -> None:
    ran = run("parse", "-", stdin=data)
    document = parsed(ran)
    assert ran.exit == 0
    assert document.source.encoding == encoding
    assert [item.name for item in document.catalogues[0].items] == [
        "机构简介", "部门职能", "领导信息", "财政预算", "行政许可",
    ]  # fmt: skip
    assert any(d.code == "R006" for d in document.diagnostics) is (encoding == "gb18030")


def test_big5(run: Run) -> None:
    text = made.CATALOGUE
    for simplified, traditional in zip(
        "号开时容构简职门领导财预行许联网电话", "號開時容構簡職門領導財預行許聯網電話", strict=True
    ):
        text = text.replace(simplified, traditional)
    document = parsed(run("parse", "-", stdin=text.encode("big5", "ignore")))
    assert document.source.encoding == "big5"
    assert "公開事項" in document.model_dump_json() or "公開" in document.model_dump_json()


@pytest.mark.parametrize(
    "data",
    [
        made.CATALOGUE.encode().replace("机构简介".encode(), b"\xed\xa0\x80", 1),
        made.CATALOGUE.encode("utf-16").replace("机构".encode("utf-16-le"), b"\x00\xd8\x41\x00"),
    ],
    ids=["utf-8", "utf-16"],
)
def test_lone_surrogates(run: Run, data: bytes) -> None:
    ran = run("parse", "-", stdin=data)
    assert ran.exit == 0
    document = parsed(ran)
    assert "R014" in [d.code for d in document.diagnostics]
    assert len(document.catalogues[0].items) == 5


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("suffix", ["pdf", "docx", "txt"])
def test_truncated_samples_are_answered(run: Run, tmp_path: Path, suffix: str, keep: float) -> None:
    sample = next(iter(sorted(SAMPLES.glob(f"*.{suffix}"))), None)
    if sample is None:
        pytest.skip("no samples")
    data = sample.read_bytes()
    file = tmp_path / sample.name
    file.write_bytes(data[: int(len(data) * keep)])
    ran = run("parse", file, "--audit")
    parsed(ran)
    assert ran.exit in (0, 1)


def test_a_bad_file_does_not_stop_the_good_ones(run: Run, tmp_path: Path) -> None:
    import json

    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4\n")
    (tmp_path / "good.txt").write_text(made.CATALOGUE, encoding="utf-8")
    ran = run("parse", tmp_path / "bad.pdf", tmp_path / "good.txt")
    assert ran.exit == 1
    assert [len(document["catalogues"]) for document in json.loads(ran.out)] == [0, 1]


def test_a_limit_is_named_when_it_is_reached(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text(made.CATALOGUE, encoding="utf-8")
    ran = run("parse", file, "--limit", "bytes=10")
    assert (ran.exit, parsed(ran).diagnostics[0].code) == (1, "R018")
    assert "--limit" in ran.err


def test_an_unknown_encoding_is_a_usage_error(run: Run) -> None:
    ran = run("parse", "-", "--encoding", "gbk2000", stdin=made.CATALOGUE.encode())
    assert (ran.exit, ran.out) == (2, b"")
    assert "gbk2000" in ran.err

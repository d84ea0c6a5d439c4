"""`gicat coverage`: files side by side, as a table, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli import made
from tests.cli.conftest import Run

BUREAU = """白鹭县水务局政府信息主动公开目录清单

| 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 |
| 内设机构 | 职责 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
| 水资源专项规划 | 规划文本 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
| 工作动态 | 会议、行政处罚决定 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
| =惠民直通车 | 办法 | 《政府信息公开条例》 | 20个工作日内 | 办公室 |
"""
TOWN = BUREAU.replace("白鹭县水务局", "柳湾镇人民政府").replace("水资源专项规划", "宅基地审批")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bureau.txt").write_text(BUREAU, encoding="utf-8")
    (tmp_path / "in" / "town.txt").write_text(TOWN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def data(run: Run, *arguments: object, **more: Any) -> list[dict[str, Any]]:
    return json.loads(run("coverage", *arguments, "--format", "json", **more).text)


def states(body: dict[str, Any]) -> dict[str, str]:
    return {duty["code"]: duty["state"] for duty in body["duties"]}


def test_json_has_bodies_duties_and_evidence(run: Run, folder: Path) -> None:
    ran = run("coverage", "in", "--format", "json")
    bureau, town = json.loads(ran.text)
    assert (ran.exit, ran.err) == (0, "")
    assert [body["path"] for body in (bureau, town)] == ["in/bureau.txt", "in/town.txt"]
    assert bureau["issuer"] == {"value": "department", "source": "agency", "evidence": "局"}
    assert town["level"] == {"value": "township", "source": "agency", "evidence": "镇人民政府"}
    assert bureau["family"] == {"value": "list", "source": "title", "evidence": "目录清单"}
    assert states(bureau)["20.3"] == "listed"
    assert (states(bureau)["21.homestead"], states(town)["21.homestead"]) == ("not_required", "listed")
    (penalty,) = (duty for duty in bureau["duties"] if duty["code"] == "20.6")
    (by,) = penalty["by"]
    assert (penalty["state"], by["name"], by["source"], by["evidence"]) == (
        "mentioned", "工作动态", "content", "行政处罚",
    )  # fmt: skip
    assert by["item_id"]


def test_csv_has_a_column_for_each_body(run: Run, folder: Path) -> None:
    ran = run("coverage", "in/bureau.txt", "-", "--format", "csv", stdin=TOWN.encode())
    assert ran.text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(ran.text.removeprefix("\ufeff"))))
    by_code = {row["code"]: row for row in rows}
    assert (by_code["20.3"]["in/bureau.txt"], by_code["20.3"]["'-"]) == ("listed", "mentioned")
    assert by_code["21.homestead"]["in/bureau.txt"] == "not_required"
    assert by_code["20.7"]["zh"] == "财政预算、决算信息"


def test_the_table_of_several_has_marks_and_tells_who_is_who(run: Run, folder: Path) -> None:
    ran = run("coverage", "in", COLUMNS="100")
    lines = ran.text.splitlines()
    (penalty,) = (line for line in lines if "Art. 20 (6)" in line)
    (homestead,) = (line for line in lines if "homesteads" in line)
    assert [cell.strip() for cell in penalty.split("│")[3:5]] == ["○", "○"]
    assert [cell.strip() for cell in homestead.split("│")[3:5]] == ["", "✓"]
    assert "2  in/town.txt  柳湾镇人民政府  township, township" in lines
    assert max(map(len, lines)) <= 100


def test_the_table_of_one_names_the_items(run: Run, folder: Path) -> None:
    ran = run("coverage", "in/bureau.txt", "--lang", "zh")
    assert "✓ 水资源专项规划" in ran.text
    assert "第二十条（三）" in ran.text
    assert "○ 工作动态" in ran.text
    assert "宅基地" not in ran.text


def test_many_bodies_make_several_tables(run: Run, folder: Path) -> None:
    for number in range(30):
        (folder / "in" / f"{number:02}.txt").write_text(BUREAU, encoding="utf-8")
    lines = run("coverage", "in", COLUMNS="100").text.splitlines()
    assert max(map(len, lines)) <= 100
    assert sum("Art. 20 (6)" in line for line in lines) > 1
    assert "32  in/town.txt  柳湾镇人民政府  township, township" in lines


def test_the_same_from_json(run: Run, folder: Path) -> None:
    parsed = run("parse", "in/bureau.txt").out
    (direct,), (through,) = data(run, "in/bureau.txt"), data(run, "-", stdin=parsed)
    assert {**through, "path": ""} == {**direct, "path": ""}


def test_settings_and_profile(run: Run, folder: Path) -> None:
    (folder / "in" / "town.txt").write_text(TOWN.replace("柳湾镇人民政府", ""), encoding="utf-8")
    assert data(run, "in/town.txt", "--profile", "township")[0]["issuer"]["value"] == "township"
    stated = '[facts."in/town.txt"]\nissuer = "township"\n[facts."in/*".topics]\n"=惠民直通车" = "fees"\n'
    (folder / "gicat.toml").write_text(stated, encoding="utf-8")
    bureau, town = data(run, "in")
    assert (town["issuer"]["source"], states(bureau)["20.8"]) == ("settings", "listed")
    assert states(data(run, "in", "--isolated")[0])["20.8"] == "missing"
    (folder / "gicat.toml").write_text('[facts."in/*"]\nissuer = "towns"\n', encoding="utf-8")
    ran = run("coverage", "in")
    assert (ran.exit, "gicat.toml:2: facts.in/*.issuer" in ran.err) == (2, True)


def test_what_holds_no_catalogue_is_listed_and_said(run: Run, folder: Path) -> None:
    (folder / "in" / "letter.txt").write_text("尊敬的同志：\n你好。\n", encoding="utf-8")
    ran = run("coverage", "in", "--format", "json")
    assert ran.exit == 1
    assert "in/letter.txt: R012 [error]" in ran.err
    letter = json.loads(ran.text)[1]
    assert (letter["path"], letter["issuer"], letter["duties"]) == ("in/letter.txt", None, [])
    assert "no catalogue" in run("coverage", "in").text
    assert run("coverage", "in", "--format", "csv").text.splitlines()[1].endswith(",listed") is False


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("none.txt",), "none.txt: no such file"),
        (("in", "--format", "xml"), "'xml' is not one of"),
        (("in", "--profile", "towns"), "'towns' is not one of department"),
        (("-", "-"), "standard input can be read once only"),
        (("in/bureau.txt", "-o", "in/bureau.txt"), "is one of the files to read"),
        ((), "Missing argument"),
    ],
)
def test_usage(run: Run, folder: Path, arguments: tuple[str, ...], says: str) -> None:
    ran = run("coverage", *arguments)
    assert (ran.exit, ran.out) == (2, b"")
    assert says in ran.err


def test_output_by_suffix(run: Run, folder: Path) -> None:
    assert run("coverage", "in", "-o", "out.csv").exit == 0
    assert (folder / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfcode,")
    assert run("coverage", "in", "-o", "out.json").exit == 0
    assert len(json.loads((folder / "out.json").read_text("utf-8"))) == 2


def test_encrypted_and_damaged_files(run: Run, folder: Path) -> None:
    (folder / "a.pdf").write_bytes(made.pdf(password=made.PASSWORD))
    ran = run("coverage", "a.pdf")
    assert (ran.exit, "R001" in ran.err) == (1, True)

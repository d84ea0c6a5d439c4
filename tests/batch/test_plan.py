"""What a batch reads, in which order, and where the results go."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gicat.batch.plan import Choice, Plan, make_plan
from tests.batch.folders import zipped


def planned(*paths: object, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> Plan:
    return make_plan([str(path) for path in paths], ".json", Choice(include, exclude))


def names(plan: Plan) -> list[str]:
    return [entry.name for entry in plan.entries]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    for name in ("b.txt", "a.docx", "z/c.pdf", "z/a/d.txt", "y/e.TXT"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(b"x")
    return place


def test_the_tree_is_mirrored_files_first(folder: Path) -> None:
    plan = planned(folder)
    assert names(plan) == ["a.docx", "b.txt", "y/e.TXT", "z/c.pdf", "z/a/d.txt"]
    assert [plan.output(entry) for entry in plan.entries][:2] == ["a.docx.json", "b.txt.json"]


def test_what_is_hidden_or_locked_is_no_input(folder: Path) -> None:
    for name in ("~$a.docx", ".hidden.txt", ".git/x.txt", "~$folder/x.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    plan = planned(folder)
    assert len(plan.entries) == 5
    assert not plan.left_out


def test_what_gicat_does_not_read_is_named(folder: Path) -> None:
    for name in ("Thumbs.db", "logo.svg", "gicat.toml", "a.docx.json"):
        (folder / name).write_bytes(b"x")
    (folder / "scan.jpg").write_bytes(b"x")  # refused with advice, which is a failure that must be seen
    plan = planned(folder)
    assert [left.name for left in plan.left_out] == ["Thumbs.db", "a.docx.json", "logo.svg"]
    assert "scan.jpg" in names(plan)


def test_patterns(folder: Path) -> None:
    (folder / "list.dat").write_bytes(b"x")
    assert names(planned(folder, include=("*.txt",))) == ["b.txt", "y/e.TXT", "z/a/d.txt"]
    assert names(planned(folder, include=("z",), exclude=("*.pdf",))) == ["z/a/d.txt"]
    assert names(planned(folder, exclude=("z", "y/*"))) == ["a.docx", "b.txt"]
    assert names(planned(folder, include=("*.dat",))) == ["list.dat"]
    assert names(planned(folder / "list.dat")) == ["list.dat"]


def test_include_is_blind_to_capitals_and_exclude_is_not(folder: Path) -> None:
    (folder / "LIST.DAT").write_bytes(b"x")
    assert names(planned(folder / "y", include=("*.txt",))) == ["e.TXT"]
    assert names(planned(folder, include=("*.dat",))) == ["LIST.DAT"]
    assert names(planned(folder / "y", exclude=("*.txt",))) == ["e.TXT"]


def test_several_paths_stand_below_their_names(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "b.txt").write_bytes(b"x")
    assert names(planned(tmp_path / "other", folder / "b.txt")) == ["other/b.txt", "b.txt"]
    monkeypatch.chdir(tmp_path / "other")
    assert names(planned(".", "../in/z")) == ["other/b.txt", "z/c.pdf", "z/a/d.txt"]
    assert names(planned("..", "b.txt"))[:2] == [f"{tmp_path.name}/in/a.docx", f"{tmp_path.name}/in/b.txt"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert names(planned(folder, folder / "b.txt")).count("b.txt") == 0
    assert len(names(planned(folder, folder / "b.txt", folder))) == 5


def test_two_of_one_stem_do_not_collide_but_equal_paths_do(folder: Path, tmp_path: Path) -> None:
    (folder / "a.pdf").write_bytes(b"x")
    assert not [*planned(folder).collisions()]
    other = tmp_path / "deep" / "in"
    other.mkdir(parents=True)
    (other / "b.txt").write_bytes(b"x")
    assert [*planned(folder, other).collisions()] == [("in/b.txt", "in/b.txt")]


def test_a_result_may_not_stand_where_a_folder_is_needed(folder: Path) -> None:
    (folder / "b.txt.json").mkdir()
    (folder / "b.txt.json" / "c.txt").write_bytes(b"x")
    assert [*planned(folder).collisions()] == [("b.txt", "b.txt.json/c.txt")]


def test_taken_names(tmp_path: Path) -> None:
    (tmp_path / "manifest").write_bytes(b"x")
    plan = make_plan([str(tmp_path / "manifest")], ".jsonl", Choice())
    assert [*plan.collisions(["manifest.jsonl"])] == [("manifest.jsonl", "manifest")]


def test_archives_are_folders(folder: Path) -> None:
    zipped(folder / "c.zip", ("x/b.txt", ""), ("a.txt", ""), ("__MACOSX/._a.txt", ""), ("x/~$b.docx", ""), ("d/", ""))
    assert [name for name in names(planned(folder)) if "c.zip" in name] == ["c.zip/a.txt", "c.zip/x/b.txt"]
    assert names(planned(folder / "c.zip")) == ["a.txt", "x/b.txt"]
    assert names(planned(folder / "c.zip", exclude=("x",))) == ["a.txt"]


def test_patterns_choose_among_the_files_in_archives(folder: Path) -> None:
    zipped(folder / "c.zip", ("x/b.txt", ""), ("a.pdf", ""))
    assert names(planned(folder, include=("*.pdf",))) == ["c.zip/a.pdf", "z/c.pdf"]
    assert names(planned(folder, include=("c.zip/x/*",))) == ["c.zip/x/b.txt"]
    assert names(planned(folder, include=("c.zip",))) == ["c.zip/a.pdf", "c.zip/x/b.txt"]
    assert "c.zip/a.pdf" not in names(planned(folder, exclude=("*.zip",)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_in_archives_of_chinese_windows(tmp_path: Path) -> None:
    made = zipped(tmp_path / "a.zip", ("区县\\民政局.txt".encode("gb18030"), ""), ("水利局.txt".encode(), ""),
                  ("机构.txt", ""))  # fmt: skip
    assert names(planned(made)) == ["区县/民政局.txt", "机构.txt", "水利局.txt"]


def test_gb18030_that_could_be_utf8(tmp_path: Path) -> None:
    raw = "目录.txt".encode("gb18030")
    assert raw.decode() == "Ŀ¼.txt"
    assert names(planned(zipped(tmp_path / "a.zip", (raw, ""), ("é.txt", "")))) == ["é.txt", "目录.txt"]


def test_ways_to_write_one_path_in_an_archive_collide(tmp_path: Path) -> None:
    plan = planned(zipped(tmp_path / "a.zip", ("a/b.txt", "1"), ("a//b.txt", "2"), ("./a/b.txt", "3")))
    assert [*plan.collisions()] == [("a/b.txt", "a/b.txt")] * 2


def test_names_with_nul_in_an_archive_fail(tmp_path: Path) -> None:
    made = zipped(tmp_path / "a.zip", ("aXb.txt", ""), ("c.txt", ""))
    made.write_bytes(made.read_bytes().replace(b"aXb.txt", b"a\0b.txt"))
    assert [bool(entry.problem) for entry in planned(made).entries] == [True, False]


@pytest.mark.parametrize("name", ["../x.txt", "a/../../x.txt", "/etc/x.txt", "..\\x.txt", "C:/x.txt"])
def test_names_that_lead_out_of_an_archive_fail(tmp_path: Path, name: str) -> None:
    (entry,) = planned(zipped(tmp_path / "a.zip", (name, ""))).entries
    assert entry.problem


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_in_an_archive_collides(tmp_path: Path) -> None:
    plan = planned(zipped(tmp_path / "a.zip", ("a.txt", "1"), ("a.txt", "2")))
    assert len(plan.entries) == 2
    assert [*plan.collisions()] == [("a.txt", "a.txt")]


def test_packages_and_damaged_archives_are_files(tmp_path: Path) -> None:
    zipped(tmp_path / "office.zip", ("[Content_Types].xml", ""), ("word/document.xml", ""))
    (tmp_path / "damaged.zip").write_bytes(b"PK\x03\x04 and nothing more")
    assert names(planned(tmp_path)) == ["damaged.zip", "office.zip"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_links_and_pipes(folder: Path) -> None:
    (folder / "y" / "round").symlink_to(folder)
    (folder / "y" / "self.txt").symlink_to(folder / "y" / "self.txt")
    (folder / "y" / "gone.txt").symlink_to(folder / "none.txt")
    (folder / "y" / "twin.txt").symlink_to(folder / "b.txt")
    os.mkfifo(folder / "y" / "pipe.txt")
    plan = planned(folder / "y")
    assert names(plan) == ["e.TXT", "gone.txt", "self.txt", "twin.txt"]
    assert [left.name for left in plan.left_out] == ["pipe.txt", "round"]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_any_name_there_can_be(tmp_path: Path) -> None:
    odd = ["a b.txt", "换行\n名.txt", "tab\t.txt", "-x.txt", "引号\"'.txt", "䶮.txt"]
    for name in odd:
        (tmp_path / name).write_bytes(b"x")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xc4\xe3.txt")).write_bytes(b"x")
    assert set(names(planned(tmp_path))) == {*odd, "\udcc4\udce3.txt"}

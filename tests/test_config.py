"""Settings: where they are found, and mistakes that name file, line and key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gicat.cli.chosen import profile
from gicat.cli.facts import facts
from gicat.config import Config, discover, line_of, load
from gicat.errors import UsageError

ROOT = Path(__file__).parent.parent
GOOD = """
select = ["S", "F"]   # structure and presence
fail-on = "warning"

[profile]
issuer = "government"

[per-file-ignores]
"old/*.pdf" = ["F003"]

[rules.S002]
elements = 8
"""


def written(folder: Path, text: str, name: str = "gicat.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLES = [block for page in PAGES for block in re.findall(r"```toml\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
            if "entry-points" not in block]  # fmt: skip


@pytest.mark.parametrize("example", EXAMPLES)
def test_settings_in_the_documentation_are_right(tmp_path: Path, example: str) -> None:
    config = load(written(tmp_path, example))
    assert facts(config) or profile((), config)


def test_settings_are_read(tmp_path: Path) -> None:
    config = load(written(tmp_path, GOOD))
    assert config.values["select"] == ["S", "F"]
    assert config.values["rules"] == {"S002": {"elements": 8}}
    assert Config().values == {}


def test_settings_in_pyproject(tmp_path: Path) -> None:
    path = written(tmp_path, '[project]\nname = "x"\n[tool.gicat]\nignore = ["V"]\nselct = []\n', "pyproject.toml")
    with pytest.raises(UsageError, match=r"pyproject\.toml:5: selct: no such setting; did you mean select\?"):
        load(path)
    path = written(tmp_path, '[tool.gicat]\nignore = ["V"]\n', "pyproject.toml")
    assert load(path).values == {"ignore": ["V"]}


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    top = written(tmp_path, GOOD)
    assert discover(deep) == top
    written(tmp_path / "a", "[tool.other]\n", "pyproject.toml")
    assert discover(deep) == top
    nearer = written(tmp_path / "a", "[tool.gicat.profile]\n", "pyproject.toml")
    assert discover(deep) == nearer
    assert discover(deep) != written(tmp_path / "a", "", "gicat.toml") == discover(deep)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("select = [\n", r"gicat\.toml:2: not valid TOML: .*"),
        ('fail-on = "error"\nselect = \n', r"gicat\.toml:2: not valid TOML: Invalid value"),
        ('\n\nselect = "S"\n', r"gicat\.toml:3: select: must be a list of texts"),
        ("select = [1]\n", r"gicat\.toml:1: select: must be a list of texts"),
        ("[profile]\nissuer = 3\n", r"gicat\.toml:2: profile\.issuer: must be a text"),
        ('[per-file-ignores]\n"a.b" = "F"\n', r"gicat\.toml:2: per-file-ignores\.a\.b: must be a list of texts"),
        ("per-file-ignores = {a = 1}\n", r"gicat\.toml:1: per-file-ignores\.a: must be a list of texts"),
        ("[rules]\nS002 = 1\n", r"gicat\.toml:2: rules\.S002: must be a table of options"),
        ("exit-zero = 1\n", r"gicat\.toml:1: exit-zero: must be true or false"),
        ("# x\n[lint]\n", r"gicat\.toml:2: lint: no such setting; known are select, "),
    ],
)
def test_mistakes(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        load(written(tmp_path, text))


def test_files_that_are_no_settings(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be opened"):
        load(tmp_path / "gicat.toml")
    path = tmp_path / "gicat.toml"
    path.write_bytes("# 设置\nselect = ['S']\n".encode() + "# 设置".encode("gbk"))
    with pytest.raises(UsageError, match=r"gicat\.toml:3: is not UTF-8"):
        load(path)
    with pytest.raises(UsageError, match=r"pyproject\.toml:2: tool\.gicat: must be a table"):
        load(written(tmp_path, "[tool]\ngicat = 1\n", "pyproject.toml"))


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("select",), 2), (("profile",), 5), (("profile", "issuer"), 6), (("per-file-ignores", "old/*.pdf"), 9),
        (("rules", "S002"), 11), (("rules", "S002", "elements"), 12), (("rules", "S002", "none"), 11), (("none",), 1),
    ],
)  # fmt: skip
def test_lines_of_keys(keys: tuple[str, ...], line: int) -> None:
    assert line_of(GOOD, keys) == line


@pytest.mark.parametrize("text", ["[facts]\n惠民 = 1\n", "\n[ 惠民 ]\n", '[facts."a".惠民]\n'])
def test_chinese_keys_without_quotes(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match=r"gicat\.toml:\d: not valid TOML: .*in quotes"):
        load(written(tmp_path, text))


@pytest.mark.parametrize("text", ['"惠民" = \n', "x = 惠民\n", "# 惠民\n=\n"])
def test_other_mistakes_get_no_such_advice(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        load(written(tmp_path, text))
    assert "in quotes" not in str(caught.value)

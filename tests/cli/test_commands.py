"""The command itself, and the commands that read no catalogue."""

import json
import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from gicat.__about__ import __version__
from gicat.cli.group import COMMANDS
from gicat.cli.options import LIMITS
from gicat.parsers.base import Limits
from gicat.schema import json_schema
from gicat.writers.registry import WRITERS
from tests.cli.conftest import Run

HEAVY = {"pydantic", "rich", "gicat.pipeline", "gicat.schema", "lxml", "docx", "pdfplumber", "pypdfium2", "chardet"}


def imported(*arguments: str) -> set[str]:
    """The modules that a command imported."""
    script = "import sys; from gicat.cli import run; run(sys.argv[1:]); sys.stderr.write('\\n'.join(sys.modules))"
    env = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, env=env, check=True
    )
    return set(done.stderr.split())


def test_version(run: Run) -> None:
    assert run("--version").text == f"gicat, version {__version__}\n"


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["parse", "--help"], ["grid", "-h"], ["parse"]])
def test_help_and_version_import_nothing_heavy(arguments: list[str]) -> None:
    assert not imported(*arguments) & HEAVY


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(run: Run, name: str) -> None:
    ran = run(name, "--help")
    assert ran.exit == 0
    assert ran.text.count(f"gicat {name}") >= 2
    first = ran.text.split("\n\n")[1].strip()
    assert first == COMMANDS[name]


def test_help_lists_the_commands(run: Run) -> None:
    text = run("--help").text
    assert all(name in text for name in COMMANDS)


def test_no_command_shows_help_and_exits_with_2(run: Run) -> None:
    ran = run()
    assert ran.exit == 2
    assert "Usage" in ran.err + ran.text


def test_a_mistyped_command_gets_a_suggestion(run: Run) -> None:
    ran = run("pasre")
    assert ran.exit == 2
    assert "Did you mean 'parse'?" in ran.err


def test_schema(run: Run, tmp_path: Path) -> None:
    assert json.loads(run("schema").out) == json_schema()
    target = tmp_path / "schema.json"
    assert run("schema", "-o", target).exit == 0
    assert json.loads(target.read_text()) == json_schema()


def test_formats(run: Run) -> None:
    known = json.loads(run("formats", "--format", "json").out)
    assert {"docx", "pdf", "text"} <= {f["name"] for f in known["read"]}
    assert next(f for f in known["read"] if f["name"] == "pdf")["engines"] == ["pdfium", "pdfplumber"]
    assert known["write"] == list(WRITERS)
    assert {"tab-cells", "pipes"} <= {d["name"] for d in known["dialects"]}
    text = run("formats").text
    assert "tab-cells" in text
    assert "pdfplumber" in text
    assert "OFD" in text
    assert "阅读器" in run("formats", "--lang", "zh").text


def test_the_limits_are_those_of_the_readers() -> None:
    assert set(LIMITS) == {field.name for field in fields(Limits)}


def test_completion_of_the_shell() -> None:
    env = {**os.environ, "_GICAT_COMPLETE": "bash_complete", "COMP_WORDS": "gicat par", "COMP_CWORD": "1"}
    done = subprocess.run([sys.executable, "-m", "gicat"], env=env, capture_output=True, text=True, check=False)
    assert "parse" in done.stdout

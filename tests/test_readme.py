"""What the README and the page on the command line show is what happens."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from gicat.cli.group import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGE = ROOT / "docs" / "cli.md"
EXAMPLES = [
    line.removeprefix("$ ")
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_run(example: str, tmp_path: Path) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    command = example.replace("gicat", f"{shlex.quote(sys.executable)} -m gicat", 1)
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout or " -o " in example


def test_every_command_has_an_example() -> None:
    assert {example.split()[1] for example in EXAMPLES} == set(COMMANDS)


def test_python_in_the_readme_runs() -> None:
    code = next(block for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL) if "gicat.parse" in block)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_ci_installs_and_tests_as_the_readme_says() -> None:
    assert "pip install -e '.[all,test]' && .venv/bin/pytest" in README
    assert "install --quiet --disable-pip-version-check -e '.[all,test]'" in (ROOT / ".ci" / "run").read_text()


def help_of(*command: str) -> str:
    env = {**os.environ, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"}
    told = subprocess.run([sys.executable, "-m", "gicat", *command, "--help"], capture_output=True, check=True, env=env)
    return told.stdout.decode()


def page() -> str:
    """The help of every command, as docs/cli.md has it; `python -m tests.test_readme` writes it."""
    parts = ["# The command line\n\nWritten by `python -m tests.test_readme` from `--help`; a test compares the two.\n"]
    parts.append(f"## gicat\n\n```text\n{help_of()}```\n")
    parts += [f"## gicat {name}\n\n```text\n{help_of(name)}```\n" for name in COMMANDS]
    return "\n".join(parts)


def test_the_page_on_the_command_line_is_what_help_says() -> None:
    assert words(PAGE.read_text(encoding="utf-8")) == words(page()), "run: python -m tests.test_readme"


def words(text: str) -> list[str]:
    """Words alone: versions of click break lines differently."""
    return text.split()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

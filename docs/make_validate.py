"""Writes the outputs shown in docs/validate.md: `python -m docs.make_validate`; a test compares them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "validate.md"
_BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)


def made(page: str) -> str:
    """The page with every console block run again: its lines that begin with `$ `, each with what it prints."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "samples").symlink_to(ROOT / "samples")
        return _BLOCK.sub(lambda block: _block(block[1], folder), page)


def _block(block: str, folder: Path) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{run(command.removeprefix('$ '), folder)}" for command in commands)


def run(command: str, folder: Path) -> str:
    """What a command prints, both streams, trailing white space removed."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "LC_"))}
    env = {**kept, "COLUMNS": "110", "NO_COLOR": "1", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT / "src")}
    line = re.sub(r"\bgicat (?=validate|rules|fix)", lambda _: f'"{sys.executable}" -m gicat ', command)
    done = subprocess.run(line, shell=True, cwd=folder, env=env, capture_output=True, check=False)
    text = done.stdout.decode() + done.stderr.decode()
    return "".join(f"{one.rstrip()}\n" for one in text.splitlines())


if __name__ == "__main__":
    PAGE.write_text(made(PAGE.read_text(encoding="utf-8")), encoding="utf-8")

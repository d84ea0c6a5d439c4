"""Where people use it: the pre-commit hook, the GitHub action, the GitLab job and the page that shows them all."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from docs.make_validate import PAGE, made

from tests.reports.test_machines import checked_github, checked_gitlab, checked_junit, checked_sarif

ROOT = Path(__file__).parent.parent.parent
TEXT = PAGE.read_text(encoding="utf-8")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
SUBMISSIONS = ROOT / "samples" / "submissions"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Somebody's repository with submissions in it."""
    shutil.copytree(SUBMISSIONS, tmp_path / "submissions")
    (tmp_path / ".git").mkdir()
    command = tmp_path / "bin" / "gicat"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m gicat "$@"\n')
    command.chmod(0o755)
    return tmp_path


def shell(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a script as runners do, `gicat` on its PATH."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GITHUB_")}
    env = {**kept, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src"), **environment}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def action(folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """The action's last step with inputs, their defaults where none is given."""
    inputs = {name: given.get(name.replace("-", "_"), one["default"]) for name, one in ACTION["inputs"].items()}
    step = ACTION["runs"]["steps"][-1]
    env = {key: inputs[re.fullmatch(r"\$\{\{ inputs\.(.+) \}\}", value)[1]] for key, value in step["env"].items()}  # type: ignore[index]
    return shell(
        step["run"], folder, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(folder / "summary.md"), **env
    )  # fmt: skip


def test_the_action_annotates_summarises_and_fails(checkout: Path) -> None:
    done = action(checkout, paths="submissions/01-water.txt\n\nsubmissions/05-roads.txt\n", sarif="gicat.sarif")
    assert done.returncode == 1, done.stderr
    (first, *_) = checked_github(done.stdout)
    assert first[0] == "error" and first[1]["file"] == "submissions/05-roads.txt"
    summary = (checkout / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("## 公开目录检查结果: 未通过") and "submissions/01-water.txt" in summary
    checked_sarif((checkout / "gicat.sarif").read_text(encoding="utf-8"))


def test_the_action_passes_what_is_fine(checkout: Path) -> None:
    done = action(checkout, paths="submissions/01-water.txt", lang="en", fail_on="warning", args="--ignore X004")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (checkout / "summary.md").read_text(encoding="utf-8").startswith("## Validation of catalogues: passed")


def test_inputs_of_the_action_cannot_run_commands(checkout: Path) -> None:
    done = action(checkout, paths="submissions/01-water.txt", args="--ignore $(touch${IFS}pwned);touch pwned")
    assert done.returncode == 2
    assert not (checkout / "pwned").exists()


def test_the_action_is_one_that_github_takes() -> None:
    assert set(ACTION) == {"name", "description", "inputs", "runs"}
    assert ACTION["runs"]["using"] == "composite"
    for step in ACTION["runs"]["steps"]:
        assert "uses" in step or {"run", "shell"} <= set(step)
        assert "${{" not in step.get("run", "")
    for one in ACTION["inputs"].values():
        assert set(one) == {"description", "default"} and isinstance(one["default"], str)


def test_the_hook_runs_on_the_files_that_are_given(checkout: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {"id", "name", "entry", "language", "files"} <= set(hook)
    assert re.search(hook["files"], "a/b.DOCX") and not re.search(hook["files"], "README.md")
    done = shell(f"{hook['entry']} --lang en submissions/01-water.txt submissions/05-roads.txt", checkout)
    assert done.returncode == 1 and "R012 error" in done.stdout
    assert shell(f"{hook['entry']} submissions/01-water.txt", checkout).returncode == 0


def test_the_gitlab_job_writes_the_reports_it_promises(checkout: Path) -> None:
    (job,) = yaml.safe_load((ROOT / "docs" / "gitlab-ci.yml").read_text(encoding="utf-8")).values()
    (command,) = [line for line in job["script"] if line.startswith("gicat ")]
    done = shell(command, checkout, **job["variables"])
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    entries = checked_gitlab((checkout / reports["codequality"]).read_text(encoding="utf-8"))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) > 3
    assert {entry["location"]["path"] for entry in entries} <= {f"submissions/{p.name}" for p in SUBMISSIONS.iterdir()}
    checked_junit((checkout / reports["junit"]).read_text(encoding="utf-8"))


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def test_what_the_page_shows_to_copy_fits() -> None:
    hooks, workflow = (yaml.safe_load(block) for block in blocks("yaml"))
    (named,) = [hook["id"] for repo in hooks["repos"] for hook in repo["hooks"]]
    assert named == yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]["id"]
    steps: list[dict[str, Any]] = workflow["jobs"]["validate"]["steps"]
    (ours,) = [step for step in steps if "gicat" in step["uses"]]
    assert set(ours["with"]) <= set(ACTION["inputs"])


def test_the_settings_on_the_page_are_understood(checkout: Path) -> None:
    (settings,) = blocks("toml")
    assert tomllib.loads(settings)
    (checkout / "gicat.toml").write_text(settings, encoding="utf-8")
    done = shell("gicat validate submissions --show-settings", checkout)
    assert done.returncode == 0, done.stderr
    assert "warning" in done.stdout


def test_the_outputs_on_the_page_are_what_happens() -> None:
    assert made(TEXT) == TEXT, "run: python -m docs.make_validate"


def test_the_finding_in_the_readme_is_one_that_is_found() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Validation")[2]
    shown = re.findall(r"```text\n(.*?)```", readme, re.DOTALL)[0]
    done = shell(f"{shlex.quote(sys.executable)} -m gicat validate --lang en samples/submissions", ROOT)
    assert shown in done.stdout


def test_the_page_names_every_report_and_sample() -> None:
    from gicat.reports import REPORTS

    assert all(f"`{name}`" in TEXT for name in REPORTS)
    assert all(f"`{path.name}`" in TEXT for path in SUBMISSIONS.iterdir())

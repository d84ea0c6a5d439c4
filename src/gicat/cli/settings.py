"""Options about rules, and what comes of them and the file of settings together."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gicat.cli.options import Choice, did_you_mean
from gicat.errors import UsageError

if TYPE_CHECKING:
    from gicat.config import Config
    from gicat.lexicon.extension import Extension
    from gicat.rules.run import Checks

F = TypeVar("F", bound=Callable[..., Any])
SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is to do.

    Attributes:
        config: the file of settings.
        checks: rules, selection and profile.
        fail_on: the least severity that fails the run.
        exit_zero: whether findings leave the exit code 0.
        baseline: the file of known findings.
        exclude: patterns of files that are left out when folders are searched.
    """

    config: Config
    checks: Checks
    fail_on: str
    exit_zero: bool
    baseline: str | None
    exclude: tuple[str, ...]


def config_options(command: F) -> F:
    """Adds the options that `configuration` reads."""
    for option in (
        click.option("--isolated", is_flag=True, help="Look for no gicat.toml."),
        click.option("--config", "config_name", metavar="FILE",
                     help="Settings; the default is the nearest gicat.toml, or pyproject.toml with [tool.gicat]."),
    ):  # fmt: skip
        command = option(command)
    return command


def profile_option(command: F) -> F:
    """Adds `--profile`."""
    return click.option("--profile", multiple=True, metavar="NAME",
        help="Whose catalogue it is where no name tells (department, government, township …), of what "
        "level (province, county …) and family (list, basic, matters, standard); also issuer=…, level=…, "
        "family=…, area-code=…. Repeatable.")(command)  # fmt: skip


def rule_options(command: F) -> F:
    """Adds the options that `settings` reads."""
    for option in (
        config_options,
        profile_option,
        click.option("--per-file-ignores", multiple=True, metavar="PATTERN:CODES",
                     help="Codes to leave out in files of a pattern, such as 'old/*:F003,V'. Repeatable."),
        click.option("--extend-select", multiple=True, metavar="CODES", help="Codes to report besides those selected."),
        click.option("--ignore", multiple=True, metavar="CODES", help="Codes to leave out; the longer prefix decides."),
        click.option("--select", multiple=True, metavar="CODES",
                     help="Codes to report, or how they begin, such as S,F001. The default is ALL."),
    ):  # fmt: skip
        command = option(command)
    return command


def fail_on_option(command: F) -> F:
    """Adds `--fail-on`."""
    return click.option("--fail-on", type=Choice(SEVERITIES),
        help="Exit with 1 for findings at or above this severity; the default is error.")(command)  # fmt: skip


def configuration(given: Mapping[str, Any], near: Path) -> Config:
    """The file of settings that the values of `config_options` lead to, by default the nearest to a folder.

    Raises:
        UsageError: for what it says wrongly.
    """
    from gicat.config import Config, discover, load

    if given["isolated"] and given["config_name"]:
        raise UsageError("--isolated and --config exclude each other")
    path = Path(given["config_name"]) if given["config_name"] else None if given["isolated"] else discover(near)
    return load(_from_here(path)) if path else Config()


def lexicon_of(given: Mapping[str, Any], names: Sequence[str]) -> Extension | None:
    """What the file of settings adds to the vocabulary by which files are read; it is looked for from where they are.

    Raises:
        UsageError: for what it says wrongly.
    """
    from gicat.cli.submissions import nearest_folder

    return configuration(given, nearest_folder(names)).extension()


def settings(given: Mapping[str, Any], near: Path) -> Settings:
    """What the options and the file of settings say together; an option beats the file.

    Args:
        given: the values of `rule_options`, and of fail_on, exit_zero, baseline and exclude where there are any.
        near: the folder from which the file is looked for, upwards.

    Raises:
        UsageError: for what either says wrongly.
    """
    from gicat.cli.chosen import options_of_rules, profile, selection
    from gicat.cli.facts import facts
    from gicat.rules.context import Context
    from gicat.rules.registry import rules
    from gicat.rules.run import Checks

    config = configuration(given, near)
    known = rules()
    selected = selection(given, config, known)
    context = Context(
        profile=profile(given["profile"], config), options=options_of_rules(config, known), facts=facts(config)
    )
    written = config.values.get("baseline")
    fail_on = config.values.get("fail-on", "error")
    if fail_on not in SEVERITIES:
        raise config.mistake(
            ("fail-on",), f"{fail_on!r} is not one of {', '.join(SEVERITIES)}.{did_you_mean(fail_on, SEVERITIES)}"
        )
    return Settings(
        config,
        Checks(known, selected, context, config.extension()),
        fail_on=given.get("fail_on") or fail_on,
        exit_zero=given.get("exit_zero") or config.values.get("exit-zero", False),
        baseline=given.get("baseline") or (str(config.path.parent / written) if config.path and written else None),
        exclude=(*config.values.get("exclude", ()), *given.get("exclude", ())),
    )


def _from_here(path: Path) -> Path:
    """A path as short as it can be written, for messages."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def shown(chosen: Settings) -> Iterator[str]:
    """The settings as lines of a gicat.toml."""
    selected, judged = chosen.checks.selection, chosen.checks.context.profile
    yield f"# {chosen.config.path or 'no file of settings'}"
    yield f"select = {_toml(selected.select)}"
    yield f"ignore = {_toml(selected.ignore)}"
    yield f"fail-on = {_toml(chosen.fail_on)}"
    yield f"exit-zero = {_toml(chosen.exit_zero)}"
    yield f"exclude = {_toml(chosen.exclude)}"
    if chosen.baseline:
        yield f"baseline = {_toml(chosen.baseline)}"
    yield "\n[profile]"
    for name in ("family", "issuer", "level", "area_code"):
        if getattr(judged, name):
            yield f"{name.replace('_', '-')} = {_toml(getattr(judged, name))}"
    for stated in chosen.checks.context.facts:
        yield f"\n[facts.{_toml(stated.pattern)}]"
        for name in ("family", "issuer", "level"):
            if getattr(stated, name):
                yield f"{name} = {_toml(getattr(stated, name))}"
        yield from (f"topics.{_toml(item)} = {_toml(codes)}" for item, codes in stated.topics.items())
    yield "\n[per-file-ignores]"
    yield from (f"{_toml(pattern)} = {_toml(codes)}" for pattern, codes in selected.per_file.items())
    for rule in chosen.checks.active():
        if rule.options:
            yield f"\n[rules.{rule.code}]"
            for name, default in rule.options.items():
                yield f"{name} = {_toml(chosen.checks.context.option(rule.code, name, default))}"


def _toml(value: object) -> str:
    """Texts, lists of them, numbers and truth values are written alike in JSON and TOML."""
    return json.dumps(value, ensure_ascii=False)

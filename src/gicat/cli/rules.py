"""`gicat rules`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from gicat.cli.console import Console, console_options
from gicat.cli.files import open_output
from gicat.cli.options import Choice, output_option
from gicat.errors import UsageError

if TYPE_CHECKING:
    from gicat.diagnostics import Language
    from gicat.rules.described import UsedRule


@click.command("rules")
@click.argument("code", required=False)
@click.option("--format", "format_name", type=Choice(["text", "json"]), default="text", show_default=True,
              help="For reading, or JSON.")  # fmt: skip
@output_option
@console_options
@click.pass_obj
def command(console: Console, code: str | None, format_name: str, output: str | None) -> None:
    """What is checked, and why.

    All codes; those of a group or another beginning; or everything about one rule. [*] is mended by `gicat fix`,
    [!] by `gicat fix --unsafe-fixes`.

    \b
    gicat rules
    gicat rules F
    gicat rules S004
    gicat rules --format json
    """
    from gicat.rules.described import described
    from gicat.rules.registry import rules
    from gicat.rules.selection import checked_prefixes

    running = {rule.code: rule for rule in rules()}
    known = described(running.values())
    (prefix,) = checked_prefixes([code or "ALL"], known, {rule.name: rule.code for rule in known.values()})
    wanted = [rule for rule in known.values() if prefix == "ALL" or rule.code.startswith(prefix)]
    if not wanted:
        raise UsageError(f"group {prefix} has no rules yet")
    with open_output(output, (), console) as out:
        if format_name == "json":
            listed = [_entry(rule, dict(running[rule.code].options) if rule.code in running else {}) for rule in wanted]
            out.write(json.dumps(listed, ensure_ascii=False, indent=1, default=list) + "\n")
        elif prefix in known:
            out.write(_page(known[prefix], console.language))
        else:
            out.write("".join(_lines(wanted, console.language)))


def _entry(rule: UsedRule, options: dict[str, object]) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "title": {"en": rule.title.en, "zh": rule.title.zh},
        "fixable": rule.fixable,
        "options": options,
        "help": rule.help,
        "help_zh": rule.help_zh,
    }


def _lines(rules: Sequence[UsedRule], language: Language) -> Iterator[str]:
    marks = {"safe": "[*]", "unsafe": "[!]", None: "   "}
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        title = getattr(rule.title, language)
        yield f"{rule.code}  {rule.severity.value:7}  {marks[rule.fixable]}  {rule.name:{width}}  {title}\n"


def _page(rule: UsedRule, language: Language) -> str:
    """A rule's whole text, in the reader's language."""
    head = f"# {rule.code} {rule.name} [{rule.severity.value}]"
    return f"{head}\n\n{getattr(rule.title, language)}\n\n{rule.told(language)}\n"

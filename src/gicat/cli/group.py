"""The `gicat` command itself: a table of commands, each imported when it is run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

import click

from gicat.__about__ import __version__
from gicat.cli.console import console_options

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "parse": "Catalogues from PDF, DOCX and text files as JSON or CSV.",
        "batch": "Folders and ZIP archives, converted file by file.",
        "validate": "Check catalogues: what a trained evaluator would find.",
        "fix": "Mend what a machine can mend in a catalogue.",
        "rules": "What is checked, and why.",
        "coverage": "Which duties of the law catalogues cover, side by side.",
        "grid": "The cells of a file, before anybody says what they mean.",
        "schema": "The JSON Schema of what `gicat parse` prints.",
        "formats": "What can be read and written.",
    }
)
"""Name and short help; the command is the attribute `command` of the module of its name."""


def _width() -> int:
    """Columns of the terminal, at most 100; click would ask shutil, which imports every compression of archives."""
    try:
        return max(40, min(int(os.environ.get("COLUMNS") or os.get_terminal_size().columns), 100))
    except (OSError, ValueError):
        return 80


class LazyGroup(click.Group):
    """A group whose help needs none of its commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, import_module(f"gicat.cli.{cmd_name}").command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant, or a usage error that suggests one."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from gicat.cli.options import did_you_mean

            ctx.fail(f"No such command {args[0]!r}.{did_you_mean(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "terminal_width": _width()},
    epilog='Shell completion: eval "$(_GICAT_COMPLETE=bash_source gicat)"; zsh_source and fish_source likewise.',
)
@click.version_option(__version__, prog_name="gicat")
@console_options
def gicat() -> None:
    """Reads government information catalogues (政府信息公开目录) into data that can be trusted.

    \b
    gicat parse list.pdf                  JSON to standard output
    gicat parse list.docx -o list.csv     CSV for a spreadsheet
    gicat batch lists/ -o out/            a folder, file by file
    gicat validate submissions/           what is wrong in the catalogues of a folder
    gicat grid list.pdf                   what the reader saw

    Exit codes: 0 done; 1 findings at or above --fail-on, or nothing could be read; 2 usage; 130 interrupted.
    """

"""What a person sees beside the data: messages on standard error, in their language, on any console."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any, Literal, TextIO, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
_COLORS = {"error": "red", "warning": "yellow", "info": "blue"}


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a standard stream is a terminal; None where the caller closed it."""
    return stream is not None and stream.isatty()


class Console:
    """How to talk to the user; built from the environment, then changed by the options.

    Attributes:
        language: of messages.
        color: "auto" colours terminals only, and none where NO_COLOR is set.
        verbosity: -1 errors only, 0 warnings too, 1 everything.
        debug: whether an internal error shows its traceback.
        no_color: whether the environment asks for no colours (https://no-color.org).
    """

    def __init__(self, language: Literal["en", "zh"] = "en", no_color: bool = False) -> None:
        self.language: Literal["en", "zh"] = language
        self.color = "auto"
        self.verbosity = 0
        self.debug = False
        self.no_color = no_color

    @classmethod
    def of_environment(cls, environment: Mapping[str, str]) -> Console:
        """Language by the locale (the first of LC_ALL, LC_MESSAGES and LANG that is set), colours by NO_COLOR."""
        locale = next((environment[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(n)), "")
        no_color = bool(environment.get("NO_COLOR")) or environment.get("TERM") == "dumb"
        return cls("zh" if locale.lower().startswith("zh") else "en", no_color)

    def colors(self, stream: TextIO | None) -> bool:
        """Whether to colour what goes to a stream."""
        if self.color == "auto":
            return not self.no_color and is_terminal(stream)
        return self.color == "always"

    def text(self, key: str, **details: object) -> str:
        """A message of the command line's own, in the user's language."""
        from gicat.cli.messages import MESSAGES

        return getattr(MESSAGES[key], self.language).format_map(details)  # type: ignore[no-any-return]

    def say(self, line: str, severity: str = "info") -> None:
        """One line to standard error, the severity's own word in colour; a closed pipe is nobody's loss."""
        if sys.stderr is None:  # the caller closed it
            return
        colored = self.colors(sys.stderr)
        if colored:
            mark = f"[{severity}]"
            line = line.replace(mark, click.style(mark, fg=_COLORS[severity]), 1)
        try:
            click.echo(line, err=True, color=colored)
        except BrokenPipeError:
            return

    def error(self, message: str) -> None:
        """A refusal."""
        self.say(f"gicat: [error] {message}", "error")

    def internal_error(self, error: BaseException, label: str | None = None) -> None:
        """A fault of gicat itself: one line, and the traceback if asked for."""
        if self.debug:
            import traceback

            traceback.print_exception(error, file=sys.stderr)
        what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        message = self.text("internal", what=what)
        self.error(f"{label}: {message}" if label else message)


def _setting(name: str, value: Callable[[Any], Any] = lambda given: given) -> Callable[..., None]:
    def callback(ctx: click.Context, _: click.Parameter, given: Any) -> None:
        if given:
            setattr(ctx.ensure_object(Console), name, value(given))

    return callback


def console_options(command: F) -> F:
    """Adds the options that every command has, before and after its name."""
    for option in (
        click.option("--debug", is_flag=True, help="Show the traceback of an internal error.",
                     expose_value=False, callback=_setting("debug")),
        click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, callback=_setting("language"),
                     help="Language of messages; the default is that of the locale."),
        click.option("--color", type=click.Choice(["auto", "always", "never"]), expose_value=False,
                     callback=_setting("color"), help="Colours; auto: on terminals, unless NO_COLOR is set."),
        click.option("-v", "--verbose", is_flag=True, expose_value=False, callback=_setting("verbosity", lambda _: 1),
                     help="Show every finding, also those that are mere information."),
        click.option("-q", "--quiet", is_flag=True, expose_value=False, callback=_setting("verbosity", lambda _: -1),
                     help="Show errors only."),
    ):  # fmt: skip
        command = option(command)
    return command

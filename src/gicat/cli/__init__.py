"""The command line: everything that prints, reads the environment or decides on an exit code."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from collections.abc import Sequence
from typing import NoReturn

import click

from gicat.cli.console import Console
from gicat.cli.group import gicat
from gicat.cli.patience import busy
from gicat.errors import GicatError

_COLLECT = (200_000, 20, 100)
"""A document is a tree of many small objects without cycles: the collector's usual pace costs a fifth of the time."""

USAGE = 2
INTERRUPTED = 130


def main() -> NoReturn:
    """The `gicat` command; ends the process with its exit code."""
    gc.set_threshold(*_COLLECT)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for them costs as much as a page
    code = run(sys.argv[1:])
    for stream in filter(None, (sys.stdout, sys.stderr)):  # None where the caller closed it
        try:
            stream.flush()
        except OSError:  # the reader of a pipe is gone; keep the interpreter from saying so at its end
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    if busy():
        os._exit(code)
    gc.disable()  # the interpreter looks for cycles once more before it ends: a tenth of the time of a short file
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Runs one command and gives its exit code: see the README for what each means."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a GBK console has no ☑
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # what libraries tell programmers is nothing for the user
    console = Console.of_environment(os.environ)
    try:
        code = gicat.main(list(arguments), prog_name="gicat", standalone_mode=False, obj=console)
    except click.ClickException as error:
        error.show()
        return USAGE
    except GicatError as error:
        console.error(str(error))
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        return 0
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback reaches a user who did not ask for it
        console.internal_error(error)
        return USAGE
    return code if isinstance(code, int) else 0

"""Web pages as PDF through Chromium: one process for many pages, driven over a pipe.

The protocol is that of the browser's developer tools, messages of JSON ended by a NUL on file descriptors 3 and 4
(`--remote-debugging-pipe`): no port, no library.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run", "--disable-extensions",
    "--disable-dev-shm-usage",
)  # fmt: skip
_PLUG = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]
os.dup2(ends[0], 3)
os.dup2(ends[1], 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Becomes the browser, the pipes as its file descriptors 3 and 4."""


def chromium() -> str | None:
    """The Chromium or Chrome program of this machine, or None."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def chromium_pdfs(pages: Mapping[str, str], folder: Path) -> dict[str, bytes]:
    """Web pages as PDF, by name.

    Args:
        pages: HTML by a name that can be a file name.
        folder: an empty folder to work in.

    Raises:
        FileNotFoundError: without Chromium.
        RuntimeError: if it refuses one of them.
    """
    program = chromium()
    if program is None:
        raise FileNotFoundError("Chromium is not installed")
    with _Browser(program, folder) as browser:
        return {name: browser.printed(name, html) for name, html in pages.items()}


class _Browser:
    """A running browser with one tab."""

    def __init__(self, program: str, folder: Path) -> None:
        self.folder = folder
        self.count = 0
        to_it, commands = os.pipe()
        answers, from_it = os.pipe()
        command = [program, *_FLAGS, f"--user-data-dir={folder / 'profile'}", "about:blank"]
        plugged = [sys.executable, "-c", _PLUG, str(to_it), str(from_it), *command]
        self.process = subprocess.Popen(
            plugged, pass_fds=(to_it, from_it), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for end in (to_it, from_it):
            os.close(end)
        self.commands: BinaryIO = os.fdopen(commands, "wb")
        self.answers: BinaryIO = os.fdopen(answers, "rb", buffering=0)
        self.unread = b""

    def __enter__(self) -> _Browser:
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._ask("Page.enable")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.commands.close()
        self.answers.close()
        self.process.terminate()
        self.process.wait(20)

    session: str | None = None

    def printed(self, name: str, html: str) -> bytes:
        """A page as PDF."""
        path = self.folder / f"{name}.html"
        path.write_text(html, encoding="utf-8")
        self._ask("Page.navigate", url=path.as_uri())
        while self._message().get("method") != "Page.loadEventFired":
            pass
        return base64.b64decode(self._ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])

    def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.commands.write(json.dumps(message).encode() + b"\0")
        self.commands.flush()
        while (answer := self._message()).get("id") != self.count:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self.unread:
            more = self.answers.read(1 << 20)
            if not more:
                raise RuntimeError("Chromium closed the pipe")
            self.unread += more
        first, _, self.unread = self.unread.partition(b"\0")
        message: dict[str, Any] = json.loads(first)
        return message

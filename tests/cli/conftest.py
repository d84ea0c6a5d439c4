"""Runs commands in this process, with streams like a real console's."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

import gicat.cli
from gicat import pipeline
from gicat.parsers.base import Source
from gicat.schema import Document
from tests.writers.documents import full


class Stream(io.TextIOWrapper):
    """A text stream over memory that may say that it is a terminal."""

    terminal = False

    def isatty(self) -> bool:
        return self.terminal

    def bytes(self) -> bytes:
        self.flush()
        return self.buffer.getvalue()  # type: ignore[attr-defined, no-any-return]


@dataclass
class Ran:
    exit: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `gicat` with arguments and gives exit code and output."""

    def call(
        *arguments: object, stdin: bytes = b"", encoding: str = "utf-8", terminal: bool = False, **env: str
    ) -> Ran:
        streams = {name: Stream(io.BytesIO(), encoding=encoding) for name in ("stdout", "stderr")}
        for name, stream in streams.items():
            stream.terminal = terminal
            monkeypatch.setattr(sys, name, stream)
        monkeypatch.setattr(sys, "stdin", Stream(io.BytesIO(stdin)))
        for name, value in {"LC_ALL": "C", "NO_COLOR": "", "TERM": "xterm", **env}.items():
            monkeypatch.setenv(name, value)
        code = gicat.cli.run([str(argument) for argument in arguments])
        return Ran(code, streams["stdout"].bytes(), streams["stderr"].bytes().decode(encoding))

    return call


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Source], Document]], list[Any]]:
    """Puts a function in the place of the pipeline; the options it was called with are collected."""

    def replace(make: Callable[[Source], Document] = lambda source: full()) -> list[Any]:
        seen: list[Any] = []

        def parse_source(source: Source, options: Any) -> Document:
            seen.append((source, options))
            return make(source)

        monkeypatch.setattr(pipeline, "parse_source", parse_source)
        return seen

    return replace

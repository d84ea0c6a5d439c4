"""Sheets as text through programs that people use: LibreOffice's text export, `pdftotext -layout` and `-raw`."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from tests.rendering.pdf import converted

_SECONDS = 60


def pdftotext() -> str | None:
    """Poppler's pdftotext of this machine, or None."""
    return shutil.which("pdftotext")


def office_texts(documents: Mapping[str, bytes], folder: Path) -> dict[str, str]:
    """DOCX files as LibreOffice's plain text, see `pdf.converted`."""
    made = converted(documents, folder, "txt:Text (encoded):UTF8")
    return {name: data.decode("utf-8-sig") for name, data in made.items()}


def pdf_text(data: bytes, mode: Literal["layout", "raw"]) -> str:
    """A PDF as text by `pdftotext -layout` or `-raw`.

    Raises:
        FileNotFoundError: without pdftotext.
    """
    program = pdftotext()
    if program is None:
        raise FileNotFoundError("pdftotext (poppler-utils) is not installed")
    command = [program, f"-{mode}", "-enc", "UTF-8", "-", "-"]
    done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=True)
    return done.stdout.decode()

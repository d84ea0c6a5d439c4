"""Sheets as PDF and text through LibreOffice, several files in one run: it starts slowly and prints fast."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

_SECONDS = 180


def soffice() -> str | None:
    """The LibreOffice program of this machine, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def pdf_files(documents: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """DOCX files as PDF, see `converted`."""
    return converted(documents, folder, "pdf")


def converted(documents: Mapping[str, bytes], folder: Path, target: str) -> dict[str, bytes]:
    """DOCX files as another format.

    Args:
        documents: DOCX bytes by a name that can be a file name.
        folder: an empty folder to work in, with a profile of LibreOffice's own.
        target: what LibreOffice's --convert-to takes: "pdf", "txt:Text (encoded):UTF8".

    Raises:
        FileNotFoundError: without LibreOffice.
        RuntimeError: if it made nothing of one of them.
    """
    program = soffice()
    if program is None:
        raise FileNotFoundError("LibreOffice (soffice) is not installed")
    sources = []
    for name, data in documents.items():
        sources.append(folder / f"{name}.docx")
        sources[-1].write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", target, "--outdir", str(folder), *map(str, sources)]
    said = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
    suffix = "." + target.partition(":")[0]
    made = {source.stem: source.with_suffix(suffix) for source in sources}
    missing = [name for name, path in made.items() if not path.exists()]
    if missing:
        raise RuntimeError(f"no {suffix} of {', '.join(missing)}: {said.stderr.strip()[-500:]}")
    return {name: path.read_bytes() for name, path in made.items()}

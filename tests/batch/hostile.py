"""A package that reads files which hang, crash, or eat the memory: installed into a folder for a test."""

from __future__ import annotations

from pathlib import Path

MARK = b"\x00\x01\x02\x03" * 8
"""Makes files binary, of a kind that gicat itself does not know."""

READER = """
import faulthandler, os, time

from gicat.errors import UnreadableError
from gicat.parsers.formats import Format

MARK = b"\\x00\\x01\\x02\\x03" * 8
FORMAT = Format("hostile", "hostile", (".bad",), "hostile_reader:Reader", recognises=lambda data, _: data[:32] == MARK)


class Reader:
    def read(self, source, options):
        getattr(self, source.data[32:].decode())()
        raise UnreadableError("R002")

    def sightings(self, source, options):
        return ()

    def hang(self):
        time.sleep(10_000)

    def crash(self):
        faulthandler._sigsegv()

    def killed(self):
        os.kill(os.getpid(), 9)

    def leave(self):
        os._exit(3)

    def eat(self):
        eaten = []
        while True:
            eaten.append(bytearray(50_000_000))

    def fault(self):
        raise KeyError("no such thing")

    def talk(self):
        print("a library prints", flush=True)
        os.write(1, b"and writes\\n" * 1000)
"""


def install(folder: Path) -> Path:
    """Puts the package, with its entry point, into a folder that is to be on the path."""
    about = folder / "hostile_reader-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: hostile-reader\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[gicat.readers]\nhostile = hostile_reader:FORMAT\n")
    (folder / "hostile_reader.py").write_text(READER)
    return folder


def file(deed: str) -> bytes:
    """A file at which the reader does something bad."""
    return MARK + deed.encode()

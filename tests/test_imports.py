"""Who may import whom, what only the command line may do, and which libraries wait until they are needed."""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import gicat

ROOT = Path(gicat.__file__).parent
FILES = sorted(path for path in ROOT.rglob("*.py"))

# What a station may import, besides itself. `core` is what has no station of its own.
CORE = {"deadline", "diagnostics", "errors", "grid", "text", "marks", "numerals", "lexicon"}
ARROWS: dict[str, set[str]] = {
    "__about__": set(),
    "deadline": set(),
    "grid": set(),
    "errors": set(),
    "marks": set(),
    "numerals": set(),
    "text": {"numerals", "marks"},
    "diagnostics": {"grid"},
    "schema": {"__about__"},
    "lexicon": {"text", "numerals", "marks", "errors"},
    "recognise": CORE | {"schema"},
    "parsers": CORE | {"__about__"},
    "recover": CORE | {"recognise"},
    "interpret": CORE | {"recognise", "schema"},
    "rules": CORE | {"recognise", "schema"},
    "audit": CORE | {"schema"},
    "writers": {"schema", "errors", "grid"},
    "reports": {"schema", "errors", "diagnostics", "rules"},
    "config": CORE | {"schema"},
    "pipeline": CORE
    | {"schema", "__about__", "audit", "parsers", "recover", "interpret", "rules", "writers", "reports", "config"},
    "validation": CORE | {"schema", "__about__", "pipeline", "parsers", "rules", "reports"},
    "batch": CORE | {"schema", "__about__", "pipeline", "parsers", "writers", "config", "rules", "validation"},
    "__init__": {"parsers", "pipeline", "schema", "writers"},
    "__main__": {"cli"},
}
ARROWS["cli"] = set(ARROWS) - {"__main__"}

# The only places that may import a library, and those only when they are asked to do their work.
LIBRARIES: dict[str, tuple[str, ...]] = {
    "click": ("cli",),
    "rich": ("cli", "writers/table.py", "reports/full.py"),
    "pydantic": ("schema.py",),
    "pydantic_core": ("schema.py", "writers/json.py"),
    "lxml": ("parsers/docx", "parsers/html", "parsers/xlsx"),
    "docx": ("parsers/docx",),
    "pypdfium2": ("parsers/pdf",),
    "pdfplumber": ("parsers/pdf",),
    "pdfminer": ("parsers/pdf",),
    "tablers": ("parsers/pdf",),
    "chinese_calendar": ("rules/working_days.py",),
    "chardet": ("parsers/text", "parsers/decode.py"),
    "openpyxl": ("parsers/xlsx", "writers/xlsx.py"),
    "python_calamine": ("parsers/xlsx", "parsers/xls"),
    "dask": ("batch",),
    "distributed": ("batch",),
    "pyarrow": ("batch/parquet.py",),
}

# Calls and names that are the command line's alone: printing, clock, environment, PATH, working folder.
FORBIDDEN_MODULES = {"argparse", "locale", "logging", "getpass", "platform", "socket", "subprocess", "tempfile"}
FORBIDDEN_NAMES = {
    "print", "input", "breakpoint", "sys.stdout", "sys.stderr", "sys.stdin", "sys.argv", "sys.exit",
    "os.environ", "os.environb", "os.getenv", "os.getcwd", "os.get_terminal_size", "os.system", "shutil.which",
    "shutil.get_terminal_size", "Path.cwd", "Path.home", "time.time", "time.time_ns", "time.monotonic",
    "time.perf_counter", "time.process_time", "time.sleep", "time.localtime", "time.gmtime", "time.strftime",
    "datetime.now", "datetime.today", "datetime.utcnow", "date.today", "datetime.datetime.now",
    "datetime.datetime.today", "datetime.date.today",
}  # fmt: skip
# The public API reads the path it is given; nothing else below the command line opens a file, save data of the package.
OPENERS = {"open", "io.open", "os.open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir"}
MAY_OPEN = {"cli", "batch", "config", "__init__", "lexicon"}


def station(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def module(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def for_types_only(tree: ast.Module) -> set[ast.AST]:
    """What stands under `if TYPE_CHECKING:`, and is never imported."""
    blocks = (node for node in ast.walk(tree) if isinstance(node, ast.If) and dotted(node.test) == "TYPE_CHECKING")
    return {inner for block in blocks for statement in block.body for inner in ast.walk(statement)}


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """The modules that a file imports anywhere in it, with line numbers; `from gicat import x` counts as gicat.x."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = for_types_only(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            if node.module == "gicat":
                yield from ((f"gicat.{alias.name}", node.lineno) for alias in node.names)
            elif node not in skipped or (node.module or "").startswith("gicat."):
                yield node.module or "", node.lineno


def test_every_station_is_in_the_table() -> None:
    assert {station(path) for path in FILES} <= set(ARROWS)


@pytest.mark.parametrize("path", FILES, ids=module)
def test_arrows(path: Path) -> None:
    here = station(path)
    for name, line in imports(path):
        parts = name.split(".")
        if parts[0] == "gicat" and len(parts) > 1:
            assert parts[1] == here or parts[1] in ARROWS[here], f"{path}:{line}: {here} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=module)
def test_libraries_stay_at_home(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    for name, line in imports(path):
        homes = LIBRARIES.get(name.split(".")[0])
        assert homes is None or place.startswith(homes), f"{path}:{line}: imports {name}"


@pytest.mark.parametrize("path", [path for path in FILES if station(path) != "cli"], ids=module)
def test_only_the_command_line_prints_and_looks_around(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        name = dotted(node)
        assert name not in FORBIDDEN_NAMES, f"{path}:{getattr(node, 'lineno', '?')}: {name}"
        if isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            assert not names & FORBIDDEN_NAMES, f"{path}:{node.lineno}: {names}"
    for name, line in imports(path):
        silenced = (
            name == "logging" and path.name == "plumber.py"
        )  # it keeps its library from writing to standard error
        allowed = silenced or station(path) == "batch"
        assert name.split(".")[0] not in FORBIDDEN_MODULES or allowed, f"{path}:{line}: {name}"


@pytest.mark.parametrize("path", [path for path in FILES if station(path) not in MAY_OPEN], ids=module)
def test_nobody_else_opens_files(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = dotted(node.func)
            assert name not in OPENERS, f"{path}:{node.lineno}: {name}"
            assert name.rpartition(".")[2] not in OPENERS - {"open"}, f"{path}:{node.lineno}: {name}"


def test_no_module_is_too_long_to_read() -> None:
    declarations = {"gicat.grid", "gicat.schema"}
    lengths = {module(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert not {name: length for name, length in lengths.items() if length > 250 and name not in declarations}


DOCUMENT_LIBRARIES = {"lxml", "docx", "pypdfium2", "pdfplumber", "pdfminer", "rich", "openpyxl", "tablers", "PIL"}
TABLE = "序号\t公开事项\t公开内容\t公开时限\n1\t机构简介\t名称、地址\t20个工作日内\n"


def imported_by(*arguments: str, stdin: bytes = b"") -> set[str]:
    """The top-level modules that a run of the command line imported."""
    script = (
        "import sys; from gicat.cli import run; run(sys.argv[1:]); "
        "sys.stderr.write('\\nMODULES ' + ' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], input=stdin, capture_output=True, check=True, env=os.environ
    )
    return set(done.stderr.decode().rpartition("MODULES ")[2].replace(".", " ").split())


def test_a_text_needs_no_document_library() -> None:
    assert not imported_by("parse", "-", stdin=TABLE.encode()) & DOCUMENT_LIBRARIES
    assert not imported_by("grid", "-", stdin=TABLE.encode()) & DOCUMENT_LIBRARIES


def test_what_is_refused_needs_no_document_library() -> None:
    for data in (b"", b"\x89PNG\r\n\x1a\n", b"<html>", b"PK\x03\x04"):
        assert not imported_by("parse", "-", stdin=data) & DOCUMENT_LIBRARIES


def test_schema_and_formats_need_none() -> None:
    assert not imported_by("schema") & DOCUMENT_LIBRARIES
    assert not imported_by("formats") & DOCUMENT_LIBRARIES


def test_a_pdf_needs_no_library_of_docx_and_the_other_way_round() -> None:
    samples = Path(__file__).parent.parent / "samples"
    pdf, docx = (next(iter(sorted(samples.glob(f"*.{suffix}"))), None) for suffix in ("pdf", "docx"))
    if not (pdf and docx):
        pytest.skip("no samples")
    assert not imported_by("parse", str(pdf)) & {"lxml", "docx", "pdfplumber", "pdfminer", "rich"}
    assert not imported_by("parse", str(docx)) & {"pypdfium2", "pdfplumber", "pdfminer", "rich"}


def test_importing_the_package_is_cheap() -> None:
    script = "import sys, gicat; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    heavy = {"pydantic", "click", "gicat.schema", "gicat.pipeline"} | DOCUMENT_LIBRARIES
    assert not heavy & set(done.stdout.split())


def test_the_public_api() -> None:
    assert gicat.__all__ == ["Document", "parse", "write"]
    assert all(hasattr(gicat, name) for name in gicat.__all__)
    assert importlib.util.find_spec("gicat.schema")
    with pytest.raises(AttributeError, match="validate"):
        _ = gicat.validate  # type: ignore[attr-defined]

"""The programs that print a catalogue as PDF, each with its checkboxes and settings, many catalogues a run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from tests.laws.losses import CUT, UNMERGED, Loss
from tests.rendering import ENCODINGS, Structure, compose, docx_bytes, html, pdf_files, report, soffice
from tests.rendering.chromium import chromium, chromium_pdfs
from tests.rendering.model import Sheet
from tests.rendering.strategy import Case

LONG_PAGE = 3000
"""Height of a page, in millimetres, that no catalogue fills."""
LIBREOFFICE_BOXES = tuple(ENCODINGS)
WEASYPRINT_BOXES = tuple(name for name in html.BOXES if name != "input")
"""It prints form controls as blocks, on lines of their own."""
REPORT_BOXES = ("square", "root")


@dataclass(frozen=True)
class Job:
    """A catalogue to print: the case, how its boxes are written, the producer's settings."""

    case: Case
    boxes: str
    how: Any

    @property
    def sheet(self) -> Sheet:
        """What is printed."""
        return compose(self.case.printed, self.case.house)


@dataclass(frozen=True)
class Producer:
    """A program that makes PDF.

    Attributes:
        missing: why it cannot be used on this machine; None if it can.
        boxes: the checkbox encodings it has.
        settings: draws its settings for a case.
        run: prints jobs in a folder; None for one that it refuses.
        losses: what its PDF cannot carry.
        glyphs: the ticks that its font has; None for any.
        faults: what it does not print, or prints so that nobody can read it.
        letters: encodings whose boxes are letters where the symbol font is not installed, told only before options
            of a codelist.
    """

    missing: Callable[[], str | None]
    boxes: Sequence[str]
    settings: Callable[[Case], st.SearchStrategy[Any]]
    run: Callable[[Sequence[Job], Path], list[bytes | None]]
    losses: Sequence[Loss] = (UNMERGED, CUT)
    glyphs: str | None = None
    letters: Sequence[str] = ()
    faults: str = ""

    def job(self, case: Case, boxes: str, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Job:
        """A job, with a tick that the producer's font has."""
        if self.glyphs is not None and case.house.tick not in self.glyphs:
            case = replace(case, house=replace(case.house, tick=self.glyphs[0]))
        return Job(case, boxes, draw(self.settings(case)))


def _libreoffice(jobs: Sequence[Job], folder: Path) -> list[bytes | None]:
    documents = {f"{n}": docx_bytes(job.sheet, ENCODINGS[job.boxes], job.how) for n, job in enumerate(jobs)}
    made = pdf_files(documents, folder)
    return [made[f"{n}"] for n in range(len(jobs))]


def _chromium(jobs: Sequence[Job], folder: Path) -> list[bytes | None]:
    pages = {f"{n}": html.html_text(job.sheet, job.boxes, job.how) for n, job in enumerate(jobs)}
    made = chromium_pdfs(pages, folder)
    return [made[f"{n}"] for n in range(len(jobs))]


def _weasyprint(jobs: Sequence[Job], folder: Path) -> list[bytes | None]:
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    return [HTML(string=html.html_text(j.sheet, j.boxes, j.how)).write_pdf(font_config=fonts) for j in jobs]


def _reportlab(jobs: Sequence[Job], folder: Path) -> list[bytes | None]:
    return [report.report_pdf(job.sheet, job.boxes, *job.how) for job in jobs]


def _merged(case: Case) -> bool:
    return any(cell.rows > 1 for row in compose(case.printed, case.house).table.body for cell in row)


_STYLES = st.builds(html.Style, *[st.booleans()] * 5, size=st.sampled_from((7.0, 8.0, 9.0)), middle=st.booleans())


def _browser_settings(case: Case) -> st.SearchStrategy[html.Style]:
    """Chromium draws the rest of merged cells at wrong heights where rows are kept whole or borders are not shared."""
    return _STYLES.map(lambda style: replace(style, whole_rows=False, collapse=True)) if _merged(case) else _STYLES


def _weasyprint_settings(case: Case) -> st.SearchStrategy[html.Style]:
    """WeasyPrint draws nothing of a merged cell on the next page: such tables are printed on one page."""
    return _STYLES.map(lambda style: replace(style, height=LONG_PAGE)) if _merged(case) else _STYLES


def _report_settings(font: str) -> Callable[[Case], st.SearchStrategy[tuple[str, bool]]]:
    return lambda case: st.tuples(st.just(font), st.booleans())


def _no_weasyprint() -> str | None:
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:  # OSError: Pango is not installed
        return f"WeasyPrint cannot be used: {error}"
    return None


_REFUSED = "It refuses a table with a merged cell that is higher than a page. Its fonts have neither ☑ nor ✓."

PRODUCERS: Mapping[str, Producer] = MappingProxyType(
    {
        "LibreOffice": Producer(
            lambda: None if soffice() else "LibreOffice (soffice) is not installed",
            LIBREOFFICE_BOXES,
            lambda case: st.builds(Structure, cant_split=st.booleans(), repeat_head=st.booleans()),
            _libreoffice,
            letters=("wingdings2-letters",),
            faults="Now and then it leaves out the rest of a merged cell that a page break cuts.",
        ),
        "Chromium": Producer(
            lambda: None if chromium() else "Chromium is not installed",
            tuple(html.BOXES),
            _browser_settings,
            _chromium,
            faults="Where a merged cell is cut it may print lines over each other or below the table; where rows are "
            "kept whole or borders not shared, merged cells end at wrong heights: such tables are not printed here.",
        ),
        "WeasyPrint": Producer(
            _no_weasyprint,
            WEASYPRINT_BOXES,
            _weasyprint_settings,
            _weasyprint,
            faults="It draws nothing of a merged cell on the next page: tables with merged cells are printed on one "
            "long page here. Form controls stand on lines of their own: they are left out.",
        ),
        "reportlab, embedded font": Producer(
            lambda: None if report.truetype() else "the font WenQuanYi Zen Hei (fonts-wqy-zenhei) is not installed",
            REPORT_BOXES,
            _report_settings("embedded"),
            _reportlab,
            glyphs="√●",
            faults=_REFUSED,
        ),
        "reportlab, named font": Producer(
            lambda: None,
            REPORT_BOXES,
            _report_settings("named"),
            _reportlab,
            glyphs="√●",
            faults=_REFUSED,
        ),
    }
)

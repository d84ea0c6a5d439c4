"""mammoth as an oracle: all text that it prints of a document is in gicat's reading, however things nest.

Only what mammoth knows is compared in this direction; gicat also reads symbols, fields and lists that it does not.
"""

from __future__ import annotations

import io
import os

import mammoth
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.parsers.docx.builder import docx, field, form_checkbox, p, r, t, tbl, tc, tr
from tests.parsers.docx.nestings import BLOCKS, BOXES, CELLS, ROWS, RUNS, TABLES
from tests.parsers.docx.reading import characters, prints, read

EXAMPLES = int(os.environ.get("GICAT_FUZZ", "60"))
NOT_PRINTED_BY_BOTH = {"fallback", "moved"}
"""Moved text is deleted where it was, for gicat; mammoth takes the fallback of alternate content, whatever it knows."""

SAME_SIGN = ("plain", "control", "form-checked", "form-default")
"""Boxes for which mammoth prints the character that gicat prints, or none; it knows no symbol fonts."""

words = st.text("政府网站公开目录一二三ABCdef019，。；、（）《》√☑□ ", min_size=1, max_size=8)
merges = st.sampled_from(["", "", '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'])


def wrapped(wrappers: dict[str, object]) -> st.SearchStrategy[object]:
    return st.sampled_from([wrap for name, wrap in wrappers.items() if name not in NOT_PRINTED_BY_BOTH])


def apply(wrap: object, content: str) -> str:
    return str(wrap(content))  # type: ignore[operator]


pieces = st.one_of(
    words.map(r),
    words.map(lambda word: r(t(word[:1]) + "<w:br/>" + t(word[1:]) + "<w:tab/>")),
    st.builds(lambda box, on: box(on), st.sampled_from([BOXES[name] for name in SAME_SIGN]), st.booleans()),
    words.map(lambda word: field(" PAGE ", r(word))),
    st.booleans().map(lambda on: form_checkbox("<w:checked/>" if on else "")),
)
runs = st.builds(apply, wrapped(RUNS), st.lists(pieces, min_size=1, max_size=3).map("".join))
paragraphs = st.lists(runs, max_size=4).map(lambda content: p("".join(content)) if content else p())
block = st.builds(apply, wrapped(BLOCKS), paragraphs)


def table_of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cell = st.builds(apply, wrapped(CELLS), st.builds(tc, st.lists(inner, min_size=1, max_size=2).map("".join), merges))
    row = st.builds(apply, wrapped(ROWS), st.lists(cell, min_size=1, max_size=3).map(lambda cells: tr(*cells)))
    return st.builds(apply, wrapped(TABLES), st.lists(row, min_size=1, max_size=3).map(lambda rows: tbl(*rows)))


bodies = st.lists(st.recursive(block, lambda inner: table_of(st.one_of(block, inner)), max_leaves=4), max_size=3)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(bodies.map("".join))
def test_all_that_mammoth_prints_is_read(body: str) -> None:
    data = docx(body)
    blocks, diagnostics = read(data)
    ours = characters([printed.text for printed in prints(blocks)] + [d.text for d in diagnostics if d.text])
    theirs = characters([mammoth.extract_raw_text(io.BytesIO(data)).value])
    assert not theirs - ours

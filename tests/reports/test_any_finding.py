"""Whatever stands in a document, no report breaks: control characters, lone surrogates, indices beyond the end."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.reports import REPORTS, CheckedFile, Run, concise, github, gitlab, jsonl, junit, sarif, writer
from gicat.reports import json as json_report
from gicat.reports.heads import head_of
from gicat.rules.base import Finding
from tests.reports.building import RULES, document
from tests.reports.test_machines import checked_github, checked_gitlab, checked_junit, checked_sarif

DOCUMENT = head_of(document())
HOSTILE = "\x00\x07\x0b\x1b\x85\r\n\t\u2028\u202e\ud800\udc00\udfff\ufffe\uffff%:,|<>&\"'`]]>[/b]\\一𠀀☑"
texts = st.text(st.one_of(st.sampled_from(HOSTILE), st.characters(exclude_categories=())), max_size=30)
phrases = st.builds(Phrase, texts, texts)
small = st.integers(0, 3)
places = st.builds(
    schema.Place, page=st.none() | small, table=st.none() | small, row=st.none() | small, line=st.none() | small
)
findings = st.builds(
    Finding, st.sampled_from([*RULES, "X999"]), st.sampled_from(Severity), phrases, st.none() | phrases,
    catalogue=st.none() | small, item=st.none() | small, item_id=st.none() | texts,
    field=st.sampled_from([None, "deadline", "contacts", "categories", "unheard of"]),
    quote=st.none() | texts, printed=st.none() | texts, places=st.lists(places, max_size=2).map(tuple),
    certainty=st.sampled_from(["direct", "inherited", "inferred"]), path=texts, key=st.none() | texts, repeat=small,
)  # fmt: skip
files = st.builds(CheckedFile, texts, st.just(DOCUMENT), st.lists(findings, max_size=4).map(tuple))
runs = st.builds(
    Run, st.just("0.1.0"), st.lists(files, max_size=3).map(tuple), st.just(RULES), st.sampled_from(["en", "zh"]),
    st.none() | st.sampled_from(Severity), known=small, hidden=small, color=st.booleans(), width=st.integers(0, 120),
)  # fmt: skip


@given(runs)
@settings(max_examples=60, deadline=None)
def test_every_report_of_random_findings_is_valid(made: Run) -> None:
    count = sum(1 for _ in made.findings())
    checked_sarif(sarif.write(made))
    checked_junit(junit.write(made))
    assert len(checked_gitlab(gitlab.write(made))) == count
    assert len(checked_github(github.write(made))) == count
    assert len(json.loads(json_report.write(made))["files"]) == len(made.files)
    assert [json.loads(line) for line in jsonl.write(made).split("\n")[:-1]].__len__() == count
    assert len(concise.write(made).splitlines()) == count


@given(runs)
@settings(max_examples=60, deadline=None)
def test_every_report_can_be_written_and_is_the_same_again(made: Run) -> None:
    for name in REPORTS:
        text = writer(name)(made)
        assert text.encode("utf-8") == writer(name)(made).encode("utf-8")
        if not (name == "full" and made.color):
            assert "\x1b" not in text and "\x00" not in text
    assert len(github.summary(made).encode()) < 1024 * 1024

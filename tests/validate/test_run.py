"""Rules over documents: order, fingerprints, faults, and one result from a document and from its JSON."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from samples.make import FOLDER, SAMPLES

from gicat import schema
from gicat.diagnostics import Phrase, Severity
from gicat.lexicon.diagnostics import explanations
from gicat.parsers.base import Source
from gicat.pipeline import Options, parse_source
from gicat.rules.base import Finding
from gicat.rules.context import Context, Stated
from gicat.rules.registry import rules
from gicat.rules.run import Checks, check, in_document_order
from gicat.rules.selection import Selection
from gicat.validation import documents_of, validate
from gicat.writers import WriteOptions, write
from tests.cli.made import CATALOGUE
from tests.shared import SHARED, names, needs_shared
from tests.validate.stubs import RULES, Broken


def document(text: str = CATALOGUE) -> schema.Document:
    return parse_source(Source("list.txt", text.encode()), Options())


def checks(*prefixes: str, extra: tuple[Broken, ...] = ()) -> Checks:
    return Checks((*RULES, *extra), Selection(prefixes or ("ALL",)), Context())


def comparable(findings: tuple[Finding, ...]) -> list[tuple[object, ...]]:
    return [(replace(f, fix=None), f.fix and (f.fix.safe, f.fix.before, f.fix.after), f.fingerprint) for f in findings]


def test_findings_are_in_document_order() -> None:
    (found,) = check([("a.txt", document())], checks())
    assert [in_document_order(f) for f in found] == sorted(in_document_order(f) for f in found)
    assert [f.code for f in found][:4] == ["F901", "F901", "V902", "V901"]
    assert {f.path for f in found} == {"a.txt"}


def test_fingerprints_are_unique_in_a_run() -> None:
    one = document()
    found = check([("a.txt", one), ("a.txt", one), ("b.txt", one)], checks())
    prints = [f.fingerprint for findings in found for f in findings]
    assert len(set(prints)) == len(prints)


def test_a_fingerprint_survives_moving_the_row() -> None:
    before = document()
    moved = before.model_copy(deep=True)
    moved.catalogues[0].items.reverse()
    first, second = (check([("a.txt", one)], checks("V"))[0] for one in (before, moved))
    assert {f.fingerprint for f in first} == {f.fingerprint for f in second}
    assert [f.item for f in first] == [f.item for f in second]


def test_batch_rules_see_all_documents() -> None:
    found = check([("a", document()), ("b", document()), ("c", document())], checks("C"))
    assert [[f.message.en for f in findings] for findings in found] == [[], ["number 1"], ["number 2"]]


def test_what_reading_found_is_repeated() -> None:
    one = document()
    item = one.catalogues[0].items[2]
    item.places["content"] = [schema.Place(line=7)]
    item.printed["content"] = "所印内容"
    told = schema.Diagnostic(code="P001", severity="info", message="taken from above", catalogue=0, item=2,
                             field="content", certainty="inferred")  # fmt: skip
    one.diagnostics = [told, schema.Diagnostic(code="R010", severity="warning", message="dropped", text="遗漏")]
    read, inferred = check([("a.txt", one)], checks("R", "P"))[0]
    assert (read.code, read.quote, read.severity) == ("R010", "遗漏", Severity.WARNING)
    assert (inferred.item_id, inferred.field, inferred.printed) == (item.id, "content", "所印内容")
    assert inferred.places == (schema.Place(line=7),)
    assert inferred.certainty == "inferred"
    assert inferred.message == Phrase("taken from above", "taken from above")
    assert read.suggestion == Phrase(explanations()["R010"].action, explanations()["R010"].action_zh)
    assert inferred.suggestion


def test_a_diagnostic_that_points_nowhere_is_still_told() -> None:
    one = document()
    one.diagnostics = [schema.Diagnostic(code="P001", severity="info", message="?", catalogue=9, item=9, field="x")]
    ((found,),) = check([("a.txt", one)], checks("P"))
    assert found.item_id is None


def test_the_fingerprint_of_a_repeated_diagnostic_knows_no_language() -> None:
    english, chinese = (
        parse_source(Source("a.txt", CATALOGUE.encode("gb18030")), Options(language=language))
        for language in ("en", "zh")  # type: ignore[arg-type]
    )
    first, second = (check([("a.txt", one)], checks("R"))[0] for one in (english, chinese))
    assert [f.message for f in first] == [f.message for f in second]
    assert [f.fingerprint for f in first] == [f.fingerprint for f in second]


def test_a_rule_with_a_fault_does_not_cost_the_others() -> None:
    faults: list[tuple[str, Exception]] = []
    (found,) = check(
        [("a.txt", document())], checks(extra=(Broken(),)), lambda label, error: faults.append((label, error))
    )
    assert found
    assert [(label, type(error)) for label, error in faults] == [("a.txt: X901", ZeroDivisionError)]
    with pytest.raises(ZeroDivisionError):
        check([("a.txt", document())], checks(extra=(Broken(),)))


def test_a_run_says_what_reports_need() -> None:
    found = check([("a.txt", document())], checks())[0]
    known = frozenset({found[0].fingerprint, "0" * 16})
    run = validate([("a.txt", document())], checks(), fail_on=Severity.WARNING, baseline=known)
    assert (run.known, run.failed) == (1, True)
    assert len(run.files[0].findings) == len(found) - 1
    assert {"V901", "V902", "F901", "C901"} <= set(run.rules)
    assert list(run.rules) == sorted(run.rules)
    assert run.rules["V901"].help.startswith("Content that mentions")


ALL = Checks(rules(), Selection(), Context())


def assert_equal_from_json(name: str, data: bytes) -> None:
    """Findings in a document and in the JSON that gicat writes of it."""
    read = documents_of(Source(name, data), Options())
    written = write(read, "json", WriteOptions(array=len(read) > 1))
    again = documents_of(Source("list.json", written.encode()), Options())
    first = check([(name, one) for one in read], ALL)
    second = check([("out/list.json", one) for one in again], ALL)
    as_first = [tuple(replace(finding, path=name) for finding in findings) for findings in second]
    assert [comparable(findings) for findings in first] == [comparable(findings) for findings in as_first]
    assert [[f.fingerprint for f in findings] for findings in first] == [[f.fingerprint for f in g] for g in second]
    assert any(first)


@pytest.mark.parametrize("name", SAMPLES)
def test_findings_from_json_equal_those_of_the_document(name: str) -> None:
    assert_equal_from_json(name, (FOLDER / name).read_bytes())


@needs_shared
@pytest.mark.parametrize("name", names("seeds", "*.txt"))
def test_findings_from_json_equal_those_of_the_seed(name: str) -> None:
    assert_equal_from_json(name, Path(SHARED / "seeds" / name).read_bytes())


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.4\n", "致全体职工的一封信".encode()], ids=["empty", "damaged", "letter"]
)
def test_findings_from_json_of_what_could_not_be_read(data: bytes) -> None:
    assert_equal_from_json("list.pdf", data)


def test_facts_hold_for_the_files_of_their_pattern() -> None:
    """A bureau's catalogue without an annual report; towns need none (条例 Art. 49)."""
    guide = CATALOGUE.replace("机构简介", "政府信息公开指南").replace("部门职能", "政府信息公开目录")
    judged = Checks(rules(), Selection(("F006",)), Context(facts=(Stated("towns/*", issuer="township"),)))
    bureau, town = check([("bureaus/a.txt", document(guide)), ("towns/a.txt", document(guide))], judged)
    assert ([f.quote for f in bureau], town) == (["政府信息公开年度报告"], ())


def test_no_document_is_kept() -> None:
    """A thousand catalogues do not fit into memory: each goes when the next one comes, its fixes too."""
    alive: list[weakref.ref[schema.Document]] = []

    def documents() -> Iterator[tuple[str, schema.Document]]:
        for number in range(4):
            if alive:
                gc.collect()
                assert [one() for one in alive[:-1]] == [None] * (len(alive) - 1)
            one = document(CATALOGUE.replace("地址、电话", "地址、、电话：0589—6601001").replace("水利", f"第{number}"))
            alive.append(weakref.ref(one))
            yield f"{number}.txt", one
            del one

    run = validate(documents(), Checks(rules(), Selection(), Context()))
    gc.collect()
    assert [one() for one in alive] == [None] * 4
    assert any(f.fix and f.fix.after for _, f in run.findings())
    assert [len(file.document.catalogues[0].items) for file in run.files] == [5] * 4

"""One catalogue as PDF from every producer, many a run: each parses to what was printed."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import strategies as st

from tests.laws import PRINTED
from tests.laws.law import broken
from tests.laws.misprints import misprint
from tests.laws.producers import PRODUCERS, Job, Producer
from tests.rendering.strategy import cases, drawn

MOST_MISPRINTS = 0.1
"""Of the catalogues that a producer prints: how many it may print so that text is missing or unreadable."""


def jobs(producer: Producer, count: int, number: int = 0) -> list[Job]:
    """Catalogues to print, long and short ones."""

    @st.composite
    def job(draw: Any) -> Job:
        boxes = draw(st.sampled_from(list(producer.boxes)))
        most = draw(st.sampled_from((4, 12)))
        return producer.job(draw(cases(most=most, codelisted=boxes in producer.letters)), boxes, draw)

    return drawn(job(), count, number)


@pytest.mark.external
@pytest.mark.parametrize("name", PRODUCERS)
def test_pdf_reads_back(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    producer = PRODUCERS[name]
    if reason := producer.missing():
        pytest.skip(reason)
    wanted = jobs(producer, PRINTED)
    made = producer.run(wanted, tmp_path_factory.mktemp("printed"))
    found: dict[int, Any] = {}
    count: Counter[str] = Counter()
    for number, (job, data) in enumerate(zip(wanted, made, strict=True)):
        if data is None:
            count["refused"] += 1
            continue
        wrong = broken(job.case, producer.losses, "list.pdf", data)
        if wrong and (why := misprint(job.sheet, data)):
            count[why] += 1
        elif wrong:
            found[number] = (job.boxes, job.how, wrong)
    assert found == {}
    assert count.pop("refused", 0) <= 1 + PRINTED // 4
    assert sum(count.values()) <= max(1, MOST_MISPRINTS * PRINTED), count

"""What is near on a page."""

from __future__ import annotations

import time

from gicat.parsers.pdf.near import Near


def test_a_huge_box_is_looked_through_as_fast_as_a_small_one() -> None:
    near = Near([(10.0 * n, 5.0, 10.0 * n + 2, 7.0) for n in range(100)], lambda box: box)
    started = time.process_time()
    assert len(list(near.inside((-1e12, -1e12, 1e12, 1e12)))) == 100
    assert sorted(near.inside((5.0, 0.0, 25.0, 10.0))) == [(10.0, 5.0, 12.0, 7.0), (20.0, 5.0, 22.0, 7.0)]
    assert time.process_time() - started < 1

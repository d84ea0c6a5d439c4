"""Mutated samples of every readable format against gicat: a result or a clean error, within limits, and nothing lost.

    python -m tests.fuzz --count 2000                    every format in turn, two worker processes
    python -m tests.fuzz --only docx --seed 7            one format, other mutations
    python -m tests.fuzz --replay docx-7-123             one case again, in this process, with its traceback
    python -m tests.fuzz --replay docx-7-123 --save x    and its bytes into a file

A case is named by format, seed and number; the name alone makes its bytes, so that anybody can have them again.

`samples` are what is mutated; `octets`, `packages`, `portable`, `texts` and `contract` mutate bytes, ZIP and XML, PDF
objects, text, and gicat's JSON; `cases` puts them together; `checks` says what must hold; `workers` runs cases in
processes that end when they hang or eat memory. `tests/test_fuzz.py` runs a fixed budget with the suite.
"""

"""Table structure that a format lost, found again: blocks as printed to paragraphs and grids.

Everything that is inferred here is marked in the cells and told in diagnostics. Text without any
delimiter in which no header is found (`Lines`) passes through. What only text without cells needs is imported
when there is any: it is a third of the modules of a PDF's way.
"""

from __future__ import annotations

from collections.abc import Sequence

from gicat.deadline import Deadline
from gicat.diagnostics import Diagnostic, Result
from gicat.grid import Block, Grid, Lines, Stream
from gicat.recover.compact import compacted
from gicat.recover.continuation import join_continued
from gicat.recover.unruled import unruled_tables


def recover(blocks: Sequence[Block], deadline: Deadline | None = None) -> Result[tuple[Block, ...]]:
    """Paragraphs and grids, whole again: streams cut into tables, tables continued over pages joined.

    What comes after the deadline stays as it is.
    """
    deadline = deadline or Deadline()
    diagnostics: list[Diagnostic] = []
    found: list[Block] = []
    loose = unruled_tables(blocks)
    diagnostics += loose.diagnostics
    for block in loose.value:
        if deadline.over():
            found.append(block)
        elif isinstance(block, Stream):
            from gicat.recover.stream_tables import stream_blocks

            result = stream_blocks(block)
            found += result.value
            diagnostics += result.diagnostics
        elif isinstance(block, Lines):
            result = _of_lines(block, deadline)
            found += result.value
            diagnostics += result.diagnostics
        else:
            found.append(compacted(block) if isinstance(block, Grid) else block)
    joined = join_continued(found)
    return Result.of(tuple(joined.value), [*diagnostics, *joined.diagnostics])


def _of_lines(block: Lines, deadline: Deadline) -> Result[list[Block]]:
    """The tables of a text without delimiters: by alignment where it is aligned, else by what its words look like."""
    from gicat.recover.fixed_width import fixed_blocks
    from gicat.recover.flowing import flowing_blocks

    aligned = fixed_blocks(block) if block.aligned else []
    return Result(list(aligned)) if aligned else flowing_blocks(block, deadline)

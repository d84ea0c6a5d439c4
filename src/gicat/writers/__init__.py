"""Documents to text: one module per output format, which sees the schema and nothing else."""

from gicat.writers.base import WriteOptions
from gicat.writers.registry import WRITERS, write

__all__ = ["WRITERS", "WriteOptions", "write"]

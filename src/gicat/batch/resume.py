"""Whether what an earlier run did still holds, so that it need not be done again."""

from __future__ import annotations

import hashlib

from gicat import schema
from gicat.__about__ import __version__
from gicat.batch.combined import Parts, part_of
from gicat.batch.job import Job, load
from gicat.batch.manifest import Record
from gicat.batch.outputs import Outputs
from gicat.batch.plan import Entry


class Earlier:
    """Compares lines of the manifest with what is there now."""

    def __init__(self, job: Job, outputs: Outputs, parts: Parts | None) -> None:
        self._job = job
        self._fingerprint = job.fingerprint()
        self._outputs = outputs
        self._parts = parts

    def holds(self, record: Record, entry: Entry, output: str) -> bool:
        """Whether input, version of gicat and options are the same, and the result is as it was written.

        What failed is always done again: the cause may be gone, and the time it takes is bounded.
        """
        if record.status not in ("converted", "partial") or record.output != output:
            return False
        if (record.gicat, record.job) != (__version__, self._fingerprint):
            return False
        result = self._outputs.read(output)
        if result is None or hashlib.sha256(result).hexdigest() != record.output_sha256:
            return False
        data = load(entry, self._job.options)
        if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != record.sha256:
            return False
        return self._in_parts(record, result)

    def _in_parts(self, record: Record, result: bytes) -> bool:
        """Whether the combined file has what it needs; a result in JSON holds that too."""
        if not self._parts or not self._job.combined or not record.sha256:
            return True
        if self._parts.has(record.name, record.sha256):
            return True
        if self._job.format != "json":
            return False
        (document,) = schema.from_json(result)
        part = part_of(document, record.name, self._job.combined, self._job.write)
        self._parts.add(record.name, record.sha256, part)
        return True

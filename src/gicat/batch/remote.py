"""What runs inside a worker of a cluster: the same isolated processes, so that a bad file never costs the worker."""

from __future__ import annotations

import pickle
from threading import Lock

from gicat.batch.isolated import Child
from gicat.batch.job import Outcome


class _Crew:
    """The processes of one run in one worker, as many as it has threads."""

    def __init__(self) -> None:
        self.idle: list[Child] = []
        self.all: list[Child] = []


_CREWS: dict[str, _Crew] = {}
_LOCK = Lock()


def work_on(run: str, settings: bytes, task: bytes) -> Outcome:
    """What comes of a pickled task; `settings` are the pickled job and bounds of the run of this name.

    Raises as `Child.run`.
    """
    with _LOCK:
        crew = _CREWS.setdefault(run, _Crew())
        if crew.idle:
            child = crew.idle.pop()
        else:
            child = Child(*pickle.loads(settings))
            crew.all.append(child)
    try:
        return child.run(pickle.loads(task))
    finally:
        with _LOCK:
            crew.idle.append(child)


def dismiss(run: str) -> None:
    """Ends the processes of a run, busy ones too."""
    with _LOCK:
        crew = _CREWS.pop(run, _Crew())
    for child in crew.all:
        child.end()

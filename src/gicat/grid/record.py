"""Values that a file has hundreds of thousands of: frozen for who writes code, and for the type checker.

A frozen dataclass sets each field past its own guard, which takes longer than all else there is to making one; at run
time there is no guard here. Nobody may change a record: they are shared, and keys of what is remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, slots: bool) -> object:
        """`dataclass(frozen=True, slots=True)` without the guard: equal and hashed by value."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["record"]

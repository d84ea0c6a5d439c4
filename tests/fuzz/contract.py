"""Mutations of gicat's own JSON, as somebody's program may write it."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from tests.fuzz import nasty, octets

Path = list[Any]
_OTHERS = (
    None,
    True,
    False,
    0,
    -1,
    10**30,
    1.5,
    1e308,
    float("nan"),
    "",
    [],
    {},
    [[]],
    [None],
    {"": None},
    {"text": None},
)


def mutate(data: bytes, rng: Random) -> bytes:
    """One to five changes of the tree, then perhaps of the bytes."""
    tree = json.loads(data)
    for _ in range(rng.randint(1, 5)):
        tree = _changed(tree, rng)
    if rng.random() < 0.08:
        tree = [tree] * rng.choice((0, 1, 2, 5))
    if rng.random() < 0.03:
        tree = _deep(tree, rng.choice((10, 200, 5000)))
    written = _dumps(tree, rng.random() < 0.5)
    return octets.mutate(written, rng) if rng.random() < 0.1 else written


def _dumps(tree: Any, ascii_only: bool) -> bytes:
    try:
        return json.dumps(tree, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    except RecursionError:
        return b"[" * 5000


def _deep(tree: Any, levels: int) -> Any:
    for _ in range(levels):
        tree = [tree] if levels % 2 else {"catalogues": tree}
    return tree


def _spots(tree: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) of a tree."""
    found: list[tuple[Any, Any]] = []
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        keys = list(node) if isinstance(node, dict) else range(len(node))
        for key in keys:
            found.append((node, key))
            if isinstance(node[key], dict | list):
                waiting.append(node[key])
    return found


def _changed(tree: Any, rng: Random) -> Any:
    spots = _spots(tree) if isinstance(tree, dict | list) else []
    if not spots:
        return tree
    node, key = rng.choice(spots)
    kind = rng.randrange(8)
    if kind == 0:
        del node[key]
    elif kind in (1, 2):
        node[key] = nasty.text(rng) if rng.random() < 0.9 else "\ud800"
    elif kind == 3:
        node[key] = rng.choice(_OTHERS)
    elif kind == 4:
        other, place = rng.choice(spots)
        node[key] = json.loads(json.dumps(other[place])) if _kept(other, place) else None
    elif kind == 5 and isinstance(node, list):
        node[key:key] = [node[key]] * rng.choice((1, 2, 50))
    elif kind == 6 and isinstance(node, list):
        rng.shuffle(node)
    elif isinstance(node[key], int | float) and not isinstance(node[key], bool):
        node[key] = rng.choice((-1, 0, node[key] + 1, 10**9, 10**30))
    elif isinstance(node[key], str) and node[key]:
        at = rng.randrange(len(node[key]))
        node[key] = node[key][:at] + nasty.text(rng) + node[key][at + 1 :]
    return tree


def _kept(node: Any, key: Any) -> bool:
    """Whether a spot is still there after other changes."""
    return key in node if isinstance(node, dict) else key < len(node)

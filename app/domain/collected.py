"""Texts that a class writes: read by the staff first, seen by others only when somebody approved them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class Decision(StrEnum):
    """What became of a text. `HANDED` to the teacher: it is in nobody else's list any more."""

    NEW = "new"
    SHOWN = "shown"
    HIDDEN = "hidden"
    HANDED = "handed"


@dataclass(frozen=True)
class Said:
    """A text under the key that decisions name, and how many wrote it; equal words of a cloud are one."""

    key: str
    text: str
    decision: Decision = Decision.NEW
    count: int = 1


def collect(texts: Iterable[tuple[str, str]], decided: Mapping[str, Decision]) -> tuple[Said, ...]:
    """`texts` as (key, text), in the order they came; those with the same key become one under the first wording."""
    found: dict[str, Said] = {}
    for key, text in texts:
        if key in found:
            found[key] = replace(found[key], count=found[key].count + 1)
        else:
            found[key] = Said(key, text, decided.get(key, Decision.NEW))
    return tuple(found.values())

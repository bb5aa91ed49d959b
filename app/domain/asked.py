"""A question as the person who answers sees it: no solution, no reasons, in the order that was drawn."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.content import Choice, Groups, Mark, Order, Question
from app.domain.grading import shuffled

LETTERS = "ABCDEF"


@dataclass(frozen=True)
class Entry:
    """One thing to choose, place or mark."""

    id: str
    text: str
    letter: str = ""


@dataclass(frozen=True)
class Asked:
    """All that a page needs to ask; safe to send to any device.

    `entries` are the options of a choice, the items of an order or of groups, the lines of a message;
    `groups` the places items go to; `marks` the means a line can be marked for; `sender` the message's sender.
    """

    id: str
    kind: str
    prompt: str
    entries: tuple[Entry, ...]
    groups: tuple[Entry, ...] = ()
    marks: tuple[Entry, ...] = ()
    sender: str = ""


def asked(question: Question, seed: int) -> Asked:
    """`question` in the order that `seed` draws, without anything that tells the answer."""
    drawn = shuffled(question, seed)
    match drawn:
        case Choice():
            entries = tuple(Entry(one.id, one.text, LETTERS[n]) for n, one in enumerate(drawn.options))
            return Asked(drawn.id, drawn.kind, drawn.prompt, entries)
        case Order():
            return Asked(drawn.id, drawn.kind, drawn.prompt, tuple(Entry(one.id, one.text) for one in drawn.items))
        case Groups():
            entries = tuple(Entry(one.id, one.text) for one in drawn.items)
            groups = tuple(Entry(one.id, one.text) for one in drawn.groups)
            return Asked(drawn.id, drawn.kind, drawn.prompt, entries, groups=groups)
        case Mark():
            entries = tuple(Entry(one.id, one.text) for one in drawn.lines)
            marks = tuple(Entry(one.id, one.name) for one in drawn.marks)
            return Asked(drawn.id, drawn.kind, drawn.prompt, entries, marks=marks, sender=drawn.sender)

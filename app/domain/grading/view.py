"""A question and its answer as people see them: what is asked, how it was answered, how it is solved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LETTERS = "ABCDEF"

STATES = {(True, True): "correct", (True, False): "wrong", (False, True): "missed", (False, False): "off"}
"""The state of a piece that was (given, wanted)."""


@dataclass(frozen=True)
class Entry:
    """One thing to choose, place, fill or mark. `group` is the side that it speaks for, where there are two.

    `box` is where a region lies in its picture: left, top, width and height in percent.
    """

    id: str
    text: str
    letter: str = ""
    group: str = ""
    box: tuple[int, ...] = ()


@dataclass(frozen=True)
class Asked:
    """All that a page needs to ask; safe to send to any device: no solution, no reasons.

    `entries` are what is chosen, moved, filled or marked; `groups` the places they go to; `marks` the means a line can
    be marked for; `sender` the message's sender; `text` a statement, or a text with its gaps; `unit` what a number
    counts; `picture` a file among the media of the module at `version`, `alt` what it shows. `counts` says what the
    bars of a result count: "votes" for an entry, how often it was put at its right "places", how often it got "marks",
    or how often it was "right"; "opinions", "texts" and "words" have no right answer.
    """

    id: str
    kind: str
    prompt: str
    entries: tuple[Entry, ...]
    groups: tuple[Entry, ...] = ()
    marks: tuple[Entry, ...] = ()
    sender: str = ""
    text: str = ""
    unit: str = ""
    picture: str = ""
    alt: str = ""
    version: str = ""
    counts: str = "votes"

    @property
    def collects(self) -> bool:
        """Whether people write something that others see only once it is approved."""
        return self.counts in {"texts", "words"}

    @property
    def has_answer(self) -> bool:
        """Whether there is a right answer."""
        return self.counts != "opinions" and not self.collects


@dataclass(frozen=True)
class Piece:
    """One option, item or line as it was answered.

    `state`: correct (given and right), wrong (given and not right), missed (right, but not given), off (neither).
    `belongs` says where a wrong one belongs: a place's number, a group, or the means that a line uses. `place` is the
    id of the group it was put into.
    """

    id: str
    text: str
    state: str
    letter: str = ""
    belongs: str = ""
    note: str = ""
    place: str = ""


@dataclass(frozen=True)
class Solution:
    """The right answer and why; made only after "Auflösen".

    `right` holds the right options, the items in their right order, or the lines to mark; `placed` says where each item
    belongs (item -> group) or what belongs into each gap (gap -> text); `text` is what should have been written.
    """

    right: tuple[str, ...]
    reason: str
    advice: str
    placed: Mapping[str, str] = field(default_factory=dict)
    text: str = ""

"""The state of a live session: one frozen value, the same for everybody who looks at the hour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

RESULT_FROM = 5
"""Votes a result needs before anybody sees it; with fewer, one could tell who answered what."""

MOST_PRESENT = 60
"""More people than this are no class; a larger number is a slip of the finger."""


class Phase(StrEnum):
    """Where the hour stands."""

    LOBBY = "lobby"
    SLIDE = "slide"
    ASKING = "asking"
    CLOSED = "closed"
    DISCUSSING = "discussing"
    REVEALED = "revealed"
    FINISHED = "finished"


class Hands(StrEnum):
    """The show of hands inside an open round: thinking still, then counting."""

    DOWN = "down"
    THINK = "think"
    COUNT = "count"


@dataclass(frozen=True)
class Stop:
    """One slide of the plan: the question it asks, if any, and the options hands can be raised for.

    A question that is not `graded` has no solution to show.
    """

    question: str | None = None
    options: tuple[str, ...] = ()
    graded: bool = True


@dataclass(frozen=True)
class Round:
    """One vote on one question. `tally` holds the counted hands, option -> number."""

    question: str
    number: int
    opened_at: datetime
    closed_at: datetime | None = None
    shown_at: datetime | None = None
    revealed_at: datetime | None = None
    tally: Mapping[str, int] = field(default_factory=dict)

    @property
    def hands(self) -> int:
        """All hands counted in this round."""
        return sum(self.tally.values())


@dataclass(frozen=True)
class State:
    """One live session at one moment.

    `plan` is the module's outline and never changes within the hour; `rounds` holds every round so far in order of
    opening; `holder` is the login that steers; `present` the number of people in the room, asked once.
    """

    plan: tuple[Stop, ...]
    phase: Phase = Phase.LOBBY
    position: int = 0
    rounds: tuple[Round, ...] = ()
    hands: Hands = Hands.DOWN
    present: int | None = None
    holder: int | None = None
    locked: bool = False
    started_at: datetime | None = None
    finished_at: datetime | None = None

    @property
    def stop(self) -> Stop:
        """The slide the hour stands on."""
        return self.plan[self.position]

    @property
    def round(self) -> Round | None:
        """The latest round on the question of this slide, open or not."""
        return self.last_round(self.stop.question)

    @property
    def last_slide(self) -> bool:
        """Nothing comes after this slide."""
        return self.position == len(self.plan) - 1

    def last_round(self, question: str | None) -> Round | None:
        """The latest round on `question`; None when it was not asked yet."""
        return next((one for one in reversed(self.rounds) if one.question == question), None)

    def rounds_of(self, question: str | None) -> tuple[Round, ...]:
        """All rounds on `question`, first to last."""
        return tuple(one for one in self.rounds if one.question == question)

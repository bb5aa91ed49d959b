"""Everything somebody can do to a live session, and the way from JSON to a move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from app.domain.errors import IllegalMove


@dataclass(frozen=True)
class Start:
    """Leave the lobby for the first slide."""


@dataclass(frozen=True)
class Step:
    """Go to the slide with this index."""

    to: int


@dataclass(frozen=True)
class Ask:
    """Open a round on the question of this slide: the first one, or the next after a talk."""


@dataclass(frozen=True)
class Think:
    """Before a count: everybody thinks still, then all show at once."""


@dataclass(frozen=True)
class Count:
    """Start to count the hands."""


@dataclass(frozen=True)
class Tally:
    """So many hands are up for this option."""

    option: str
    count: int


@dataclass(frozen=True)
class Rest:
    """All who were not counted yet raise their hand for this option, but for those who answered by phone.

    `phones` is how many did; as with `login`, the server fills it in.
    """

    option: str
    phones: int = 0


@dataclass(frozen=True)
class Counted:
    """The count is complete; the round stays open for phones."""


@dataclass(frozen=True)
class Close:
    """No more answers in this round."""


@dataclass(frozen=True)
class Show:
    """Show the result of the closed round, without the solution."""


@dataclass(frozen=True)
class Discuss:
    """Talk first; the result stays hidden until the next round is in."""


@dataclass(frozen=True)
class Reveal:
    """Show the solution and the reason."""


@dataclass(frozen=True)
class Present:
    """So many people are in the room."""

    count: int


@dataclass(frozen=True)
class Take:
    """Take the steering right; `login` is filled in from the actor, never from the request."""

    login: int = 0


@dataclass(frozen=True)
class Lock:
    """Lock the board's own hand, or free it again."""

    on: bool


@dataclass(frozen=True)
class Finish:
    """End the hour."""


Move = (
    Start
    | Step
    | Ask
    | Think
    | Count
    | Tally
    | Rest
    | Counted
    | Close
    | Show
    | Discuss
    | Reveal
    | Present
    | Take
    | Lock
    | Finish
)

_MOVES: dict[str, type[Move]] = {
    one.__name__.lower(): one
    for one in (
        Start,
        Step,
        Ask,
        Think,
        Count,
        Tally,
        Rest,
        Counted,
        Close,
        Show,
        Discuss,
        Reveal,
        Present,
        Take,
        Lock,
        Finish,
    )
}
_TYPES: dict[str, type] = {"to": int, "count": int, "option": str, "on": bool}


def name(move: Move) -> str:
    """The move's name in JSON, as in `{"move": "step", "to": 3}`."""
    return type(move).__name__.lower()


def parse(data: Mapping[str, object]) -> Move:
    """The move that `data` names.

    Raises IllegalMove("unknown-move") for a name that does not exist and IllegalMove("bad-move") for missing or
    mistyped values. `login` and `phones` are never read from data.
    """
    kind = _MOVES.get(str(data.get("move")))
    if kind is None:
        raise IllegalMove("unknown-move")
    values: dict[str, Any] = {one.name: data.get(one.name) for one in fields(kind) if one.name in _TYPES}
    if any(type(value) is not _TYPES[key] for key, value in values.items()):
        raise IllegalMove("bad-move")
    return kind(**values)

"""The robot on the grid: cards are laid in a row and run one after the other. Counted from 0, north is up.

A programme is a row of cards: `forward`, `left` and `right` act; `repeat-2` to `repeat-4` repeat the card after them,
or all cards between `open` and `close`. It is right when the robot stands on the goal after the last card.
static/js/activity/robot-rules.js has the same rules; tests/support/robot_runs.json holds both to the same runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.activities.base import Doing

ACTIONS = ("forward", "left", "right")
REPEATS: Mapping[str, int] = {"repeat-2": 2, "repeat-3": 3, "repeat-4": 4}
OPEN, CLOSE = "open", "close"
CARDS = (*ACTIONS, *REPEATS, OPEN, CLOSE)

WALL, GOAL = "#", "Z"
FACINGS = "^>v<"
"""The signs of a start, by the way the robot looks there: north, east, south, west."""
STEPS = ((0, -1), (1, 0), (0, 1), (-1, 0))


Said = dict[tuple[str, ...], tuple[str, ...]]
"""Rows of actions, each with the fewest cards that say it."""


@dataclass(frozen=True)
class Level:
    """One task. `rows` draw the grid: `.` free, `#` wall, `Z` goal, and one of `^ > v <` where the robot starts.

    kind "build": lay at most `slots` of `cards`. kind "fix": one card of `programme` is wrong, another of `cards`
    belongs there.
    """

    kind: str
    task: str
    rows: tuple[str, ...]
    cards: tuple[str, ...]
    slots: int
    programme: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Robot(Doing):
    """Lay cards for a robot, in three levels or so."""

    levels: tuple[Level, ...]
    kind: str = "robot"


@dataclass(frozen=True)
class Spot:
    """Where the robot stands and which way it looks, as an index into FACINGS."""

    x: int
    y: int
    facing: int


@dataclass(frozen=True)
class Run:
    """How a programme went. `end` is goal, wall, missed or broken; `card` is the card that ended it.

    `fault` says why a programme is broken: "nothing" to repeat behind a card, a bracket that stands "lonely", or one
    that is "unclosed". Such a programme does not start.
    """

    end: str
    card: int | None = None
    fault: str = ""
    spots: tuple[Spot, ...] = ()


class Broken(Exception):
    """A row of cards that says nothing a robot could do: at card `card`, because of `fault` (see Run)."""

    def __init__(self, card: int, fault: str) -> None:
        super().__init__(fault)
        self.card = card
        self.fault = fault


def start_of(level: Level) -> Spot:
    """Where the robot starts. Raises StopIteration for a grid without a start."""
    return next(
        Spot(x, y, FACINGS.index(sign))
        for y, row in enumerate(level.rows)
        for x, sign in enumerate(row)
        if sign in FACINGS
    )


def unfold(programme: Sequence[str]) -> list[tuple[int, str]]:
    """The single actions of `programme`, each with the number of its card. Raises Broken."""
    steps, after = _part(programme, 0, inside=False)
    if after != len(programme):
        raise Broken(after, "lonely")
    return steps


def _part(programme: Sequence[str], at: int, *, inside: bool) -> tuple[list[tuple[int, str]], int]:
    """The steps from card `at` on to the end, or to the bracket that closes; and the card behind them."""
    steps: list[tuple[int, str]] = []
    while at < len(programme) and not (inside and programme[at] == CLOSE):
        card = programme[at]
        if card in ACTIONS:
            steps.append((at, card))
            at += 1
        elif card in REPEATS:
            once, at = _repeated(programme, at)
            steps += once * REPEATS[card]
        else:
            raise Broken(at, "lonely")
    return steps, at


def _repeated(programme: Sequence[str], at: int) -> tuple[list[tuple[int, str]], int]:
    """What the repeat card `at` repeats, once; and the card behind it."""
    following = programme[at + 1] if at + 1 < len(programme) else ""
    if following in ACTIONS:
        return [(at + 1, following)], at + 2
    if following != OPEN:
        raise Broken(at, "nothing")
    once, end = _part(programme, at + 2, inside=True)
    if end == len(programme):
        raise Broken(at + 1, "unclosed")
    if not once:
        raise Broken(at, "nothing")
    return once, end + 1


def run(level: Level, programme: Sequence[str]) -> Run:
    """What the robot does with `programme`. It stops at a wall and at the edge."""
    try:
        steps = unfold(programme)
    except Broken as broken:
        return Run("broken", broken.card, broken.fault)
    spot = start_of(level)
    spots: list[Spot] = []
    for card, action in steps:
        after = act(level, spot, action)
        if after is None:
            return Run("wall", card, spots=tuple(spots))
        spot = after
        spots.append(spot)
    last = steps[-1][0] if steps else None
    return Run("goal" if level.rows[spot.y][spot.x] == GOAL else "missed", last, spots=tuple(spots))


def act(level: Level, spot: Spot, action: str) -> Spot | None:
    """Where the robot is after one action; None when something is in the way."""
    if action != "forward":
        return Spot(spot.x, spot.y, (spot.facing + (1 if action == "right" else -1)) % 4)
    x, y = spot.x + STEPS[spot.facing][0], spot.y + STEPS[spot.facing][1]
    free = 0 <= y < len(level.rows) and 0 <= x < len(level.rows[y]) and level.rows[y][x] != WALL
    return Spot(x, y, spot.facing) if free else None


def solve(level: Level) -> tuple[str, ...] | None:
    """A shortest programme of at most `level.slots` cards; None when there is none. Tries everything there is."""
    parts = list(_parts(level.cards, level.slots).items())
    found: dict[Spot, tuple[str, ...]] = {start_of(level): ()}
    for length in range(level.slots + 1):
        for spot in [one for one, cards in found.items() if len(cards) == length]:
            if level.rows[spot.y][spot.x] == GOAL:
                return found[spot]
            for actions, cards in parts:
                after = _walk(level, spot, actions) if length + len(cards) <= level.slots else None
                if after is not None and (after not in found or len(found[after]) > length + len(cards)):
                    found[after] = found[spot] + cards
    return None


def repairs(level: Level) -> tuple[int, ...]:
    """The cards of a "fix" level that another of its cards can be laid for, so that the programme is right."""
    return tuple(place for place, _ in enumerate(level.programme) if any(_repaired(level, place)))


def _repaired(level: Level, place: int) -> Iterator[bool]:
    before, after = level.programme[:place], level.programme[place + 1 :]
    for card in level.cards:
        yield run(level, (*before, card, *after)).end == "goal"


def _parts(cards: Sequence[str], most: int) -> Said:
    """Every single thing that at most `most` cards can say, by what it does: the fewest cards that say it."""
    found: Said = {(card,): (card,) for card in cards if card in ACTIONS}
    for repeat in [one for one in cards if one in REPEATS]:
        for once, said in list(_rows(cards, most - 3).items()) if OPEN in cards and CLOSE in cards else []:
            _keep(found, once * REPEATS[repeat], (repeat, OPEN, *said, CLOSE), most)
        for action in [one for one in cards if one in ACTIONS]:
            _keep(found, (action,) * REPEATS[repeat], (repeat, action), most)
    return found


def _rows(cards: Sequence[str], most: int) -> Said:
    """Everything that a row of at most `most` cards can say."""
    if most < 1:
        return {}
    parts = _parts(cards, most)
    found = dict(parts)
    for once, said in parts.items():
        for more, also in _rows(cards, most - len(said)).items():
            _keep(found, once + more, said + also, most)
    return found


def _keep(found: Said, actions: tuple[str, ...], cards: tuple[str, ...], most: int) -> None:
    if len(cards) <= most and (actions not in found or len(found[actions]) > len(cards)):
        found[actions] = cards


def _walk(level: Level, spot: Spot, actions: Sequence[str]) -> Spot | None:
    here: Spot | None = spot
    for action in actions:
        here = act(level, here, action) if here is not None else None
    return here

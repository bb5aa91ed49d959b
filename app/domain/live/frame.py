"""What each audience may know of a live session, and nothing else.

Templates and JSON are made from these views only, so what a view does not hold cannot leak: the board has no notes,
no names and no solution before "Auflösen"; the seats have no notes and no counts; staff have no answers of anybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.collected import Decision, Said
from app.domain.content import Module
from app.domain.grading import asked, kind_of
from app.domain.grading.view import Asked, Solution
from app.domain.live import moves
from app.domain.live.result import Answers, Result, result
from app.domain.live.rules import back_move, next_move
from app.domain.live.state import Hands, Phase, Round, State
from app.domain.questions import Question

EXPLAIN_BELOW = 0.3
TALK_UP_TO = 0.7
"""Advice for the mentor from curriculum.md section 4.1: explain again, talk and vote again, or move on."""

MOST_UNREAD = 8
"""So many texts at a time are offered for a decision."""


@dataclass(frozen=True)
class Room:
    """What the rows beside the state say about the room."""

    seq: int
    turn: int
    code: str
    seed: int
    """Draws the order of options, the same for the whole hour."""
    seated: int
    boards: int
    holder: str | None
    answers: Mapping[int, Answers]
    """By round number of the question on this slide."""
    said: tuple[Said, ...] = ()
    """What was written in the last round, where the question collects texts."""


@dataclass(frozen=True)
class SlideView:
    """One slide as the plan names it; its text is rendered by its id."""

    id: str
    title: str
    kind: str
    phase: str


@dataclass(frozen=True)
class BoardView:
    """The whole board."""

    seq: int
    turn: int
    phase: Phase
    hands: Hands
    position: int
    slides: tuple[SlideView, ...]
    title: str
    track: str
    code: str
    seated: int
    present: int | None
    locked: bool
    question: Asked | None
    question_number: int
    round_number: int
    answered: int
    tally: Mapping[str, int]
    results: tuple[Result, ...]
    solution: Solution | None
    shown: tuple[Said, ...]
    """The approved texts, once the result is shown; newest last."""
    next: str | None
    back: str | None
    can_discuss: bool
    can_count: bool

    @property
    def slide(self) -> SlideView:
        """The slide the hour stands on."""
        return self.slides[self.position]

    @property
    def expected(self) -> int:
        """How many votes the room can give: the people present, or the seats taken where nobody counted."""
        return max(self.present or 0, self.seated)


@dataclass(frozen=True)
class StaffView:
    """The remote of mentor and teacher: the board plus notes, time plan and the folded result."""

    board: BoardView
    started_at: datetime | None
    plan: tuple[tuple[str, str, int], ...]
    """The phases of the hour as (key, German name, minutes)."""
    say: str
    remote: str
    next_title: str
    result: Result | None
    unread: tuple[Said, ...]
    """The texts nobody has decided about, oldest first, and how many more there are."""
    more_unread: int
    approved: tuple[Said, ...]
    advice: str | None
    holder: str | None
    holder_login: int | None
    boards: int


@dataclass(frozen=True)
class SeatsView:
    """Every phone in the room sees this same view; what is a seat's own comes with a GET of its own."""

    seq: int
    phase: Phase
    title: str
    track: str
    code: str
    question: Asked | None
    question_number: int
    round_number: int
    paper: bool
    solution: Solution | None
    result: Result | None


def board_view(state: State, module: Module, room: Room) -> BoardView:
    """The frame for the board."""
    question = _question(state, module)
    round_ = state.round
    solved = round_ is not None and round_.revealed_at is not None
    following, before = next_move(state), back_move(state)
    return BoardView(
        seq=room.seq,
        turn=room.turn,
        phase=state.phase,
        hands=state.hands,
        position=state.position,
        slides=tuple(SlideView(one.id, one.title, one.kind, one.phase) for one in module.slides),
        title=module.title,
        track=module.track,
        code=room.code,
        seated=room.seated,
        present=state.present,
        locked=state.locked,
        question=asked(question, room.seed, module.version) if question else None,
        question_number=_number(state),
        round_number=round_.number if round_ else 0,
        answered=_answered(round_, room),
        tally=round_.tally if round_ and state.phase is Phase.ASKING else {},
        results=_results(state, question, room, solved=solved),
        solution=kind_of(question).solution(question) if question and solved else None,
        shown=_approved(question, room) if round_ and round_.shown_at else (),
        next=moves.name(following) if following else None,
        back=moves.name(before) if before else None,
        can_discuss=state.phase is Phase.CLOSED and round_ is not None and round_.shown_at is None,
        can_count=state.phase is Phase.ASKING and state.hands is Hands.DOWN and bool(state.stop.options),
    )


def staff_view(state: State, module: Module, room: Room, minutes: int) -> StaffView:
    """The frame for the staff of the hour; `minutes` is the planned length, 45 or 90."""
    slide = module.slides[state.position]
    question, round_ = _question(state, module), state.round
    folded = None
    if question and round_:
        folded = result(question, round_, room.answers.get(round_.number, Answers()), room.seed, solved=True)
    unread = tuple(one for one in room.said if one.decision is Decision.NEW)
    following = module.slides[state.position + 1].title if not state.last_slide else ""
    return StaffView(
        board=board_view(state, module, room),
        started_at=state.started_at,
        plan=tuple((one.key, one.name, one.minutes_90 if minutes >= 90 else one.minutes_45) for one in module.phases),
        say=slide.say,
        remote=slide.remote,
        next_title=following,
        result=folded,
        unread=unread[:MOST_UNREAD],
        more_unread=max(0, len(unread) - MOST_UNREAD),
        approved=_approved(question, room),
        advice=advice(state, folded),
        holder=room.holder,
        holder_login=state.holder,
        boards=room.boards,
    )


def seats_view(state: State, module: Module, room: Room) -> SeatsView:
    """The frame for the phones. It does not change while answers come in, so nothing is sent to them then."""
    question, round_ = _question(state, module), state.round
    solved = round_ is not None and round_.revealed_at is not None
    shown = round_ is not None and round_.shown_at is not None
    return SeatsView(
        seq=room.seq,
        phase=state.phase,
        title=module.title,
        track=module.track,
        code=room.code,
        question=asked(question, room.seed, module.version) if question and round_ else None,
        question_number=_number(state),
        round_number=round_.number if round_ else 0,
        paper=state.hands is not Hands.DOWN,
        solution=kind_of(question).solution(question) if question and solved else None,
        result=_results(state, question, room, solved=solved)[-1] if question and shown else None,
    )


def advice(state: State, folded: Result | None) -> str | None:
    """What a first vote suggests: "explain", "talk" or "go-on"; None while nothing can be said."""
    if state.phase is not Phase.CLOSED or folded is None or folded.right_share is None:
        return None
    if folded.right_share < EXPLAIN_BELOW:
        return "explain"
    return "talk" if folded.right_share <= TALK_UP_TO and folded.number == 1 else "go-on"


def _question(state: State, module: Module) -> Question | None:
    return module.question(state.stop.question) if state.stop.question else None


def _approved(question: Question | None, room: Room) -> tuple[Said, ...]:
    """The newest texts that may be seen, as many as find room on the board."""
    most = kind_of(question).collects if question else 0
    return tuple(one for one in room.said if one.decision is Decision.SHOWN)[-most:] if most else ()


def _number(state: State) -> int:
    """This question's number among the questions of the hour, from 1."""
    return sum(1 for one in state.plan[: state.position + 1] if one.question)


def _answered(round_: Round | None, room: Room) -> int:
    return room.answers.get(round_.number, Answers()).seats + round_.hands if round_ else 0


def _results(state: State, question: Question | None, room: Room, *, solved: bool) -> tuple[Result, ...]:
    """All rounds of this question once the last one is shown; nothing before, so that a talk stays open."""
    last = state.round
    if question is None or last is None or last.shown_at is None:
        return ()
    return tuple(
        result(question, one, room.answers.get(one.number, Answers()), room.seed, solved=solved)
        for one in state.rounds_of(question.id)
    )

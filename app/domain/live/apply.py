"""The one function that changes a live session's state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.domain.errors import IllegalMove
from app.domain.live import moves
from app.domain.live.state import MOST_PRESENT, Hands, Phase, Round, State


def apply(state: State, move: moves.Move, now: datetime) -> State:
    """The state after `move`.

    Raises IllegalMove with a code when the state does not allow it: "finished", "not-started", "no-slide",
    "no-question", "not-open", "not-closed", "too-many", "no-option", "no-present", "already".
    """
    if state.phase is Phase.FINISHED:
        raise IllegalMove("finished")
    return _MOVES[type(move)](state, move, now)


def _start(state: State, move: moves.Start, now: datetime) -> State:
    _need(state.phase is Phase.LOBBY, "already")
    return replace(state, phase=Phase.SLIDE, position=0, started_at=now)


def _step(state: State, move: moves.Step, now: datetime) -> State:
    _need(state.phase is not Phase.LOBBY, "not-started")
    _need(0 <= move.to < len(state.plan), "no-slide")
    state = _close_open_round(state, now)
    state = replace(state, position=move.to)
    return replace(state, phase=_phase_on_arrival(state))


def _phase_on_arrival(state: State) -> Phase:
    """Coming back to a question never opens its round again: it is closed, or revealed, as it was left."""
    if state.round is None:
        return Phase.SLIDE
    return Phase.REVEALED if state.round.revealed_at else Phase.CLOSED


def _ask(state: State, move: moves.Ask, now: datetime) -> State:
    question = state.stop.question
    if question is None:
        raise IllegalMove("no-question")
    _need(state.phase in {Phase.SLIDE, Phase.DISCUSSING}, "already")
    number = len(state.rounds_of(question)) + 1
    rounds = (*state.rounds, Round(question, number, opened_at=now))
    return replace(state, phase=Phase.ASKING, rounds=rounds, hands=Hands.DOWN)


def _think(state: State, move: moves.Think, now: datetime) -> State:
    _need(state.phase is Phase.ASKING, "not-open")
    _need(bool(state.stop.options), "no-option")
    return replace(state, hands=Hands.THINK)


def _count(state: State, move: moves.Count, now: datetime) -> State:
    _need(state.phase is Phase.ASKING, "not-open")
    _need(bool(state.stop.options), "no-option")
    return replace(state, hands=Hands.COUNT)


def _tally(state: State, move: moves.Tally, now: datetime) -> State:
    _need(state.phase is Phase.ASKING and state.hands is Hands.COUNT, "not-open")
    _need(move.option in state.stop.options, "no-option")
    _need(0 <= move.count <= MOST_PRESENT, "too-many")
    round_ = _round(state)
    others = round_.hands - round_.tally.get(move.option, 0)
    _need(state.present is None or others + move.count <= state.present, "too-many")
    return _with_round(state, replace(round_, tally={**round_.tally, move.option: move.count}))


def _rest(state: State, move: moves.Rest, now: datetime) -> State:
    if state.present is None:
        raise IllegalMove("no-present")
    round_ = _round(state)
    others = round_.hands - round_.tally.get(move.option, 0)
    return _tally(state, moves.Tally(move.option, max(0, state.present - others - move.phones)), now)


def _counted(state: State, move: moves.Counted, now: datetime) -> State:
    _need(state.phase is Phase.ASKING and state.hands is Hands.COUNT, "not-open")
    return replace(state, hands=Hands.DOWN)


def _close(state: State, move: moves.Close, now: datetime) -> State:
    _need(state.phase is Phase.ASKING, "not-open")
    return replace(_close_open_round(state, now), phase=Phase.CLOSED)


def _show(state: State, move: moves.Show, now: datetime) -> State:
    _need(state.phase is Phase.CLOSED, "not-closed")
    _need(_round(state).shown_at is None, "already")
    return _with_round(state, replace(_round(state), shown_at=now))


def _discuss(state: State, move: moves.Discuss, now: datetime) -> State:
    _need(state.phase is Phase.CLOSED and _round(state).shown_at is None, "not-closed")
    return replace(state, phase=Phase.DISCUSSING)


def _reveal(state: State, move: moves.Reveal, now: datetime) -> State:
    _need(state.phase in {Phase.CLOSED, Phase.DISCUSSING}, "not-closed")
    round_ = _round(state)
    round_ = replace(round_, shown_at=round_.shown_at or now, revealed_at=now)
    return replace(_with_round(state, round_), phase=Phase.REVEALED)


def _present(state: State, move: moves.Present, now: datetime) -> State:
    _need(1 <= move.count <= MOST_PRESENT, "too-many")
    _need(state.phase is not Phase.ASKING or _round(state).hands <= move.count, "too-many")
    return replace(state, present=move.count)


def _take(state: State, move: moves.Take, now: datetime) -> State:
    return replace(state, holder=move.login)


def _lock(state: State, move: moves.Lock, now: datetime) -> State:
    return replace(state, locked=move.on)


def _finish(state: State, move: moves.Finish, now: datetime) -> State:
    _need(state.phase is not Phase.LOBBY, "not-started")
    return replace(_close_open_round(state, now), phase=Phase.FINISHED, finished_at=now)


def _close_open_round(state: State, now: datetime) -> State:
    if state.phase is not Phase.ASKING:
        return state
    return replace(_with_round(state, replace(_round(state), closed_at=now)), hands=Hands.DOWN)


def _round(state: State) -> Round:
    if state.round is None:
        raise IllegalMove("not-open")
    return state.round


def _with_round(state: State, changed: Round) -> State:
    """`state` with its current round replaced."""
    rounds = tuple(
        changed if (one.question, one.number) == (changed.question, changed.number) else one for one in state.rounds
    )
    return replace(state, rounds=rounds)


def _need(condition: bool, code: str) -> None:
    if not condition:
        raise IllegalMove(code)


_MOVES: dict[type, Callable[[State, Any, datetime], State]] = {
    moves.Start: _start,
    moves.Step: _step,
    moves.Ask: _ask,
    moves.Think: _think,
    moves.Count: _count,
    moves.Tally: _tally,
    moves.Rest: _rest,
    moves.Counted: _counted,
    moves.Close: _close,
    moves.Show: _show,
    moves.Discuss: _discuss,
    moves.Reveal: _reveal,
    moves.Present: _present,
    moves.Take: _take,
    moves.Lock: _lock,
    moves.Finish: _finish,
}

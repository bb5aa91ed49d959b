"""Who may move, and which move comes next: the rules beside `apply`."""

from __future__ import annotations

from app.domain.errors import NotAllowed
from app.domain.live import moves
from app.domain.live.state import Hands, Phase, State
from app.domain.roles import Actor, Board, Staff


def check_hand(state: State, actor: Actor, move: moves.Move) -> None:
    """Raise NotAllowed unless `actor` may make `move` now.

    The holder may do everything. Other staff may only take the right. The paired board is the room's own hand:
    it may do everything but take the right or lock itself, unless it is locked.
    """
    if isinstance(actor, Staff):
        if state.holder != actor.login and not isinstance(move, moves.Take):
            raise NotAllowed("not-holder")
    elif isinstance(actor, Board):
        if isinstance(move, moves.Take | moves.Lock):
            raise NotAllowed("staff-only")
        if state.locked:
            raise NotAllowed("board-locked")
    else:
        raise NotAllowed("staff-only")


def next_move(state: State) -> moves.Move | None:
    """What "Weiter" does now; None when the hour is over. The name of this move is what the button says."""
    round_ = state.round
    match state.phase:
        case Phase.FINISHED:
            return None
        case Phase.LOBBY:
            return moves.Start()
        case Phase.ASKING if state.hands is Hands.THINK:
            return moves.Count()
        case Phase.ASKING if state.hands is Hands.COUNT:
            return moves.Counted()
        case Phase.ASKING:
            return moves.Close()
        case Phase.CLOSED if round_ and round_.shown_at is None:
            return moves.Show()
        case Phase.CLOSED if state.stop.graded:
            return moves.Reveal()
        case Phase.DISCUSSING:
            return moves.Ask()
        case Phase.SLIDE if state.stop.question and round_ is None:
            return moves.Ask()
    return moves.Finish() if state.last_slide else moves.Step(state.position + 1)


def back_move(state: State) -> moves.Move | None:
    """What "Zurück" does now; None at the start and after the end."""
    if state.phase in {Phase.LOBBY, Phase.FINISHED} or state.position == 0:
        return None
    return moves.Step(state.position - 1)

"""Rows to state and back: the only place that knows both."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.db.models import LiveSession, Round, Tally
from app.domain.content import Module
from app.domain.grading import kind_of
from app.domain.live import Hands, Phase, State, Stop
from app.domain.live import Round as RoundState


def outline(module: Module) -> tuple[Stop, ...]:
    """The plan of an hour with `module`: a stop for each slide. Hands can be counted where a kind allows it."""
    stops = []
    for slide in module.slides:
        question = module.question(slide.question) if slide.question else None
        kind = kind_of(question) if question else None
        stops.append(
            Stop(slide.question, kind.hands(question), kind.graded) if kind and question else Stop(slide.question)
        )
    return tuple(stops)


def rounds_of(session: Session, live: LiveSession) -> list[Round]:
    """All rounds of `live` with their tallies, in order of opening: two statements."""
    found = select(Round).where(Round.live_id == live.id).order_by(Round.id).options(selectinload(Round.tallies))
    return list(session.scalars(found.execution_options(populate_existing=True)))


def state_of(live: LiveSession, rounds: list[Round], module: Module) -> State:
    """The state that the rows of `live` stand for."""
    return State(
        plan=outline(module),
        phase=Phase(live.phase),
        position=live.position,
        rounds=tuple(_round_state(one) for one in rounds),
        hands=Hands(live.hands),
        present=live.present,
        holder=live.holder_id,
        locked=live.locked,
        started_at=live.started_at,
        finished_at=live.finished_at,
    )


def save(session: Session, live: LiveSession, rounds: list[Round], state: State) -> None:
    """Write `state` into the rows: `live`, changed rounds, and rounds that are new."""
    live.phase, live.position, live.hands = state.phase, state.position, state.hands
    live.present, live.locked = state.present, state.locked
    live.holder_id = state.holder
    live.started_at, live.finished_at = state.started_at, state.finished_at
    if state.finished_at:
        live.status = "finished"
    rows = {(one.question, one.number): one for one in rounds}
    for one in state.rounds:
        row = rows.get((one.question, one.number))
        if row is None:
            row = Round(live_id=live.id, question=one.question, number=one.number, opened_at=one.opened_at)
            session.add(row)
        row.closed_at, row.shown_at, row.revealed_at = one.closed_at, one.shown_at, one.revealed_at
        _save_tally(row, one)


def _save_tally(row: Round, state: RoundState) -> None:
    counted = {one.option: one for one in row.tallies}
    for option, count in state.tally.items():
        if option in counted:
            counted[option].count = count
        else:
            row.tallies.append(Tally(option=option, count=count))


def _round_state(row: Round) -> RoundState:
    return RoundState(
        question=row.question,
        number=row.number,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        shown_at=row.shown_at,
        revealed_at=row.revealed_at,
        tally={one.option: one.count for one in row.tallies},
    )

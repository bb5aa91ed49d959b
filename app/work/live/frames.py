"""From rows to the view of an audience, in a constant number of statements."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Integer, cast, func, select
from sqlalchemy.orm import Session

from app.db.models import Attempt, Board, LiveSession, Login, Round, Seat, Staff
from app.domain.collected import Said
from app.domain.content import Module
from app.domain.grading import kind_of, votes
from app.domain.live.frame import BoardView, Room, SeatsView, StaffView, board_view, seats_view, staff_view
from app.domain.live.result import Answers
from app.domain.live.state import State
from app.work.library import module_at
from app.work.live.entries import said_in
from app.work.live.state import rounds_of, state_of

View = BoardView | StaffView | SeatsView


def view_for(session: Session, live: LiveSession, audience: str) -> View:
    """What `audience` (board, staff or seats) may see of `live` now. Nine statements at the most."""
    module = module_at(session, live.version)
    rounds = rounds_of(session, live)
    state = state_of(live, rounds, module)
    room = _room(session, live, state, rounds, module)
    if audience == "board":
        return board_view(state, module, room)
    if audience == "staff":
        return staff_view(state, module, room, live.minutes)
    return seats_view(state, module, room)


def round_key(session: Session, live: LiveSession, question: str, number: int) -> str | None:
    """The key under which answers to this round are sent."""
    return session.scalar(
        select(Round.key).where(Round.live_id == live.id, Round.question == question, Round.number == number)
    )


def _room(session: Session, live: LiveSession, state: State, rounds: list[Round], module: Module) -> Room:
    seated = select(func.count()).where(Seat.live_id == live.id, Seat.kicked_at.is_(None)).scalar_subquery()
    boards = select(func.count()).where(Board.live_id == live.id, Board.revoked_at.is_(None)).scalar_subquery()
    holder = (
        select(Staff.first_name)
        .join(Login, Login.staff_id == Staff.id)
        .where(Login.id == live.holder_id)
        .scalar_subquery()
    )
    row = session.execute(select(seated.label("seated"), boards.label("boards"), holder.label("holder"))).one()
    asked = [one for one in rounds if one.question == state.stop.question]
    return Room(
        seq=live.seq,
        turn=live.turn,
        code=live.join_code or "",
        seed=live.seed,
        seated=row.seated,
        boards=row.boards,
        holder=row.holder,
        answers=_answers(session, asked, module),
        said=_said(session, asked, module),
    )


def _said(session: Session, rounds: list[Round], module: Module) -> tuple[Said, ...]:
    """What was written in the last round, where its question collects texts."""
    question = module.question(rounds[-1].question) if rounds else None
    return said_in(session, rounds[-1], question) if question and kind_of(question).collects else ()


def _answers(session: Session, rounds: list[Round], module: Module) -> dict[int, Answers]:
    """Answers by round number, equal responses grouped by the database: late ones are in no result."""
    if not rounds:
        return {}
    question = module.question(rounds[0].question)
    numbers = {one.id: one.number for one in rounds}
    found = session.execute(
        select(Attempt.round_id, Attempt.response, func.count(), func.sum(cast(Attempt.correct, Integer)))
        .where(Attempt.round_id.in_(numbers), Attempt.late.is_(False))
        .group_by(Attempt.round_id, Attempt.response)
    )
    seats: dict[int, int] = defaultdict(int)
    right: dict[int, int] = defaultdict(int)
    counts: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for round_id, response, times, correct in found:
        seats[numbers[round_id]] += times
        right[numbers[round_id]] += correct
        for id_ in votes(question, response):
            counts[numbers[round_id]][id_] += times
    return {number: Answers(seats[number], dict(counts[number]), right[number]) for number in numbers.values()}

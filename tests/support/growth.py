"""Make the demo world several times as large, with most of the new rows where everybody's pages look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from app.db.base import Base, new_key
from app.db.models import (
    Attempt,
    Board,
    Group,
    LiveSession,
    LiveStaff,
    Membership,
    Placement,
    Pupil,
    Round,
    Seat,
    Staff,
    Standing,
    Tally,
)
from app.domain.content import Module
from app.domain.questions import Choice
from app.work.tokens import hash_of, new_hour_key, new_token

KINDS = (Attempt, Board, Group, LiveSession, LiveStaff, Membership, Placement, Pupil, Round, Seat, Standing, Tally)
"""What a page could ask for row by row."""

Row = dict[str, Any]


def sizes(session: Session) -> dict[str, int]:
    """How many rows there are of each kind."""
    return {one.__name__: session.scalar(select(func.count()).select_from(one)) or 0 for one in KINDS}


def grow(session: Session, group: Group, live: LiveSession, module: Module, times: int) -> None:
    """For each row of a kind so many more: pupils in `group`, answers, groups, hours, guests and boards in `live`."""
    staff = session.scalars(select(Staff.id)).all()
    _practise(session, times)
    _enrol(session, group, times)
    _plan(session, live, _found(session, group, staff, times), staff)
    _fill(session, live, times)
    _ask(session, module)


def _practise(session: Session, times: int) -> None:
    """Everybody answers everything again, at home."""
    again = {"round_id": None, "seat_id": None}
    _add(session, Attempt, ({**one, **again, "key": new_key()} for one in _more(session, Attempt, times)))


def _enrol(session: Session, group: Group, times: int) -> None:
    """More pupils, all in `group`, with as many standings each as somebody has."""
    known = {one["competence"]: one for one in _rows(session, Standing)}
    last = max(session.scalars(select(Membership.list_number).where(Membership.group_id == group.id)))
    pupils = [
        Pupil(school_id=group.school_id, name=f"{one['name']} {place}")
        for place, one in enumerate(_more(session, Pupil, times), start=last + 1)
    ]
    session.add_all(pupils)
    session.flush()
    since = session.scalars(select(Membership.since).where(Membership.group_id == group.id)).first()
    places = enumerate(pupils, start=last + 1)
    _add(
        session,
        Membership,
        ({"group_id": group.id, "pupil_id": one.id, "list_number": place, "since": since} for place, one in places),
    )
    _add(session, Standing, ({**row, "pupil_id": one.id} for one in pupils for row in known.values()))


def _found(session: Session, group: Group, staff: Sequence[int], times: int) -> list[int]:
    """More groups like `group`, with everybody of the staff and a pupil of `group` in each."""
    groups = [
        Group(school_id=group.school_id, year_id=group.year_id, kind="course", name=f"Kurs {new_key()}")
        for _ in _more(session, Group, times)
    ]
    session.add_all(groups)
    session.flush()
    member = session.scalars(select(Membership).where(Membership.group_id == group.id)).first()
    assert member is not None
    _add(
        session,
        Placement,
        ({"staff_id": who, "group_id": one.id, "since": member.since} for one in groups for who in staff),
    )
    joined = {"pupil_id": member.pupil_id, "list_number": 1, "since": member.since}
    _add(session, Membership, ({**joined, "group_id": one.id} for one in groups))
    return [one.id for one in groups]


def _plan(session: Session, live: LiveSession, groups: Sequence[int], staff: Sequence[int]) -> None:
    """Hours on the day of `live`, one in each of `groups`, with everybody of the staff."""
    [like] = [one for one in _rows(session, LiveSession) if one["key"] == live.key]
    planned = {"status": "planned", "join_code": None, "holder_id": None}
    fresh = ({**like, **planned, "group_id": one, "key": new_key(), "hour_key": new_hour_key()} for one in groups)
    _add(session, LiveSession, fresh)
    hours = session.scalars(select(LiveSession.id).where(LiveSession.group_id.in_(groups))).all()
    _add(session, LiveStaff, ({"live_id": hour, "staff_id": who} for hour in hours for who in staff))


def _fill(session: Session, live: LiveSession, times: int) -> None:
    """More guests and boards in `live`."""
    guest = {"live_id": live.id, "device_id": None, "pupil_id": None, "joined_at": live.starts_at}
    seats = _more(session, Seat, times)
    _add(session, Seat, ({**guest, "key": new_key(), "alias": f"Gast {new_key()}"} for _ in seats))
    board = {"live_id": live.id, "code": None, "created_at": live.starts_at, "paired_at": live.starts_at}
    fresh = ({**board, "token_hash": hash_of(new_token())} for _ in range(4 * times))
    _add(session, Board, fresh)


def _ask(session: Session, module: Module) -> None:
    """Every question of `module` asked in every hour, hands counted for it; all guests answer what is open now."""
    asked = {(one["live_id"], one["question"]) for one in _rows(session, Round)}
    hours = _rows(session, LiveSession)
    moments = ("opened_at", "closed_at", "shown_at", "revealed_at")
    _add(
        session,
        Round,
        (
            {"key": new_key(), "live_id": hour["id"], "question": one.id, "number": 1}
            | dict.fromkeys(moments, hour["starts_at"])
            for hour in hours
            for one in module.questions
            if (hour["id"], one.id) not in asked
        ),
    )
    counted = set(session.scalars(select(Tally.round_id)))
    options = {one.id: [option.id for option in one.options] for one in module.questions if isinstance(one, Choice)}
    rounds = [one for one in _rows(session, Round) if one["id"] not in counted and one["question"] in options]
    hands = ({"round_id": one["id"], "option": id_, "count": 3} for one in rounds for id_ in options[one["question"]])
    _add(session, Tally, hands)
    like = next(one for one in _rows(session, Attempt) if one["round_id"] is not None)
    [open_] = [one for one in _rows(session, Round) if one["closed_at"] is None]
    answer = {**like, "round_id": open_["id"], "question": open_["question"], "pupil_id": None}
    heard = {one["seat_id"] for one in _rows(session, Attempt) if one["round_id"] == open_["id"]}
    guests = {one["id"] for one in _rows(session, Seat) if one["live_id"] == open_["live_id"]}
    _add(session, Attempt, ({**answer, "seat_id": one, "key": new_key()} for one in guests - heard))


def _rows(session: Session, kind: type[Base]) -> list[Row]:
    return [dict(one) for one in session.execute(select(kind.__table__)).mappings()]


def _more(session: Session, kind: type[Base], times: int) -> list[Row]:
    """Each row as often as there have to be new ones like it."""
    return [one for one in _rows(session, kind) for _ in range(times)]


def _add(session: Session, kind: type[Base], rows: Iterable[Row]) -> None:
    session.execute(insert(kind), [{name: value for name, value in one.items() if name != "id"} for one in rows])

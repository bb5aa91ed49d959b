"""Store answers: a batch in one transaction, each once, graded as it is stored.

Both doors to this function, the server's writer and a plain Flask route, promise the same: what is reported as stored
is committed before the report goes out (the caller commits, then answers).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, select, tuple_, update
from sqlalchemy.orm import Session

from app.db.base import insert_ignore
from app.db.models import Attempt, Device, LiveSession, Round, Seat
from app.domain.errors import DomainError
from app.domain.grading import grade
from app.work import standings
from app.work.library import module_at

GRACE = timedelta(seconds=3)
"""An answer sent before the close may travel this long and still count (server clock)."""


@dataclass(frozen=True)
class NewAnswer:
    """One answer as it came in. `key` is made by the client; `device` is the hash of the device's token."""

    key: str
    live: str
    seat: str
    round: str
    response: Mapping[str, Any]
    confidence: str | None
    device: str


@dataclass(frozen=True)
class Receipt:
    """What became of an answer, with the HTTP status and body for its sender.

    `seq` is the live session's new number when the result of a round changed, else None.
    """

    code: str
    status: int
    live: str
    body: Mapping[str, Any] = field(default_factory=dict)
    seq: int | None = None


AnyRow = Row[*tuple[Any, ...]]

STATUS = {"stored": 200, "late": 200, "already": 409, "unknown": 404, "gone": 410, "bad": 422}


def store(session: Session, answers: Sequence[NewAnswer], now: datetime) -> list[Receipt]:
    """Store what can be stored of `answers` and say what became of each, in their order.

    A seat answers a round once. Codes: "stored"; "late" (after the close and its grace: kept, in no result);
    "already" (this seat answered this round before: 409 with what counts); "unknown" (no such seat on this device, it
    was removed from the room, or no such round: 404); "gone" (the hour is over: 410); "bad" (no shape of an answer to
    this question: 422). Sending the same answer again gives the same receipt. The number of statements does not grow
    with the number of answers.
    """
    rounds = _rounds(session, answers)
    seats = _seats(session, answers)
    made = [_attempt(session, one, seats.get((one.seat, one.device)), rounds.get(one.round), now) for one in answers]
    new = [one for one in made if isinstance(one, dict)]
    _insert(session, new)
    stored = _read_back(session, new)
    receipts = [_receipt(one, row, stored) for one, row in zip(answers, made, strict=True)]
    standings.count(session, [one for one in new if one["key"] in stored.fresh])
    return _with_seq(session, receipts)


@dataclass(frozen=True)
class _Stored:
    by_key: Mapping[str, AnyRow]
    by_place: Mapping[tuple[int, int], AnyRow]
    fresh: frozenset[str]


def _rounds(session: Session, answers: Sequence[NewAnswer]) -> dict[str, AnyRow]:
    """The asked rounds by key; on PostgreSQL locked, so that a close is before or after an answer, never between."""
    query = (
        select(
            Round.id,
            Round.key,
            Round.question,
            Round.closed_at,
            Round.live_id,
            LiveSession.key.label("live"),
            LiveSession.status,
            LiveSession.version,
            LiveSession.seed,
        )
        .join(LiveSession, LiveSession.id == Round.live_id)
        .where(Round.key.in_({one.round for one in answers}))
        .with_for_update(read=True, of=Round)
    )
    return {row.key: row for row in session.execute(query)}


def _seats(session: Session, answers: Sequence[NewAnswer]) -> dict[tuple[str, str], AnyRow]:
    """The seats that may answer, by (key, device): not removed, and owned by the device that sends."""
    query = (
        select(Seat.id, Seat.key, Seat.live_id, Seat.pupil_id, Device.token_hash)
        .join(Device, Device.id == Seat.device_id)
        .where(
            tuple_(Seat.key, Device.token_hash).in_({(one.seat, one.device) for one in answers}),
            Seat.kicked_at.is_(None),
            Device.revoked_at.is_(None),
        )
    )
    return {(row.key, row.token_hash): row for row in session.execute(query)}


def _attempt(
    session: Session, answer: NewAnswer, seat: AnyRow | None, round_: AnyRow | None, now: datetime
) -> dict[str, Any] | str:
    """The row to insert, or the code that says why there is none."""
    if seat is None or round_ is None or seat.live_id != round_.live_id or round_.live != answer.live:
        return "unknown"
    if round_.status == "finished":
        return "gone"
    question = module_at(session, round_.version).question(round_.question)
    try:
        graded = grade(question, answer.response)
    except DomainError:
        return "bad"
    return {
        "key": answer.key,
        "pupil_id": seat.pupil_id,
        "seat_id": seat.id,
        "round_id": round_.id,
        "version": round_.version,
        "question": round_.question,
        "competence": question.competence,
        "context": "live",
        "try_number": 1,
        "seed": round_.seed,
        "response": dict(answer.response),
        "confidence": answer.confidence,
        "score": graded.score,
        "correct": graded.correct,
        "misconceptions": list(graded.misconceptions),
        "late": round_.closed_at is not None and now > round_.closed_at + GRACE,
        "answered_at": now,
    }


def _insert(session: Session, rows: list[dict[str, Any]]) -> None:
    if rows:
        session.execute(insert_ignore(session, Attempt).values(rows))


def _read_back(session: Session, rows: list[dict[str, Any]]) -> _Stored:
    """What the table holds now for the keys and places of `rows`, and which keys this batch has brought in."""
    if not rows:
        return _Stored({}, {}, frozenset())
    places = {(one["round_id"], one["seat_id"]) for one in rows}
    wanted: ColumnElement[bool] = tuple_(Attempt.round_id, Attempt.seat_id).in_(places)
    columns = (Attempt.key, Attempt.round_id, Attempt.seat_id, Attempt.response, Attempt.late, Attempt.answered_at)
    found = session.execute(select(*columns).where(wanted | Attempt.key.in_({one["key"] for one in rows}))).all()
    moments = {one["key"]: one["answered_at"] for one in rows}
    fresh = frozenset(row.key for row in found if moments.get(row.key) == row.answered_at)
    return _Stored({row.key: row for row in found}, {(row.round_id, row.seat_id): row for row in found}, fresh)


def _receipt(answer: NewAnswer, row: dict[str, Any] | str, stored: _Stored) -> Receipt:
    if isinstance(row, str):
        return Receipt(row, STATUS[row], answer.live, {"code": row})
    place = (row["round_id"], row["seat_id"])
    own = stored.by_key.get(answer.key)
    if own is not None and (own.round_id, own.seat_id) == place:
        code = "late" if own.late else "stored"
        return Receipt(code, STATUS[code], answer.live, {"code": code, "response": own.response})
    counts = stored.by_place.get(place)
    if counts is None:  # the client's key belongs to an answer of somebody else
        return Receipt("bad", STATUS["bad"], answer.live, {"code": "bad"})
    return Receipt("already", STATUS["already"], answer.live, {"code": "already", "response": counts.response})


def _with_seq(session: Session, receipts: list[Receipt]) -> list[Receipt]:
    """Raise `seq` once for each live session in which an answer was stored."""
    touched = sorted({one.live for one in receipts if one.code == "stored"})
    if not touched:
        return receipts
    raised = (
        update(LiveSession)
        .where(LiveSession.key.in_(touched))
        .values(seq=LiveSession.seq + 1)
        .returning(LiveSession.key, LiveSession.seq)
        .execution_options(synchronize_session=False)
    )
    seqs: dict[str, int] = {row.key: row.seq for row in session.execute(raised)}
    return [
        Receipt(one.code, one.status, one.live, one.body, seqs[one.live]) if one.code == "stored" else one
        for one in receipts
    ]

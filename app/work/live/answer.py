"""Store answers: a batch in one transaction, each once, graded as it is stored.

Both doors to this function, the server's writer and a plain Flask route, promise the same: what is reported as stored
is committed before the report goes out (the caller commits, then answers).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, select, tuple_, update
from sqlalchemy.orm import Session

from app.db.base import insert_ignore
from app.db.models import Attempt, Device, LiveSession, Round, Seat
from app.domain.errors import DomainError
from app.domain.grading import grade, kind_of
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
    this question: 422). Sending a stored answer again gives the same receipt, also after the hour. The number of
    statements does not grow with the number of answers.
    """
    rounds = _rounds(session, answers)
    seats = _seats(session, answers)
    checked = [_check(session, one, seats.get((one.seat, one.device)), rounds.get(one.round), now) for one in answers]
    rows = _once(one.row for one in checked if one.row)
    if rows:
        session.execute(insert_ignore(session, Attempt).values(rows))
    stored = _read_back(session, {one.key for one in answers}, {one.place for one in checked if one.place}, rows)
    standings.count(session, [one for one in rows if _identity(one) in stored.fresh])
    receipts = [_receipt(one, its, stored) for one, its in zip(answers, checked, strict=True)]
    fresh = [its.row is not None and _identity(its.row) in stored.fresh for its in checked]
    return _with_seq(session, receipts, fresh)


Place = tuple[int, int]
"""A round and a seat: one answer at the most."""

Identity = tuple[str, int, int]
"""A key with its place. The key alone comes from a client, who may send one that somebody else uses."""


@dataclass(frozen=True)
class _Checked:
    """An answer held against seat and round: a `row` to insert, or the `code` that says why there is none."""

    code: str = ""
    place: Place | None = None
    row: dict[str, Any] | None = None


@dataclass(frozen=True)
class _Stored:
    """What the table holds for the keys and places of a batch, and what this batch has brought in."""

    by_key: Mapping[str, AnyRow]
    by_place: Mapping[Place, AnyRow]
    fresh: frozenset[Identity]


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


def _check(session: Session, answer: NewAnswer, seat: AnyRow | None, round_: AnyRow | None, now: datetime) -> _Checked:
    if seat is None or round_ is None or seat.live_id != round_.live_id or round_.live != answer.live:
        return _Checked("unknown")
    place = (round_.id, seat.id)
    if round_.status == "finished":
        return _Checked("gone", place)
    question = module_at(session, round_.version).question(round_.question)
    try:
        graded = grade(question, answer.response)
    except DomainError:
        return _Checked("bad", place)
    row = {
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
        "hints": 0,
        "graded": kind_of(question).graded,
        "answered_at": now,
    }
    return _Checked(place=place, row=row)


def _identity(row: Mapping[str, Any]) -> Identity:
    return row["key"], row["round_id"], row["seat_id"]


def _once(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """`rows` without those that a phone sent again before the batch was written."""
    kept: dict[Identity, dict[str, Any]] = {}
    for one in rows:
        kept.setdefault(_identity(one), one)
    return list(kept.values())


def _read_back(session: Session, keys: set[str], places: set[Place], rows: Sequence[Mapping[str, Any]]) -> _Stored:
    if not places:
        return _Stored({}, {}, frozenset())
    wanted: ColumnElement[bool] = tuple_(Attempt.round_id, Attempt.seat_id).in_(places)
    columns = (Attempt.key, Attempt.round_id, Attempt.seat_id, Attempt.response, Attempt.late, Attempt.answered_at)
    found = session.execute(select(*columns).where(wanted | Attempt.key.in_(keys))).all()
    moments = {_identity(one): one["answered_at"] for one in rows}
    identities = {(row.key, row.round_id, row.seat_id): row.answered_at for row in found}
    fresh = frozenset(one for one, moment in moments.items() if identities.get(one) == moment)
    return _Stored({row.key: row for row in found}, {(row.round_id, row.seat_id): row for row in found}, fresh)


def _receipt(answer: NewAnswer, checked: _Checked, stored: _Stored) -> Receipt:
    own = stored.by_key.get(answer.key)
    if own is not None and (own.round_id, own.seat_id) == checked.place:
        code = "late" if own.late else "stored"
        return Receipt(code, STATUS[code], answer.live, {"code": code, "response": own.response})
    if checked.place is None or checked.row is None:
        return Receipt(checked.code, STATUS[checked.code], answer.live, {"code": checked.code})
    counts = stored.by_place.get(checked.place)
    if counts is None:  # the client's key belongs to an answer of somebody else
        return Receipt("bad", STATUS["bad"], answer.live, {"code": "bad"})
    return Receipt("already", STATUS["already"], answer.live, {"code": "already", "response": counts.response})


def _with_seq(session: Session, receipts: Sequence[Receipt], fresh: Sequence[bool]) -> list[Receipt]:
    """Raise `seq` once for each live session in whose results this batch has changed something."""
    changed = [new and one.code == "stored" for one, new in zip(receipts, fresh, strict=True)]
    touched = sorted({one.live for one, new in zip(receipts, changed, strict=True) if new})
    if not touched:
        return list(receipts)
    raised = (
        update(LiveSession)
        .where(LiveSession.key.in_(touched))
        .values(seq=LiveSession.seq + 1)
        .returning(LiveSession.key, LiveSession.seq)
        .execution_options(synchronize_session=False)
    )
    seqs: dict[str, int] = {row.key: row.seq for row in session.execute(raised)}
    return [replace(one, seq=seqs[one.live]) if new else one for one, new in zip(receipts, changed, strict=True)]

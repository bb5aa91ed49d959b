"""Texts that a class writes in an hour, and what its staff decide about them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.base import insert_ignore, new_key
from app.db.models import Attempt, Entry, LiveSession, Round
from app.domain.collected import Decision, Said, collect
from app.domain.grading import kind_of
from app.domain.questions import Question
from app.work.library import module_at


class UnknownText(LookupError):
    """No such text in this hour, or it was handed to the teacher and is nobody else's any more."""


def said_in(session: Session, round_: Round, question: Question) -> tuple[Said, ...]:
    """What was written in `round_`, in the order it came. Two statements; late answers are left out."""
    answers = session.execute(
        select(Attempt.key, Attempt.response)
        .where(Attempt.round_id == round_.id, Attempt.late.is_(False))
        .order_by(Attempt.id)
    )
    kind = kind_of(question)
    texts = [text for key, response in answers for text in kind.texts(question, key, response)]
    return collect(texts, _decided(session, round_))


def decide(
    session: Session, live: LiveSession, round_key: str, text_key: str, decision: Decision, now: datetime
) -> int:
    """Decide about one text of a round of `live`; the answer is the hour's new `seq`. Raises UnknownText.

    A text that was handed to the teacher stays with the teacher, whoever decides later.
    """
    raised = (
        update(LiveSession)
        .where(LiveSession.id == live.id)
        .values(seq=LiveSession.seq + 1)
        .returning(LiveSession.seq)
        .execution_options(synchronize_session=False)
    )
    seq = session.scalar(raised)  # write first, then read: nothing can come between
    round_ = session.scalar(select(Round).where(Round.live_id == live.id, Round.key == round_key))
    if seq is None or round_ is None:
        raise UnknownText(round_key)
    question = module_at(session, live.version).question(round_.question)
    known = {one.key: one.decision for one in said_in(session, round_, question)}
    if known.get(text_key, Decision.HANDED) is Decision.HANDED:
        raise UnknownText(text_key)
    row = {"key": new_key(), "round_id": round_.id, "text_key": text_key, "decision": decision, "decided_at": now}
    session.execute(insert_ignore(session, Entry).values(row))
    session.execute(
        update(Entry)
        .where(Entry.round_id == round_.id, Entry.text_key == text_key)
        .values(decision=decision, decided_at=now)
    )
    return seq


def _decided(session: Session, round_: Round) -> Mapping[str, Decision]:
    rows = session.execute(select(Entry.text_key, Entry.decision).where(Entry.round_id == round_.id))
    return {key: Decision(decision) for key, decision in rows}

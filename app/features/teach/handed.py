"""Texts that the team of an hour handed to the teacher, with who wrote them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Attempt, Entry, LiveSession, Pupil, Round
from app.domain.grading import kind_of
from app.work.library import module_at


@dataclass(frozen=True)
class Handed:
    """One text. `names` are those of the pupils who wrote it; guests have none."""

    key: str
    text: str
    names: tuple[str, ...]
    prompt: str
    hour: str
    starts_at: datetime


def handed(session: Session, entries: Sequence[Entry]) -> list[Handed]:
    """`entries` with their texts and names. One statement, and one for each module version not in memory yet."""
    if not entries:
        return []
    rows = session.execute(
        select(
            Attempt.round_id,
            Attempt.key,
            Attempt.response,
            Pupil.name,
            Round.question,
            LiveSession.version,
            LiveSession.starts_at,
        )
        .join(Round, Round.id == Attempt.round_id)
        .join(LiveSession, LiveSession.id == Round.live_id)
        .outerjoin(Pupil, Pupil.id == Attempt.pupil_id)
        .where(Attempt.round_id.in_({one.round_id for one in entries}))
        .order_by(Attempt.id)
    )
    answers: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        answers[row.round_id].append(row)
    return [one for entry in entries if (one := _handed(session, entry, answers[entry.round_id])) is not None]


def _handed(session: Session, entry: Entry, answers: Iterable[Any]) -> Handed | None:
    wrote = [(row, text) for row in answers for key, text in _texts(session, row) if key == entry.text_key]
    if not wrote:
        return None
    first, text = wrote[0]
    module = module_at(session, first.version)
    return Handed(
        key=entry.key,
        text=text,
        names=tuple(row.name for row, _ in wrote if row.name),
        prompt=module.question(first.question).prompt,
        hour=module.title,
        starts_at=first.starts_at,
    )


def _texts(session: Session, row: Any) -> tuple[tuple[str, str], ...]:
    question = module_at(session, row.version).question(row.question)
    return kind_of(question).texts(question, row.key, row.response)

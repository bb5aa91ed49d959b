"""Keep the sums in step with the attempts: `standing`, written in the attempt's own transaction.

What counts is the first try of a question in a context on a day, without a hint: drilling the same question within a
day shows patience, not mastery. Attempts of one pupil arrive in order of time, so adding them one by one (`count`) and
adding them all again (`rebuild`) reach the same sums; a property test compares the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

from sqlalchemy import RowMapping, delete, select
from sqlalchemy.orm import Session

from app.db.models import Attempt, ContentVersion, Pupil, School, Standing
from app.domain import mastery
from app.domain.mastery import Level, Result

DUE_AFTER = {
    Level.OPEN: timedelta(0),
    Level.STARTED: timedelta(weeks=1),
    Level.ON_THE_WAY: timedelta(weeks=1),
    Level.SECURE: timedelta(weeks=3),
    Level.LASTING: timedelta(weeks=10),
}
"""When a competence comes back: 1, 3 and 10 weeks, from curriculum.md section 4.2."""

Place = tuple[int, str, str, str, date]
"""Pupil, module, question, context, day."""


@dataclass(frozen=True)
class Graded:
    """What the sums need to know of one attempt of a pupil. `zone` is the zone of the pupil's school."""

    key: str
    pupil: int
    module: str
    question: str
    competence: str
    context: str
    right: bool
    day: date
    helped: bool
    """It took a hint: a first try all the same, but one that says nothing."""

    @classmethod
    def of(cls, row: Mapping[str, Any] | RowMapping, zone: str) -> Self:
        """From a row of `attempt` with the `slug` of its module."""
        return cls(
            key=row["key"],
            pupil=row["pupil_id"],
            module=row["slug"],
            question=row["question"],
            competence=row["competence"],
            context=row["context"],
            right=row["correct"],
            day=local_day(row["answered_at"], zone),
            helped=row["hints"] > 0,
        )

    @property
    def place(self) -> Place:
        """Of all attempts in one place only the first counts. A question is the same in every version of its module."""
        return self.pupil, self.module, self.question, self.context, self.day


def local_day(moment: datetime, zone: str) -> date:
    """The day of `moment` at a school in `zone`."""
    return moment.astimezone(ZoneInfo(zone)).date()


def count(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add attempts that were just stored (rows of `attempt`) to the standings of their pupils.

    Guests, late answers and questions without a right answer are left out. The number of statements does not grow with
    the number of rows.
    """
    rows = [one for one in rows if one["pupil_id"] is not None and not one["late"] and one["graded"]]
    if not rows:
        return
    pupils = {one["pupil_id"] for one in rows}
    zones = _zones(session, pupils)
    fresh = {one["key"] for one in rows}
    standings = {
        (one.pupil_id, one.competence): one
        for one in session.scalars(select(Standing).where(Standing.pupil_id.in_(pupils)))
    }
    for graded in _first_tries(session, rows, zones):
        if graded.key not in fresh:
            continue
        pair = graded.pupil, graded.competence
        if pair not in standings:
            standings[pair] = Standing(pupil_id=graded.pupil, competence=graded.competence)
            session.add(standings[pair])
            _write(standings[pair], mastery.Standing())
        _write(standings[pair], mastery.after(_read(standings[pair]), Result(graded.right, graded.day)))


def rebuild(session: Session) -> int:
    """Make every standing anew from the attempts; returns how many there are now."""
    session.execute(delete(Standing))
    found = _attempts(session, _QUERY)
    zones = _zones(session, {one["pupil_id"] for one in found})
    results: dict[tuple[int, str], list[Result]] = defaultdict(list)
    for graded in _firsts(Graded.of(one, zones[one["pupil_id"]]) for one in found):
        results[graded.pupil, graded.competence].append(Result(graded.right, graded.day))
    for (pupil, competence), mine in results.items():
        row = Standing(pupil_id=pupil, competence=competence)
        _write(row, mastery.standing_of(mine))
        session.add(row)
    session.flush()
    return len(results)


_QUERY = select(
    Attempt.key,
    Attempt.pupil_id,
    ContentVersion.slug,
    Attempt.question,
    Attempt.competence,
    Attempt.context,
    Attempt.correct,
    Attempt.answered_at,
    Attempt.hints,
).join(ContentVersion, ContentVersion.version == Attempt.version)


def _attempts(session: Session, query: Any) -> Sequence[RowMapping]:
    """The attempts of pupils in time that `query` narrows, oldest first."""
    query = query.where(Attempt.pupil_id.is_not(None), Attempt.late.is_(False), Attempt.graded.is_(True))
    return session.execute(query.order_by(Attempt.answered_at, Attempt.id)).mappings().all()


def _first_tries(session: Session, rows: Sequence[Mapping[str, Any]], zones: Mapping[int, str]) -> Iterable[Graded]:
    """All first tries of these pupils at these questions, oldest first."""
    known = _attempts(
        session,
        _QUERY.where(
            Attempt.pupil_id.in_({one["pupil_id"] for one in rows}),
            Attempt.question.in_({one["question"] for one in rows}),
        ),
    )
    return _firsts(Graded.of(one, zones[one["pupil_id"]]) for one in known)


def _firsts(attempts: Iterable[Graded]) -> Iterable[Graded]:
    seen: set[Place] = set()
    for one in attempts:
        if one.place not in seen:
            seen.add(one.place)
            if not one.helped:
                yield one


def _zones(session: Session, pupils: set[int]) -> dict[int, str]:
    query = select(Pupil.id, School.zone).join(School, School.id == Pupil.school_id).where(Pupil.id.in_(pupils))
    return dict(session.execute(query).all())


def _read(row: Standing) -> mastery.Standing:
    recent = tuple(Result(text[0] == "+", date.fromisoformat(text[1:])) for text in row.recent)
    return mastery.Standing(recent, Level(row.level), row.secure_on, row.wrong_in_a_row)


def _write(row: Standing, standing: mastery.Standing) -> None:
    row.recent = [f"{'+' if one.right else '-'}{one.day.isoformat()}" for one in standing.recent]
    row.level, row.secure_on, row.wrong_in_a_row = int(standing.level), standing.secure_on, standing.wrong_in_a_row
    row.due_on = standing.recent[-1].day + DUE_AFTER[standing.level] if standing.recent else None

"""Reads for the teacher's pages: frozen values, each page in a constant number of statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.access.groups import running
from app.db.models import Attempt, ContentVersion, Group, LiveSession, Membership, Pupil, Standing
from app.domain.content import Library
from app.domain.grading import misconception_name
from app.domain.mastery import Level
from app.domain.questions import Question

QUIET_AFTER = timedelta(days=12)
MOST_NEEDS = 3
RECENT = 8


@dataclass(frozen=True)
class GroupCard:
    """One group on the list."""

    key: str
    name: str
    pupils: int
    last_hour: datetime | None


@dataclass(frozen=True)
class Column:
    """One competence of the table, under the track that teaches it."""

    competence: str
    name: str
    track: str


@dataclass(frozen=True)
class TrackHead:
    """The columns of one track."""

    key: str
    name: str
    columns: int


@dataclass(frozen=True)
class PupilRow:
    """One pupil of the table; `levels` in the order of the columns."""

    key: str
    name: str
    number: int
    levels: tuple[Level, ...]
    answered: int


@dataclass(frozen=True)
class Need:
    """Somebody who may need help, and why."""

    key: str
    name: str
    reason: str
    competence: str = ""
    days: int = 0


@dataclass(frozen=True)
class Idea:
    """A misconception that several answers of the group showed; no names."""

    name: str
    times: int


@dataclass(frozen=True)
class GroupPage:
    """The whole page of one group."""

    key: str
    name: str
    last_answer: datetime | None
    tracks: tuple[TrackHead, ...]
    columns: tuple[Column, ...]
    rows: tuple[PupilRow, ...]
    needs: tuple[Need, ...]
    ideas: tuple[Idea, ...]


@dataclass(frozen=True)
class Answer:
    """One attempt on a pupil's page."""

    at: datetime
    context: str
    prompt: str
    correct: bool
    confidence: str | None


@dataclass(frozen=True)
class CompetenceLevel:
    """How far the pupil is in one competence."""

    name: str
    level: Level
    due_on: date | None


@dataclass(frozen=True)
class PupilPage:
    """The whole page of one pupil."""

    group_key: str
    group_name: str
    name: str
    since: date
    before: tuple[str, str] | None
    after: tuple[str, str] | None
    tracks: tuple[tuple[TrackHead, tuple[CompetenceLevel, ...]], ...]
    answers: tuple[Answer, ...]
    ideas: tuple[Idea, ...]
    total: int
    right: int
    sure_and_wrong: int


def cards(session: Session, groups: Sequence[Group]) -> list[GroupCard]:
    """The list of groups, each with its size and its last finished hour. Two statements."""
    ids = [one.id for one in groups]
    members = select(Membership.group_id, func.count()).where(Membership.group_id.in_(ids), Membership.until.is_(None))
    sizes = _map(session, members.group_by(Membership.group_id))
    hours = select(LiveSession.group_id, func.max(LiveSession.finished_at))
    last = _map(session, hours.where(LiveSession.group_id.in_(ids)).group_by(LiveSession.group_id))
    return [GroupCard(one.key, one.name, sizes.get(one.id, 0), last.get(one.id)) for one in groups]


def group_page(session: Session, group: Group, library: Library, today: date) -> GroupPage:
    """Everything on one group's page. Four statements."""
    members = _members(session, group, today)
    ids = [one.id for one in members]
    levels = _levels(session, ids)
    attempts = _attempts(session, ids)
    columns = _columns(library, _taught(session, group) | {one.slug for mine in attempts.values() for one in mine})
    rows = tuple(
        PupilRow(
            key=one.key,
            name=one.name,
            number=one.list_number,
            levels=tuple(levels.get((one.id, column.competence), Level.OPEN) for column in columns),
            answered=len(attempts[one.id]),
        )
        for one in members
    )
    moments = [attempt.answered_at for mine in attempts.values() for attempt in mine]
    return GroupPage(
        key=group.key,
        name=group.name,
        last_answer=max(moments, default=None),
        tracks=_heads(columns, library),
        columns=columns,
        rows=rows,
        needs=_needs(members, attempts, levels, columns, today),
        ideas=_ideas((attempt for mine in attempts.values() for attempt in mine), library, most=3, at_least=3),
    )


def pupil_page(session: Session, group: Group, pupil: Pupil, library: Library, today: date) -> PupilPage:
    """Everything on one pupil's page. Four statements."""
    members = _members(session, group, today)
    place = next(number for number, one in enumerate(members) if one.id == pupil.id)
    standings = {one.competence: one for one in session.scalars(select(Standing).where(Standing.pupil_id == pupil.id))}
    attempts = _attempts(session, [pupil.id])[pupil.id]
    columns = _columns(library, _taught(session, group) | {one.slug for one in attempts})
    heads = _heads(columns, library)
    questions = _questions(library)
    return PupilPage(
        group_key=group.key,
        group_name=group.name,
        name=pupil.name,
        since=members[place].since,
        before=_neighbour(members, place - 1),
        after=_neighbour(members, place + 1),
        tracks=tuple(
            (
                head,
                tuple(
                    CompetenceLevel(
                        one.name,
                        Level(standings[one.competence].level) if one.competence in standings else Level.OPEN,
                        standings[one.competence].due_on if one.competence in standings else None,
                    )
                    for one in columns
                    if one.track == head.key
                ),
            )
            for head in heads
        ),
        answers=tuple(
            Answer(one.answered_at, one.context, _prompt(questions, one), one.correct, one.confidence)
            for one in reversed(attempts[-RECENT:])
        ),
        ideas=_ideas(attempts, library, most=3, at_least=1),
        total=len(attempts),
        right=sum(1 for one in attempts if one.correct),
        sure_and_wrong=sum(1 for one in attempts if one.confidence == "sure" and not one.correct),
    )


def _map(session: Session, query: Any) -> dict[int, Any]:
    return {key: value for key, value in session.execute(query)}  # noqa: C416 - rows, not tuples


def _members(session: Session, group: Group, today: date) -> Sequence[Any]:
    """Pupils of `group` today, by list number."""
    query = (
        select(Pupil.id, Pupil.key, Pupil.name, Membership.list_number, Membership.since)
        .join(Membership, Membership.pupil_id == Pupil.id)
        .where(Membership.group_id == group.id, running(Membership, today))
        .order_by(Membership.list_number)
    )
    return session.execute(query).all()


def _levels(session: Session, pupils: Sequence[int]) -> dict[tuple[int, str], Level]:
    query = select(Standing.pupil_id, Standing.competence, Standing.level).where(Standing.pupil_id.in_(pupils))
    return {(pupil, competence): Level(level) for pupil, competence, level in session.execute(query)}


def _attempts(session: Session, pupils: Sequence[int]) -> dict[int, list[Any]]:
    """What these pupils answered, oldest first; late answers are not part of any report."""
    columns = (
        Attempt.pupil_id,
        ContentVersion.slug,
        Attempt.question,
        Attempt.competence,
        Attempt.context,
        Attempt.correct,
        Attempt.confidence,
        Attempt.misconceptions,
        Attempt.answered_at,
    )
    query = (
        select(*columns)
        .join(ContentVersion, ContentVersion.version == Attempt.version)
        .where(Attempt.pupil_id.in_(pupils), Attempt.late.is_(False), Attempt.graded.is_(True))
    )
    found: dict[int, list[Any]] = defaultdict(list)
    for row in session.execute(query.order_by(Attempt.answered_at, Attempt.id)):
        found[row.pupil_id].append(row)
    return found


def _taught(session: Session, group: Group) -> set[str]:
    """The slugs of the modules of all hours of `group`, planned ones too."""
    query = select(ContentVersion.slug).join(LiveSession, LiveSession.version == ContentVersion.version)
    return set(session.scalars(query.where(LiveSession.group_id == group.id).distinct()))


def _columns(library: Library, slugs: Set[str]) -> tuple[Column, ...]:
    """The competences that the questions of these modules are tagged with, by track."""
    seen: dict[str, Column] = {}
    for track in library.tracks:
        for module in library.modules.values():
            if module.track != track or module.slug not in slugs:
                continue
            for question in module.questions:
                name = library.competences[question.competence].name
                seen.setdefault(question.competence, Column(question.competence, name, track))
    order = {key: place for place, key in enumerate(library.tracks)}
    return tuple(sorted(seen.values(), key=lambda one: (order[one.track], one.competence)))


def _heads(columns: Sequence[Column], library: Library) -> tuple[TrackHead, ...]:
    counts = Counter(one.track for one in columns)
    return tuple(TrackHead(key, library.tracks[key].name, number) for key, number in counts.items())


def _needs(
    members: Sequence[Any],
    attempts: Mapping[int, Sequence[Any]],
    levels: Mapping[tuple[int, str], Level],
    columns: Sequence[Column],
    today: date,
) -> tuple[Need, ...]:
    """Who may need help first: nothing begun, sure and wrong, stuck, long pause; at most three people."""
    found: list[tuple[int, Need]] = []
    for one in members:
        mine = attempts.get(one.id, [])
        if not mine:
            found.append((0, Need(one.key, one.name, "not-begun")))
            continue
        sure_and_wrong = sum(1 for attempt in mine if attempt.confidence == "sure" and not attempt.correct)
        pause = today - mine[-1].answered_at.date()
        stuck = [
            column.name
            for column in columns
            if levels.get((one.id, column.competence)) == Level.STARTED
            and sum(1 for attempt in mine if attempt.competence == column.competence) >= 4
        ]
        if stuck:
            found.append((1, Need(one.key, one.name, "stuck", competence=stuck[0])))
        elif sure_and_wrong >= 3:
            found.append((2, Need(one.key, one.name, "sure-and-wrong")))
        elif pause >= QUIET_AFTER:
            found.append((3, Need(one.key, one.name, "quiet", days=pause.days)))
    return tuple(need for _, need in sorted(found, key=lambda pair: pair[0])[:MOST_NEEDS])


def _ideas(attempts: Iterable[Any], library: Library, *, most: int, at_least: int) -> tuple[Idea, ...]:
    """The misconceptions shown most often, by name: several questions may look for the same one."""
    questions = _questions(library)
    counts = Counter(
        misconception_name(questions[one.slug, one.question], mis)
        for one in attempts
        for mis in one.misconceptions
        if (one.slug, one.question) in questions
    )
    return tuple(Idea(name, times) for name, times in counts.most_common(most) if times >= at_least)


def _questions(library: Library) -> dict[tuple[str, str], Question]:
    """All questions of today's modules by slug and id: two modules may use the same id."""
    return {(module.slug, one.id): one for module in library.modules.values() for one in module.questions}


def _prompt(questions: Mapping[tuple[str, str], Question], attempt: Any) -> str:
    found = questions.get((attempt.slug, attempt.question))
    return found.prompt if found else ""


def _neighbour(members: Sequence[Any], place: int) -> tuple[str, str] | None:
    if not 0 <= place < len(members):
        return None
    return members[place].key, members[place].name

"""Reads for the pupil's pages: frozen values, each page in a constant number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from app.access.groups import running
from app.db.models import Attempt, ContentVersion, Group, LiveSession, LiveStaff, Membership, School, Staff, Standing
from app.domain.behaviour import BEHAVIOURS
from app.domain.content import Library, Module
from app.domain.mastery import Level
from app.domain.recall import Answer, Today, comes_back, to_repeat
from app.domain.roles import Pupil
from app.features.learn.steps import Mark, Step, reached, steps_of, strip_of
from app.work.standings import local_day

FRAMEWORK = "kmk:"
"""Progress is told in the competences that schools know; the other frameworks are for reports."""
OPEN_FOR = timedelta(hours=12)
"""An hour that was opened longer ago than this has been forgotten."""
RECENT = 8
PRACTISED = frozenset({"practice", "recall", "test"})


@dataclass(frozen=True)
class Past:
    """One answer of the past. `key` is empty for answers of an hour, which have no page of their own."""

    slug: str
    question: str
    day: date
    right: bool
    key: str
    context: str

    @property
    def name(self) -> str:
        """The question across all modules."""
        return f"{self.slug}/{self.question}"


@dataclass(frozen=True)
class History:
    """All answers of one pupil, oldest first, with what follows from them for `today`."""

    past: tuple[Past, ...]
    today: date
    zone: str

    @cached_property
    def repeat(self) -> Today:
        """What there is to repeat today, as "slug/question"."""
        return to_repeat(self._answers(), self.today)

    def comes_back(self, slug: str, question: str) -> date | None:
        """The day the question comes back; None when it was never answered."""
        return comes_back(self._answers()).get(f"{slug}/{question}")

    def last(self, slug: str) -> dict[str, bool]:
        """For each question of the module that was practised at home: whether the last answer was right."""
        return {one.question: one.right for one in self.past if one.slug == slug and one.context in PRACTISED}

    def tries(self, slug: str, question: str, context: str) -> int:
        """How often the question was answered today in this context."""
        return sum(1 for one in self._of(slug, context) if one.question == question and one.day == self.today)

    def checked(self, slug: str, context: str) -> dict[str, Past]:
        """The answers that a check consists of, by question: of today for a test, the first ones before or after."""
        found = [one for one in self._of(slug, context) if context != "test" or one.day == self.today]
        return {one.question: one for one in reversed(found)}

    def answered_today(self, key: str) -> bool:
        """Whether the attempt under `key` is one of today."""
        return any(one.key == key and one.day == self.today for one in self.past)

    def _of(self, slug: str, context: str) -> Iterable[Past]:
        return (one for one in self.past if one.slug == slug and one.context == context)

    def _answers(self) -> list[Answer]:
        return [Answer(one.name, one.day, one.right) for one in self.past if one.context != "pre"]


@dataclass(frozen=True)
class Head:
    """What every page of a module says about it."""

    slug: str
    title: str
    subtitle: str
    track: str
    track_name: str


@dataclass(frozen=True)
class Card:
    """A module on the start page, and where the pupil is in it."""

    head: Head
    strip: tuple[Mark, ...]
    step: int
    steps: int
    begun: bool
    done: bool


@dataclass(frozen=True)
class Hour:
    """The next hour with the own group, or the one that runs."""

    title: str
    starts_at: datetime
    room: str
    zone: str
    group: str
    staff: tuple[str, ...]
    runs: bool


@dataclass(frozen=True)
class Way:
    """One competence and how far it is."""

    name: str
    level: Level


@dataclass(frozen=True)
class Track:
    """The competences of one track."""

    key: str
    name: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class StartPage:
    """The pupil's first page."""

    today: date
    repeat: Today
    repeat_first: tuple[str, str] | None
    here: Card | None
    others: tuple[Head, ...]
    hour: Hour | None
    tracks: tuple[Track, ...]
    """Of the module that `here` shows; all of them stand on the page of the own progress."""


@dataclass(frozen=True)
class ModulePage:
    """The overview of a module."""

    card: Card
    module: Module
    steps: tuple[Step, ...]
    answered: frozenset[str]
    checks: tuple[str, ...]
    """The checks that are open now: before the lesson "pre", after it "post" and "test"."""


@dataclass(frozen=True)
class Recent:
    """One of the last answers; `key` opens it again, empty for answers of an hour."""

    prompt: str
    day: date
    right: bool
    key: str


@dataclass(frozen=True)
class CheckPage:
    """A check: how many questions it has, those that were answered, and the next one; None at its end."""

    head: Head
    all: int
    answered: tuple[Recent, ...]
    following: str | None


@dataclass(frozen=True)
class ProgressPage:
    """Own progress: words, no points."""

    tracks: tuple[Track, ...]
    lasting: tuple[str, ...]
    next_up: tuple[str, ...]
    repeat_first: tuple[str, str] | None
    recent: tuple[Recent, ...]
    card: Card | None


def history(session: Session, pupil: Pupil, now: datetime) -> History:
    """All answers of `pupil` that count. Two statements."""
    zone = session.scalars(select(School.zone).where(School.id == pupil.school)).one()
    rows = session.execute(
        select(
            ContentVersion.slug,
            Attempt.question,
            Attempt.answered_at,
            Attempt.correct,
            Attempt.key,
            Attempt.round_id,
            Attempt.context,
        )
        .join(ContentVersion, ContentVersion.version == Attempt.version)
        .where(Attempt.pupil_id == pupil.id, Attempt.late.is_(False), Attempt.graded.is_(True))
        .order_by(Attempt.answered_at, Attempt.id)
    )
    past = tuple(
        Past(slug, question, local_day(at, zone), right, "" if round_ else key, context)
        for slug, question, at, right, key, round_, context in rows
    )
    return History(past, local_day(now, zone), zone)


def start_page(session: Session, pupil: Pupil, library: Library, now: datetime) -> StartPage:
    """The start page of `pupil`. Four statements."""
    known = history(session, pupil, now)
    slug, hour = _next_hour(session, pupil, library, known, now)
    here = _here(library, known, slug)
    repeat, first = _repeat(library, known)
    return StartPage(
        today=known.today,
        repeat=repeat,
        repeat_first=first,
        here=card(library, here, known) if here else None,
        others=tuple(head(library, one) for one in _open_modules(library) if one is not here),
        hour=hour,
        tracks=_tracks(session, pupil, library, [here] if here else []),
    )


def module_page(library: Library, module: Module, known: History) -> ModulePage:
    """The overview of `module`. No statement of its own."""
    answered = frozenset(known.last(module.slug))
    place = card(library, module, known)
    wanted = ("post", "test") if place.done else ("pre",) if not place.begun else ()
    checks = tuple(one for one in wanted if check_page(library, module, one, known).following)
    return ModulePage(place, module, steps_of(module), answered, checks)


def check_page(library: Library, module: Module, run: str, known: History) -> CheckPage:
    """A check of `module`: what it asks, and what was answered. No statement of its own."""
    questions = BEHAVIOURS[run].questions(module)
    done = known.checked(module.slug, run)
    answered = tuple(
        Recent(one.prompt, done[one.id].day, done[one.id].right, done[one.id].key)
        for one in questions
        if one.id in done
    )
    following = next((one.id for one in questions if one.id not in done), None)
    return CheckPage(head(library, module), len(questions), answered, following)


def progress_page(session: Session, pupil: Pupil, library: Library, now: datetime) -> ProgressPage:
    """What sits and what comes next. Three statements."""
    known = history(session, pupil, now)
    tracks = _tracks(session, pupil, library, _open_modules(library))
    ways = [one for track in tracks for one in track.ways]
    here = _here(library, known, "")
    return ProgressPage(
        tracks=tracks,
        lasting=tuple(one.name for one in ways if one.level == Level.LASTING),
        next_up=tuple(one.name for one in sorted(ways, key=_nearness) if one.level < Level.LASTING)[:2],
        repeat_first=_repeat(library, known)[1],
        recent=_recent(library, known.past),
        card=card(library, here, known) if here else None,
    )


def head(library: Library, module: Module) -> Head:
    """What every page of `module` says about it."""
    name = library.tracks[module.track].name if module.track in library.tracks else ""
    return Head(module.slug, module.title, module.subtitle, module.track, name)


def card(library: Library, module: Module, known: History) -> Card:
    """Where the pupil is in `module`."""
    answered = known.last(module.slug)
    steps = steps_of(module)
    now = reached(steps, answered)
    asked = {one.question for one in steps if one.question}
    return Card(
        head=head(library, module),
        strip=strip_of(steps, now, answered),
        step=now,
        steps=len(steps),
        begun=bool(answered),
        done=bool(asked) and asked <= set(answered),
    )


def recall_open(library: Library, known: History) -> list[tuple[str, str]]:
    """The questions to repeat today that the library still has, as (slug, question)."""
    found = []
    for name in known.repeat.open:
        slug, _, question = name.partition("/")
        if _question(library, slug, question) is not None:
            found.append((slug, question))
    return found


def _repeat(library: Library, known: History) -> tuple[Today, tuple[str, str] | None]:
    found = recall_open(library, known)
    names = tuple(f"{slug}/{question}" for slug, question in found)
    return Today(names, known.repeat.done), next(iter(found), None)


def _here(library: Library, known: History, slug_of_hour: str) -> Module | None:
    """The module the pupil was last busy with at home, else that of the hour, else the first one."""
    modules = {one.slug: one for one in _open_modules(library)}
    last = next((one.slug for one in reversed(known.past) if one.key and one.slug in modules), "")
    return modules.get(last) or modules.get(slug_of_hour) or next(iter(modules.values()), None)


def _open_modules(library: Library) -> list[Module]:
    return [one for one in library.modules.values() if not one.draft]


def _next_hour(
    session: Session, pupil: Pupil, library: Library, known: History, now: datetime
) -> tuple[str, Hour | None]:
    """The slug and the view of the running hour of an own group, else of the next one from today on. One statement."""
    zone = ZoneInfo(known.zone)
    runs = (LiveSession.status == "running") & (LiveSession.starts_at > now - OPEN_FOR)
    midnight = datetime.combine(known.today, time.min, zone)
    planned = (LiveSession.status == "planned") & (LiveSession.starts_at >= midnight)
    wanted = (
        select(LiveSession.id)
        .join(Membership, Membership.group_id == LiveSession.group_id)
        .where(Membership.pupil_id == pupil.id, running(Membership, known.today), runs | planned)
        .order_by(case((LiveSession.status == "running", 0), else_=1), LiveSession.starts_at, LiveSession.id)
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(
        select(LiveSession, ContentVersion.slug, Group.name, Staff.first_name)
        .join(ContentVersion, ContentVersion.version == LiveSession.version)
        .join(Group, Group.id == LiveSession.group_id)
        .outerjoin(LiveStaff, LiveStaff.live_id == LiveSession.id)
        .outerjoin(Staff, Staff.id == LiveStaff.staff_id)
        .where(LiveSession.id == wanted)
        .order_by(func.lower(Staff.first_name))
    ).all()
    if not rows:
        return "", None
    live, slug, group, _ = rows[0]
    module = library.modules.get(slug)
    staff = tuple(row[3] for row in rows if row[3])
    title = module.title if module else slug
    return slug, Hour(title, live.starts_at, live.room, known.zone, group, staff, runs=live.status == "running")


def _tracks(session: Session, pupil: Pupil, library: Library, modules: Sequence[Module]) -> tuple[Track, ...]:
    """The competences that `modules` ask for, each once, by track, with the pupil's level. One statement."""
    found = session.execute(select(Standing.competence, Standing.level).where(Standing.pupil_id == pupil.id))
    levels = {competence: Level(level) for competence, level in found}
    track_of: dict[str, str] = {}
    for key in library.tracks:
        for module in modules:
            if module.track == key:
                for question in module.questions:
                    if question.competence.startswith(FRAMEWORK):
                        track_of.setdefault(question.competence, key)
    wanted: dict[str, list[str]] = defaultdict(list)
    for competence, key in sorted(track_of.items()):
        wanted[key].append(competence)
    return tuple(
        Track(key, track.name, tuple(_way(library, one, levels) for one in wanted[key]))
        for key, track in library.tracks.items()
        if wanted[key]
    )


def _way(library: Library, competence: str, levels: Mapping[str, Level]) -> Way:
    known = library.competences.get(competence)
    return Way(known.name if known else competence, levels.get(competence, Level.OPEN))


def _nearness(way: Way) -> tuple[int, str]:
    """What was begun and is least far comes first; what is still open comes last."""
    return (9 if way.level == Level.OPEN else int(way.level)), way.name


def _recent(library: Library, past: Sequence[Past]) -> tuple[Recent, ...]:
    return tuple(_recents(library, reversed(past)))[:RECENT]


def _recents(library: Library, past: Iterable[Past]) -> Iterable[Recent]:
    for one in (found for found in past if found.context != "pre"):  # what comes before the hour stays untold
        prompt = _question(library, one.slug, one.question)
        if prompt is not None:
            yield Recent(prompt, one.day, one.right, one.key)


def _question(library: Library, slug: str, question: str) -> str | None:
    """The words of the question as it is today; None when there is none any more."""
    module = library.modules.get(slug)
    if module is None or module.draft:
        return None
    return next((one.prompt for one in module.questions if one.id == question), None)

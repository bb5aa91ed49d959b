"""Reads for the mentor's pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Board, Group, LiveSession, LiveStaff, Seat, Staff
from app.domain.content import Module
from app.domain.grading import asked, kind_of, shuffled
from app.domain.grading.view import Asked
from app.domain.questions import Question
from app.work.library import module_at


@dataclass(frozen=True)
class HourCard:
    """One hour on the list."""

    key: str
    title: str
    group: str
    room: str
    starts_at: datetime
    ends_at: datetime
    status: str


@dataclass(frozen=True)
class HourPage:
    """The one page of an hour before it starts."""

    card: HourCard
    minutes: int
    hour_key: str
    join_code: str | None
    staff: tuple[tuple[str, str], ...]
    boards: int
    seated: int
    module: Module


@dataclass(frozen=True)
class SheetSlide:
    """One slide on the printed sheet, with the answer that is expected, or with the activity on it."""

    number: int
    id: str
    title: str
    say: str
    remote: str
    expected: str
    activity: str


@dataclass(frozen=True)
class SheetPhase:
    """One phase on the printed sheet."""

    name: str
    starts_at: datetime
    minutes: int
    may_drop: bool
    slides: tuple[SheetSlide, ...]


def cards(session: Session, hours: list[LiveSession]) -> list[HourCard]:
    """The list of hours. One statement for each module version that is not in memory yet, else one in all."""
    names: dict[int, str] = {}
    if hours:
        found = select(Group.id, Group.name).where(Group.id.in_({one.group_id for one in hours}))
        names = dict(session.execute(found).all())
    return [_card(session, one, names[one.group_id]) for one in hours]


def hour_page(session: Session, live: LiveSession) -> HourPage:
    """Everything on the page of one hour. Three statements."""
    boards = select(func.count()).where(Board.live_id == live.id, Board.revoked_at.is_(None)).scalar_subquery()
    seated = select(func.count()).where(Seat.live_id == live.id, Seat.kicked_at.is_(None)).scalar_subquery()
    row = session.execute(
        select(Group.name, boards.label("boards"), seated.label("seated")).where(Group.id == live.group_id)
    ).one()
    staff = session.execute(
        select(Staff.first_name, Staff.role)
        .join(LiveStaff, LiveStaff.staff_id == Staff.id)
        .where(LiveStaff.live_id == live.id)
        .order_by(Staff.id)
    )
    return HourPage(
        card=_card(session, live, row.name),
        minutes=live.minutes,
        hour_key=live.hour_key,
        join_code=live.join_code,
        staff=tuple((name, role) for name, role in staff),
        boards=row.boards,
        seated=row.seated,
        module=module_at(session, live.version),
    )


def sheet(page: HourPage, seed: int) -> list[SheetPhase]:
    """The hour's phases with start times, slides and expected answers, in the order that is shown on the board."""
    module, starts_at = page.module, page.card.starts_at
    phases: list[SheetPhase] = []
    for phase in module.phases:
        minutes = phase.minutes_90 if page.minutes >= 90 else phase.minutes_45
        slides = tuple(
            SheetSlide(
                number,
                slide.id,
                slide.title,
                slide.say,
                slide.remote,
                _expected(shuffled(module.question(slide.question), seed)) if slide.question else "",
                module.activity(slide.activity).prompt if slide.activity else "",
            )
            for number, slide in enumerate(module.slides, start=1)
            if slide.phase == phase.key
        )
        phases.append(SheetPhase(phase.name, starts_at, minutes, phase.may_drop, slides))
        starts_at += timedelta(minutes=minutes)
    return phases


def questions(module: Module, seed: int) -> list[Asked]:
    """What the hour asks, as the board shows it."""
    return [asked(module.question(one.question), seed, module.version) for one in module.slides if one.question]


def _card(session: Session, live: LiveSession, group: str) -> HourCard:
    module = module_at(session, live.version)
    ends_at = live.starts_at + timedelta(minutes=live.minutes)
    return HourCard(live.key, module.title, group, live.room, live.starts_at, ends_at, live.status)


def _expected(question: Question) -> str:
    """The right answer in one line, as the class will see it."""
    return kind_of(question).expected(question)

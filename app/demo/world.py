"""Fill an empty database with the demo world, and keep its "today" up to date."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Card, Group, LiveSession, Placement, Pupil, Staff
from app.demo import hours
from app.demo.people import STAFF, settle
from app.demo.practice import WEEKS, learners, practise
from app.domain.content import Library
from app.web.passwords import hash_password
from app.work import cards
from app.work.library import store_versions

SEED = 20260824
DEMO_PASSWORD = "Linden-Tafel-Funke"  # noqa: S105 - printed at every start; a demo holds nothing to protect
DEMO_PINS = (("LINDE-47", "2604"), ("AHORN-12", "7318"), ("KOMET-88", "5190"))
TODAYS_MODULE = "s2-phishing"
BEFORE_THE_HOUR = 3
"""Weeks of practice before the hour that class 8b had."""


@dataclass(frozen=True)
class DemoLogins:
    """What the start prints: staff as (role, e-mail), cards as (first name, word, PIN), and today's hour's key."""

    staff: tuple[tuple[str, str], ...]
    cards: tuple[tuple[str, str, str], ...]
    password: str
    hour_key: str


def is_demo(session: Session) -> bool:
    """Whether this database holds the demo world."""
    return session.scalar(select(Staff.id).where(Staff.email == STAFF[0].email)) is not None


def is_empty(session: Session) -> bool:
    """Whether nobody lives in this database yet."""
    return session.scalar(select(Staff.id).limit(1)) is None


def fill(session: Session, library: Library, now: datetime, key: str) -> None:
    """The whole demo world as of `now`; `key` is the server's secret for PINs.

    The same `now` gives the same people, answers and levels. Keys, tokens, codes and aliases are drawn afresh, as in
    real use: nobody can know them from reading this.
    """
    chance = random.Random(SEED)  # noqa: S311 - a fixed seed is the point
    module = library.modules[TODAYS_MODULE]
    store_versions(session, library.modules.values(), now)
    today = now.astimezone(hours.ZONE).date()
    people = settle(session, today, hash_password(DEMO_PASSWORD))
    _issue_cards(session, people.pupils_8b, key, chance)
    at_home = learners((*people.pupils_8b, *people.course_pupils[5:], *people.other_pupils), chance)
    placed = [people.staff[one] for one in ("mentor", "mentor_home", "teacher", "co_teacher")]
    practise(session, at_home, module, now, range(BEFORE_THE_HOUR), chance)
    with_phone = people.pupils_8b[:18]
    hours.hold(session, people.class_8b, module, placed, with_phone, hours.school_day(today, 18), chance)
    practise(session, at_home, module, now, range(BEFORE_THE_HOUR, WEEKS), chance)
    guests = [None] * 8
    hours.hold(session, people.course, module, placed[:1], guests, hours.school_day(today, 7), chance)
    refresh(session, library, now)


def refresh(session: Session, library: Library, now: datetime) -> None:
    """Plan today's hour for class 8b if it has none; called at every start, so that the demo never looks old."""
    group = session.scalars(select(Group).where(Group.name == "8b").order_by(Group.id)).first()
    if group is None:
        return
    store_versions(session, library.modules.values(), now)
    placed = select(Staff).join(Placement, Placement.staff_id == Staff.id).where(Placement.group_id == group.id)
    staff = session.scalars(placed.order_by(Staff.id)).all()
    hours.plan_today(session, group, library.modules[TODAYS_MODULE], staff, now)


def logins(session: Session, now: datetime) -> DemoLogins:
    """What a visitor needs to look around."""
    found = session.execute(
        select(Pupil.name, Card.word).join(Card, Card.pupil_id == Pupil.id).order_by(Card.id).limit(len(DEMO_PINS))
    )
    pins = dict(DEMO_PINS)
    today = now.astimezone(hours.ZONE).date()
    planned = session.scalars(select(LiveSession).where(LiveSession.status != "finished").order_by(LiveSession.id))
    keys = [one.hour_key for one in planned if one.starts_at.astimezone(hours.ZONE).date() == today]
    return DemoLogins(
        staff=tuple((one.role.value, one.email) for one in STAFF),
        cards=tuple((name, word, pins[word]) for name, word in found if word in pins),
        password=DEMO_PASSWORD,
        hour_key=keys[0] if keys else "",
    )


def _issue_cards(session: Session, pupils: tuple[Pupil, ...], key: str, chance: random.Random) -> None:
    for pupil, (word, pin) in zip(pupils, DEMO_PINS, strict=False):
        cards.issue(session, pupil.id, key, chance, word=word, pin=pin)
    for pupil in pupils[len(DEMO_PINS) :]:
        cards.issue(session, pupil.id, key, chance)

"""Today's hour of class 8b below the pages: make moves, take seats, send answers, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from app.content.canonical import with_version
from app.db.base import new_key
from app.db.models import LiveSession, Login, Round
from app.domain.content import Module
from app.domain.live import Move, State, moves
from app.domain.questions import Choice, Question
from app.domain.roles import Board, Role, Staff
from app.work import login, seats
from app.work.library import module_at, store_versions
from app.work.live.answer import NewAnswer, Receipt, store
from app.work.live.moves import make
from app.work.live.state import rounds_of, state_of
from app.work.tokens import hash_of
from tests.support.world import PUPILS, World


@dataclass(frozen=True)
class Phone:
    """One device with its seat."""

    token: str
    seat: str

    @property
    def device(self) -> str:
        """What the server keeps of the token."""
        return hash_of(self.token)


class Hour:
    """One open hour with a mentor who steers; `lesson` is what it is about instead of today's module."""

    def __init__(self, world: World, lesson: Module | None = None) -> None:
        self.world = world
        self.key = world.todays_hour(opened=True)
        if lesson is not None:
            self._teach(with_version(lesson))
        self.mentor = self.staff("mentor")
        self.make(moves.Take())

    def _teach(self, lesson: Module) -> None:
        with self.world.session() as session, session.begin():
            store_versions(session, [lesson], datetime.now(UTC))
            self.world.live(session, self.key).version = lesson.version

    def staff(self, who: str) -> Staff:
        """A device of this member of staff, signed in now."""
        with self.world.session() as session, session.begin():
            row = self.world.staff(session, who)
            token = login.sign_in(session, datetime.now(UTC), staff=row.id)
            signed = session.scalars(select(Login).where(Login.token_hash == hash_of(token))).one()
            return Staff(row.id, Role(row.role), row.school_id, signed.id, row.first_name)

    def live(self) -> LiveSession:
        """The hour's row as it is now."""
        with self.world.session() as session:
            return self.world.live(session, self.key)

    def state(self) -> State:
        """The hour's state as it is now."""
        with self.world.session() as session:
            live = self.world.live(session, self.key)
            return state_of(live, rounds_of(session, live), module_at(session, live.version))

    @property
    def module(self) -> Module:
        """The lesson of this hour."""
        with self.world.session() as session:
            return module_at(session, self.world.live(session, self.key).version)

    def make(
        self, move: Move, actor: Staff | Board | None = None, *, seen: int | None = None, now: datetime | None = None
    ) -> int:
        """Make a move with the newest turn on screen, or with the turn `seen`."""
        with self.world.session() as session, session.begin():
            live = self.world.live(session, self.key)
            turn = live.turn if seen is None else seen
            return make(session, live, actor or self.mentor, move, turn, now or datetime.now(UTC))

    def ask(self, kind: str = "choice", *, skip: int = 0) -> Question:
        """Go to a slide that asks a question of this kind, and ask it; `skip` leaves out the first ones."""
        module = self.module
        places = [
            (place, module.question(slide.question))
            for place, slide in enumerate(module.slides)
            if slide.question and module.question(slide.question).kind == kind
        ]
        place, question = places[skip]
        if self.live().phase == "lobby":
            self.make(moves.Start())
        self.make(moves.Step(place))
        self.make(moves.Ask())
        return question

    def round(self) -> str:
        """The key of the newest round."""
        with self.world.session() as session:
            live = self.world.live(session, self.key)
            newest = select(Round.key).where(Round.live_id == live.id).order_by(Round.id.desc()).limit(1)
            return session.scalars(newest).one()

    def join(self, pupil: str | None = None) -> Phone:
        """A phone in the hour: a guest's, or that of the pupil with this name among the tests."""
        with self.world.session() as session, session.begin():
            who = self.world.pupil(session, PUPILS[pupil]).id if pupil else None
            token, seat = seats.join(session, self.world.live(session, self.key), who, datetime.now(UTC))
            return Phone(token, seat.key)

    def answer(self, phone: Phone, response: dict[str, Any], **other: Any) -> NewAnswer:
        """An answer to the newest round as it comes in; `other` replaces single values."""
        values: dict[str, Any] = {
            "key": new_key(),
            "live": self.key,
            "seat": phone.seat,
            "round": other["round"] if "round" in other else self.round(),
            "response": response,
            "confidence": None,
            "device": phone.device,
        }
        return NewAnswer(**{**values, **other})

    def store(self, answers: Sequence[NewAnswer], now: datetime | None = None) -> list[Receipt]:
        """Store `answers` as one batch and commit."""
        with self.world.session() as session, session.begin():
            return store(session, answers, now or datetime.now(UTC))


def right(question: Question) -> dict[str, Any]:
    """A right answer to a choice."""
    assert isinstance(question, Choice)
    return {"option": question.right.id}


def wrong(question: Question) -> dict[str, Any]:
    """A wrong answer to a choice."""
    assert isinstance(question, Choice)
    return {"option": next(one.id for one in question.options if not one.right)}

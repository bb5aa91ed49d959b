"""A pupil at home who has not answered anything yet, in a browser of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from html import unescape
from typing import Any

from sqlalchemy import select
from werkzeug.test import TestResponse

from app.db.base import new_key
from app.db.models import Attempt, Pupil, Standing
from app.domain.content import Module
from app.domain.questions import Question
from app.web.cookies import name_of
from app.work import login
from tests.support.forms import hidden
from tests.support.world import World

TRIES = ("csrf_token", "key", "seed", "run")
"""The hidden fields of a question's form."""


FIELDS = {"marks": "mark", "options": "option"}
"""The field of a plain form for a part of a response, where it is called something else."""


def fields(response: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the plain form that give `response`."""
    if "groups" in response:
        return {f"group-{item}": group for item, group in response["groups"].items()}
    return {FIELDS.get(name, name): value for name, value in response.items()}


def words(page: TestResponse) -> str:
    """The page with one space where it has any, and without entities: ready to look for sentences."""
    return " ".join(unescape(page.text).split())


class Home:
    """Wanda, new at the school of class 8b, signed in now."""

    def __init__(self, world: World) -> None:
        self.world = world
        with world.session() as session, session.begin():
            school = world.group(session, "8b").school_id
            pupil = Pupil(key=new_key(), school_id=school, name="Wanda")
            session.add(pupil)
            session.flush()
            self.pupil = pupil.id
        self.come()

    def come(self) -> None:
        """Sign in anew, as somebody who comes back on another day."""
        self.client = self.world.app.test_client()
        with self.world.session() as session, session.begin():
            token = login.sign_in(session, datetime.now(UTC), pupil=self.pupil)
        self.client.set_cookie(name_of("login", self.world.settings), token)

    def module(self, slug: str) -> Module:
        """A module that this application serves."""
        found: Module = self.world.app.extensions["library"].modules[slug]
        return found

    def read(self, path: str) -> str:
        """The words of a page that opens."""
        page = self.client.get(path)
        assert page.status_code == 200, path
        return words(page)

    def form(self, path: str) -> dict[str, str]:
        """The hidden fields of the question that the page at `path` asks."""
        page = self.client.get(path)
        return {name: hidden(page, name) for name in TRIES}

    def answer(
        self,
        slug: str,
        question: Question,
        response: Mapping[str, Any],
        confidence: str = "sure",
        run: str = "",
        hints: str = "0",
    ) -> TestResponse:
        """Ask for the question as a page of this run does, and send the form filled in."""
        path = f"/learn/{slug}/question/{question.id}"
        form = self.form(f"{path}?run={run}")
        return self.client.post(path, data={**form, **fields(response), "confidence": confidence, "hints": hints})

    def standings(self) -> Sequence[Standing]:
        """The sums that are kept of this pupil."""
        with self.world.session() as session:
            return session.scalars(select(Standing).where(Standing.pupil_id == self.pupil)).all()

    def attempts(self) -> Sequence[Attempt]:
        """What was stored of this pupil, oldest first."""
        with self.world.session() as session:
            mine = select(Attempt).where(Attempt.pupil_id == self.pupil).order_by(Attempt.id)
            return session.scalars(mine).all()

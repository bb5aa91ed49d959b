"""The demo world as tests see it: people by the names that never change meaning.

teacher and co_teacher work with class 8b; mentor is in the room, mentor_home steers from home; coordinator belongs to
no school; stranger teaches at the other school; pupil is Mila of 8b, other_pupil is Clara of the other school.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.config import Settings
from app.db.models import Group, LiveSession, Pupil, Staff
from app.demo.people import STAFF
from app.web.cookies import name_of
from app.work import boards, login, seats

ADDRESSES = {one.key: one.email for one in STAFF}
PUPILS = {"pupil": "Mila", "classmate": "Yusuf", "other_pupil": "Clara"}
STAFF_KEYS = tuple(ADDRESSES)


class World:
    """A handle on one app's demo world."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.settings: Settings = app.extensions["settings"]

    def session(self) -> Session:
        """A session of its own; use it as a context manager and commit what you write."""
        made: Session = self.app.extensions["sessions"]()
        return made

    def client_for(self, who: str) -> FlaskClient:
        """A browser signed in as `who`; "nobody" is a stranger's browser."""
        client = self.app.test_client()
        if who != "nobody":
            self._cookie(client, "login", self.token_for(who))
        return client

    def token_for(self, who: str) -> str:
        """A fresh login token for `who`."""
        with self.session() as session, session.begin():
            if who in PUPILS:
                return login.sign_in(session, datetime.now(UTC), pupil=self.pupil(session, PUPILS[who]).id)
            return login.sign_in(session, datetime.now(UTC), staff=self.staff(session, who).id)

    def board_client(self, live: str | None = None) -> FlaskClient:
        """A board's browser: waiting, or paired with the hour under this key."""
        client = self.app.test_client()
        with self.session() as session, session.begin():
            token, code = boards.new_board(session, datetime.now(UTC))
            if live is not None:
                boards.pair_by_code(session, self.live(session, live), code, datetime.now(UTC))
        self._cookie(client, "board", token)
        return client

    def device_client(self, live: str, who: str | None = None) -> FlaskClient:
        """A phone that joined the hour under this key, as a guest or as the pupil `who`."""
        client = self.client_for(who or "nobody")
        with self.session() as session, session.begin():
            pupil = self.pupil(session, PUPILS[who]).id if who else None
            token, _ = seats.join(session, self.live(session, live), pupil, datetime.now(UTC))
        self._cookie(client, "device", token)
        return client

    def todays_hour(self, *, opened: bool = False) -> str:
        """The key of the hour that class 8b has today; opened into its lobby if asked for."""
        with self.session() as session, session.begin():
            group = self.group(session, "8b")
            planned = select(LiveSession).where(LiveSession.group_id == group.id, LiveSession.status != "finished")
            live = session.scalars(planned).one()
            if opened:
                boards.open_hour(session, live)
            return live.key

    def live(self, session: Session, key: str) -> LiveSession:
        """The live session under `key`."""
        return session.scalars(select(LiveSession).where(LiveSession.key == key)).one()

    def group(self, session: Session, name: str) -> Group:
        """A group by name."""
        return session.scalars(select(Group).where(Group.name == name)).one()

    def pupil(self, session: Session, name: str) -> Pupil:
        """A pupil by first name."""
        return session.scalars(select(Pupil).where(Pupil.name == name)).one()

    def staff(self, session: Session, who: str) -> Staff:
        """A member of staff by what tests call them."""
        return session.scalars(select(Staff).where(Staff.email == ADDRESSES[who])).one()

    def move(self, client: FlaskClient, live: str, audience: str = "staff", **move: Any) -> Any:
        """Make a move as a page would: look at the newest frame, then send. Returns the response."""
        turn = client.get(f"/live/{live}/state?as={audience}").get_json()["turn"]
        return client.post(
            f"/live/{live}/moves?as={audience}", json={"turn": turn, **move}, headers={"Origin": "http://localhost"}
        )

    def _cookie(self, client: FlaskClient, door: str, token: str) -> None:
        client.set_cookie(name_of(door, self.settings), token)

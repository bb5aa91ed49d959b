"""The demo world before the server starts: who can sign in with what, and the tokens that spare tests the signing in."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from app.config import Settings
from app.db.models import Card, LiveSession
from app.demo.world import DEMO_PASSWORD, DEMO_PINS
from app.factory import create_app
from app.work.tokens import hash_of, new_token
from tests.support.world import ADDRESSES, World


@dataclass(frozen=True)
class Cast:
    """What a test knows of the people in an instance folder."""

    hour: str
    """The key of today's hour of class 8b, in addresses."""
    hour_key: str
    """The key on the printed sheet."""
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    """By person: teacher, mentor, pupil, and where the hour is open board and phone."""
    memory: dict[str, str] = field(default_factory=dict)
    """What people know by heart or have on paper, for journeys."""


def settle(template: str, instance: Path, secret_key: str, *, opened: bool = False) -> Cast:
    """Fill `instance` with the database at `template`, and say who is in it.

    `opened` lets the class in: then the hour has a board and one phone.
    """
    instance.mkdir(parents=True, exist_ok=True)
    shutil.copy(template.removeprefix("sqlite:///"), instance / "techteens.sqlite3")
    app = create_app(Settings(instance=instance, secret_key=secret_key))
    try:
        return _cast(World(app), opened=opened)
    finally:
        app.extensions["sessions"].kw["bind"].dispose()


def _cast(world: World, *, opened: bool) -> Cast:
    hour = world.todays_hour(opened=opened)
    cookies = {who: {"tt_login": world.token_for(who)} for who in ("teacher", "mentor", "pupil")}
    if opened:
        for who, client in (("board", world.board_client(hour)), ("phone", world.device_client(hour))):
            found = client.get_cookie(f"tt_{'board' if who == 'board' else 'device'}")
            assert found is not None
            cookies[who] = {found.key: found.value}
    word, pin = DEMO_PINS[0]
    secret = new_token()
    with world.session() as session, session.begin():
        session.scalars(select(Card).where(Card.word == word)).one().link_hash = hash_of(secret)
        hour_key = session.scalars(select(LiveSession.hour_key).where(LiveSession.key == hour)).one()
    memory = {
        "mentor": ADDRESSES["mentor"],
        "teacher": ADDRESSES["teacher"],
        "password": DEMO_PASSWORD,
        "word": word,
        "pin": pin,
        "secret": secret,
        "hour_key": hour_key,
    }
    return Cast(hour, hour_key, cookies, memory)

"""The demo world before the server starts: who can sign in with what, and tokens that spare tests the signing in."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.config import Settings
from app.content.loader import load
from app.db.base import new_key
from app.db.models import Card, LiveSession
from app.demo.answers import response_of
from app.demo.world import DEMO_PASSWORD, DEMO_PINS, TODAYS_MODULE
from app.domain.content import Module
from app.factory import create_app
from app.work.attempts import record
from app.work.library import store_versions
from app.work.tokens import hash_of, new_token
from tests.conftest import MODULES
from tests.support.world import ADDRESSES, World

PHONES = ("phone", "phone_2", "phone_3", "phone_4", "phone_5")
ANSWERED = {"choice": "schloss", "order": "falscher-klick", "groups": "handlung", "mark": "mark-paket"}
"""A question of each kind, answered wrong by the pupil; the first one once more, right."""


@dataclass(frozen=True)
class Cast:
    """What a test knows of the people in an instance folder."""

    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    """By person: teacher, mentor, pupil, and in a furnished world board and five phones."""
    memory: dict[str, str] = field(default_factory=dict)
    """What people know by heart or have on paper, for journeys."""
    keys: dict[str, str] = field(default_factory=dict)
    """What stands in addresses: hour, group, pupil, and the answers that feedback is shown to."""


def settle(
    template: str, instance: Path, secret_key: str, *, furnished: bool = False, modules: Path = MODULES, slug: str = ""
) -> Cast:
    """Fill `instance` with the database at `template`, and say who is in it.

    `furnished` lets the class in, with a board and five phones, and gives the pupil an answer of each kind. With `slug`
    the hour of today is about that module of the folder `modules`.
    """
    instance.mkdir(parents=True, exist_ok=True)
    shutil.copy(template.removeprefix("sqlite:///"), instance / "techteens.sqlite3")
    app = create_app(Settings(instance=instance, secret_key=secret_key, modules=modules))
    world = World(app)
    try:
        if slug:
            _change(world, slug)
        cast = _cast(world)
        if furnished:
            _furnish(world, cast)
        return cast
    finally:
        app.extensions["sessions"].kw["bind"].dispose()


def _change(world: World, slug: str) -> None:
    """Today's hour is about the module `slug`."""
    hour, module = world.todays_hour(), world.app.extensions["library"].modules[slug]
    with world.session() as session, session.begin():
        store_versions(session, [module], datetime.now(UTC))
        world.live(session, hour).version = module.version


def _cast(world: World) -> Cast:
    hour = world.todays_hour()
    word, pin = DEMO_PINS[0]
    secret = new_token()
    with world.session() as session, session.begin():
        session.scalars(select(Card).where(Card.word == word)).one().link_hash = hash_of(secret)
        hour_key = session.scalars(select(LiveSession.hour_key).where(LiveSession.key == hour)).one()
        keys = {"hour": hour, "group": world.group(session, "8b").key, "pupil": world.pupil(session, "Mila").key}
    memory = {
        "mentor": ADDRESSES["mentor"],
        "teacher": ADDRESSES["teacher"],
        "password": DEMO_PASSWORD,
        "word": word,
        "pin": pin,
        "secret": secret,
        "hour_key": hour_key,
    }
    cookies = {who: {"tt_login": world.token_for(who)} for who in ("teacher", "mentor", "pupil")}
    return Cast(cookies, memory, keys)


def _furnish(world: World, cast: Cast) -> None:
    hour = world.todays_hour(opened=True)
    clients = {"board": world.board_client(hour)} | {who: world.device_client(hour) for who in PHONES}
    for who, client in clients.items():
        name = "tt_board" if who == "board" else "tt_device"
        found = client.get_cookie(name)
        assert found is not None
        cast.cookies[who] = {name: found.value}
    module = load(world.settings.modules, datetime.now(UTC).date()).modules[TODAYS_MODULE]
    with world.session() as session, session.begin():
        pupil = world.pupil(session, "Mila").id
        for kind, question in ANSWERED.items():
            cast.keys[kind] = _answer(session, pupil, module, question, ability=0)
        cast.keys["right"] = _answer(session, pupil, module, ANSWERED["choice"], ability=1)


def _answer(session: Session, pupil: int, module: Module, question: str, ability: int) -> str:
    chance = random.Random(question)
    key = new_key()
    record(
        session,
        key=key,
        pupil=pupil,
        module=module,
        question=question,
        context="practice",
        seed=chance.randrange(2**31),
        response=response_of(module.question(question), ability, chance),
        confidence="sure",
        now=datetime.now(UTC),
    )
    return key

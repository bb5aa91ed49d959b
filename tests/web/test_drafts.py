"""A draft is for its authors: pupils do not find it, and no hour is planned with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.config import Settings
from app.domain.errors import NotAllowed
from app.factory import create_app
from app.work import hours
from app.work.library import store_versions
from tests.support.compiled import COMPILED
from tests.support.home import Home
from tests.support.modules import FILES, MODULE, changed, write
from tests.support.world import World

SLUG, TITLE = "s9-test", "Ein Test"


@pytest.fixture
def world_of(settings: Settings, tmp_path: Path) -> Iterator[dict[str, World]]:
    """This test's world with the small module in each status."""
    made = {}
    for status in ("Entwurf", "geprüft", "erprobt"):
        files = changed(MODULE, "status: geprüft", f"status: {status}")
        app = create_app(replace(settings, modules=write(tmp_path / status, files)))
        app.testing = True
        app.jinja_env.bytecode_cache = COMPILED
        made[status] = World(app)
    assert TITLE in FILES[MODULE]
    yield made
    for world in made.values():
        world.app.extensions["sessions"].kw["bind"].dispose()


def test_pupils_find_what_was_checked_and_what_was_tried(world_of: dict[str, World]) -> None:
    for status in ("geprüft", "erprobt"):
        home = Home(world_of[status])
        assert TITLE in home.read("/learn")
        assert TITLE in home.read(f"/learn/{SLUG}")


def test_pupils_do_not_find_a_draft(world_of: dict[str, World]) -> None:
    home = Home(world_of["Entwurf"])
    assert TITLE not in home.read("/learn")
    for path in ("", "/1", "/question/wahl", "/practice", "/check/pre"):
        assert home.client.get(f"/learn/{SLUG}{path}").status_code == 404, path


def test_no_hour_is_planned_with_a_draft(world_of: dict[str, World]) -> None:
    for status, world in world_of.items():
        module = world.app.extensions["library"].modules[SLUG]
        with world.session() as session, session.begin():
            store_versions(session, [module], datetime.now(UTC))
            plan = {
                "group": world.group(session, "8b"),
                "version": module.version,
                "staff": [world.staff(session, "mentor")],
                "starts_at": datetime.now(UTC),
                "minutes": 45,
                "room": "1",
            }
            if status == "Entwurf":
                with pytest.raises(NotAllowed, match="draft"):
                    hours.plan(session, **plan)
            else:
                assert hours.plan(session, **plan).status == "planned"

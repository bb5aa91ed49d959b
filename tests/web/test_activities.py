"""Pages with an activity: the board keeps it, frames only name it, home makes a step of it, the mentor prints it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.config import Settings
from app.factory import create_app
from app.features.learn.steps import steps_of
from app.work.library import store_versions
from tests.support.activities import KINDS, SLUG, active_files
from tests.support.compiled import COMPILED
from tests.support.home import Home, words
from tests.support.modules import write
from tests.support.world import World


@pytest.fixture
def world(settings: Settings, tmp_path: Path) -> Iterator[World]:
    """This test's world with the small module and its activities, which the hour of today is about."""
    app = create_app(replace(settings, modules=write(tmp_path / "content", active_files())))
    app.testing = True
    app.jinja_env.bytecode_cache = COMPILED
    made = World(app)
    module = app.extensions["library"].modules[SLUG]
    hour = made.todays_hour()
    with made.session() as session, session.begin():
        live = made.live(session, hour)
        store_versions(session, [module], live.starts_at)
        live.version = module.version
    yield made
    app.extensions["sessions"].kw["bind"].dispose()


@pytest.fixture
def first(world: World) -> int:
    """The slide with the first activity."""
    slides = world.app.extensions["library"].modules[SLUG].slides
    return next(place for place, one in enumerate(slides) if one.activity)


def test_the_board_keeps_every_activity_and_a_frame_only_names_it(world: World, first: int) -> None:
    hour = world.todays_hour(opened=True)
    board = world.board_client(hour)
    for move in ({"move": "start"}, {"move": "step", "to": first}):
        assert world.move(board, hour, "board", **move).status_code == 200
    frame = board.get(f"/live/{hour}/state?as=board").get_json()
    assert "data-activity-of=" in frame["html"]
    assert "data-activity=" not in frame["html"]
    page = board.get("/board/show").text
    assert [page.count(f'data-activity="{kind}"') for kind in KINDS] == [1] * len(KINDS)
    assert "Jemand tippt an der Tafel." not in page
    assert "built/activity.css" in page


def test_phones_in_the_hour_look_at_the_board(world: World, first: int) -> None:
    hour = world.todays_hour(opened=True)
    board, seat = world.board_client(hour), world.device_client(hour)
    for move in ({"move": "start"}, {"move": "step", "to": first}):
        world.move(board, hour, "board", **move)
    page = seat.get("/join/seat").text
    assert "Schau nach vorn" in page
    assert "data-activity" not in page


def test_an_activity_is_a_step_at_home_on_paper_until_a_script_comes(world: World) -> None:
    home = Home(world)
    module = home.module(SLUG)
    for kind, step in zip(KINDS, [one for one in steps_of(module) if one.activity], strict=True):
        page = home.client.get(f"/learn/{SLUG}/{step.number}")
        activity = module.activity(step.activity)
        assert activity.kind == kind
        assert activity.paper in words(page)
        assert "Probier es aus." in page.text
        assert f"/learn/{SLUG}/{step.number + 1}" in page.text
        assert "<div data-play hidden>" in page.text
        assert "js/learn/activity.js" in page.text
        assert "Die Klasse entscheidet" not in page.text  # nobody raises a hand at home
    reading = home.client.get(f"/learn/{SLUG}/1").text
    assert "activity" not in reading


def test_the_material_is_printed_from_the_page_of_the_hour(world: World) -> None:
    hour, mentor = world.todays_hour(), world.client_for("mentor")
    assert f'href="/present/{hour}/material"' in mentor.get(f"/present/{hour}").text
    page = words(mentor.get(f"/present/{hour}/material"))
    sheet = words(mentor.get(f"/present/{hour}/sheet"))
    for activity in world.app.extensions["library"].modules[SLUG].activities:
        assert activity.prompt in page
        assert activity.paper in page
        assert f"<b>Aktivität:</b> {activity.prompt}" in sheet

"""Moves that are refused: the right status, and a plain German line that says what to do; the hour stays as it was."""

from __future__ import annotations

from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.support.world import World

HEADERS = {"Origin": "http://localhost"}
RELOAD = "Lade die Seite neu"


def state(client: Any, live: str) -> Any:
    return client.get(f"/live/{live}/state?as=staff").get_json()


@pytest.fixture
def live(world: World) -> str:
    return world.todays_hour(opened=True)


def refused(answer: TestResponse, status: int, words: str) -> bool:
    """Whether it says so, in words and in a code that scripts can read."""
    body = answer.get_json()
    return answer.status_code == status and words in body["message"] and bool(body["code"])


@pytest.mark.parametrize(
    "sent",
    [
        {"data": b"{", "content_type": "application/json"},
        {"json": ["take"]},
        {"json": {"move": "take"}},
        {"json": {"move": "take", "turn": "0"}},
        {"json": {"move": "fly", "turn": 0}},
        {"json": {"turn": 0}},
        {"json": {"move": "step", "turn": 0}},
        {"json": {"move": "step", "to": "3", "turn": 0}},
        {"json": {"move": "present", "count": True, "turn": 0}},
    ],
    ids=str,
)
def test_what_is_no_move_changes_nothing(world: World, live: str, sent: dict[str, Any]) -> None:
    mentor = world.client_for("mentor")
    before = state(mentor, live)
    assert refused(mentor.post(f"/live/{live}/moves", headers=HEADERS, **sent), 422, RELOAD)
    assert state(mentor, live) == before


def test_a_move_from_an_old_screen_is_dropped(world: World, live: str) -> None:
    mentor = world.client_for("mentor")
    seen = state(mentor, live)["turn"]
    assert world.move(mentor, live, move="take").status_code == 200
    late = mentor.post(f"/live/{live}/moves", json={"move": "start", "turn": seen}, headers=HEADERS)
    assert refused(late, 409, "Jemand war schneller")
    assert state(mentor, live)["phase"] == "lobby"
    assert world.move(mentor, live, move="start").status_code == 200


def test_only_who_steers_may_go_on(world: World, live: str) -> None:
    mentor, teacher = world.client_for("mentor"), world.client_for("teacher")
    assert world.move(mentor, live, move="take").status_code == 200
    assert refused(world.move(teacher, live, move="start"), 403, "Übernimm die Steuerung")
    assert world.move(teacher, live, move="take").status_code == 200
    assert world.move(teacher, live, move="start").status_code == 200
    assert refused(world.move(teacher, live, move="step", to=999), 422, "Diese Folie gibt es nicht")

"""Two ways into an hour, and what a board or phone says when one of them does not work. What was typed stays."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.support.forms import submit
from tests.support.world import World

ORIGIN = {"Origin": "http://localhost"}


@pytest.fixture
def live(world: World) -> str:
    return world.todays_hour()


def test_a_code_pairs_one_board_once(world: World, client: FlaskClient, live: str) -> None:
    code = client.post("/board/pairings", json={}, headers=ORIGIN).get_json()["code"]
    mentor, page = world.client_for("mentor"), f"/present/{live}"
    assert client.get("/board/state").get_json() == {"paired": False}
    assert submit(mentor, page, f"{page}/pair", code=code).status_code == 302
    assert client.get("/board/state").get_json() == {"paired": True}
    assert client.get("/board/show").status_code == 200
    again = submit(mentor, page, f"{page}/pair", code=code)
    assert again.status_code == 404
    assert "Ein Code gilt nur einmal" in again.text


@pytest.mark.parametrize("typed", ["12345", "zwölf", ""])
def test_a_code_that_cannot_be_one_is_told_so(world: World, live: str, typed: str) -> None:
    page = f"/present/{live}"
    answer = submit(world.client_for("mentor"), page, f"{page}/pair", code=typed)
    assert (answer.status_code, "Der Code hat sechs Ziffern" in answer.text) == (422, True)
    assert f'value="{typed}"' in answer.text


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "Tippe die acht Zeichen"), ("ABC", "Da fehlt noch etwas"), ("ZZZZ ZZZZ", "Vergleiche ihn mit dem Blatt")],
)
def test_a_wrong_key_stays_and_says_what_to_do(client: FlaskClient, live: str, typed: str, words: str) -> None:
    answer = submit(client, "/board/key", key=typed)
    assert answer.status_code == 422
    assert words in answer.text
    assert f'value="{typed}"' in answer.text


def test_the_right_key_opens_the_hour(world: World, client: FlaskClient, live: str) -> None:
    with world.session() as session:
        key = world.live(session, live).hour_key
    typed = f"{key[:4].lower()} {key[4:]}"
    assert submit(client, "/board/key", key=typed).headers["Location"] == "/board/show"
    assert client.get("/board/show").status_code == 200
    with world.session() as session:
        assert world.live(session, live).status == "running"

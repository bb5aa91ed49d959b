"""Pupils sign in with a card: its link, or its word and PIN."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy import select

from app.db.models import Card
from app.domain.questions import Choice
from app.work import cards
from tests.conftest import KEY
from tests.support.forms import hidden, submit
from tests.support.world import World

WORD, PIN = "LINDE-47", "2604"  # Mila's card in the demo world
OWN = {"Origin": "http://localhost"}
NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


@pytest.fixture
def secret(world: World) -> str:
    """The secret in the link of a fresh card of Mila's."""
    with world.session() as session, session.begin():
        pupil = world.pupil(session, "Mila").id
        return cards.issue(session, pupil, KEY, random.Random(7), word="KRANICH-31").secret


def shown(text: str) -> str:
    return unescape(text).replace("\n", " ")


@pytest.mark.parametrize("typed", [WORD, "linde 47", " Linde-47 ", "LINDE47"])
def test_word_and_pin_lead_to_the_own_start(client: FlaskClient, typed: str) -> None:
    answer = submit(client, "/card", word=typed, pin=PIN)
    assert (answer.status_code, answer.location) == (303, "/learn")
    assert "Mila" in client.get("/learn").text
    assert client.get("/").location == "/learn"


@pytest.mark.parametrize(
    ("word", "pin", "advice"),
    [
        ("", PIN, "Tippe den Kartencode ein."),
        ("LINDE-4", PIN, "Da fehlt noch eine Ziffer. Der Code endet auf zwei Ziffern."),
        ("47", PIN, "Da fehlt noch das Wort."),
        (WORD, "26", "Die PIN hat vier Ziffern."),
        (WORD, "", "Tippe die vier Ziffern deiner PIN ein."),
        (WORD, "9999", "Wort und PIN passen nicht zusammen."),
        ("TANNE-99", PIN, "Wort und PIN passen nicht zusammen."),
    ],
)
def test_a_mistake_is_named_and_the_word_stays(client: FlaskClient, word: str, pin: str, advice: str) -> None:
    answer = submit(client, "/card", word=word, pin=pin)
    assert answer.status_code == 422
    assert advice in shown(answer.text)
    assert f'value="{word}"' in answer.text
    assert "2604" not in answer.text


def test_wrong_pins_make_the_card_wait_longer_each_time(client: FlaskClient) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        for _ in range(2):
            assert submit(client, "/card", word=WORD, pin="0000").status_code == 422
        third = submit(client, "/card", word=WORD, pin="0000")
        assert (third.status_code, third.headers["Retry-After"]) == (429, "31")
        assert "Zu viele Versuche. Warte 31 Sekunden oder hol dir im Raum Hilfe." in third.text
        assert submit(client, "/card", word=WORD, pin=PIN).status_code == 429  # even the right one
        clock.shift(31)
        assert submit(client, "/card", word=WORD, pin="0000").headers["Retry-After"] == "61"
        clock.shift(61)
        longer = submit(client, "/card", word=WORD, pin="0000")
        assert "Warte 3 Minuten" in longer.text
        clock.shift(121)
        assert submit(client, "/card", word=WORD, pin=PIN).status_code == 303
    with time_machine.travel(NOW + timedelta(hours=1)):
        assert submit(client, "/card", word=WORD, pin="0000").status_code == 422  # the count began anew


def test_another_card_does_not_wait(client: FlaskClient) -> None:
    for _ in range(4):
        submit(client, "/card", word=WORD, pin="0000")
    assert submit(client, "/card", word="AHORN-12", pin="7318").status_code == 303


def test_the_link_signs_in_and_is_not_in_any_address(client: FlaskClient, secret: str) -> None:
    answer = client.post("/card/link?next=/learn/progress", json={"secret": secret}, headers=OWN)
    assert (answer.status_code, answer.get_json()) == (200, {"next": "/learn/progress"})
    assert client.get("/learn/progress").status_code == 200
    assert client.post("/card/link?next=//boese.example", json={"secret": secret}, headers=OWN).get_json() == {
        "next": "/learn"
    }


@pytest.mark.parametrize("sent", [{"secret": "x" * 43}, {"secret": 7}, {}, [], "secret"])
def test_a_link_that_is_none_says_so(client: FlaskClient, sent: object) -> None:
    answer = client.post("/card/link", json=sent, headers=OWN)
    assert answer.status_code == 404
    assert answer.get_json()["message"] == "Diese Karte gilt nicht mehr. Bitte deine Lehrkraft um eine neue."
    assert client.get("/learn").status_code == 302


@pytest.mark.parametrize(
    "headers", [{}, {"Origin": "http://boese.example"}, {"Origin": "null"}, {"Origin": "https://localhost:1"}]
)
def test_a_link_from_another_page_is_refused(client: FlaskClient, secret: str, headers: dict[str, str]) -> None:
    assert client.post("/card/link", json={"secret": secret}, headers=headers).status_code == 403
    assert client.post("/card/link", data={"secret": secret}, headers=OWN).status_code == 403


def test_a_card_that_was_taken_back_opens_nothing(client: FlaskClient, world: World, secret: str) -> None:
    with world.session() as session, session.begin():
        for one in session.scalars(select(Card)):
            one.revoked_at = NOW
    assert client.post("/card/link", json={"secret": secret}, headers=OWN).status_code == 404
    assert submit(client, "/card", word=WORD, pin=PIN).status_code == 422


def test_whoever_signs_in_next_does_not_answer_for_the_one_before(world: World) -> None:
    live = world.todays_hour(opened=True)
    tablet = world.device_client(live, "pupil")
    assert tablet.get(f"/live/{live}/mine").status_code == 200
    submit(tablet, "/card", word="AHORN-12", pin="7318")
    assert tablet.get(f"/live/{live}/mine").status_code == 401


def test_an_answer_outlives_the_login_it_began_with(world: World) -> None:
    client = world.client_for("pupil")
    question = a_choice(world)
    path = f"/learn/s2-phishing/question/{question.id}"
    page = client.get(path)
    fields = {"csrf_token": hidden(page, "csrf_token"), "key": hidden(page, "key"), "seed": hidden(page, "seed")}
    fields |= {"run": "practice", "option": question.options[0].id, "confidence": "sure"}
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=31)):
        moved = client.post(path, data=fields)
        assert (moved.status_code, moved.location) == (307, f"/card?next={path}")
        asked = client.post(moved.location, data=fields)  # as a browser does on 307
        assert asked.status_code == 401
        assert "Deine Antwort ist noch da." in asked.text
        kept = hidden(asked, "kept")
        again = {"csrf_token": hidden(asked, "csrf_token"), "kept": kept, "word": WORD}
        wrong = client.post(asked.request.full_path, data=again | {"pin": "0000"})
        assert (wrong.status_code, hidden(wrong, "kept")) == (422, kept)
        ready = client.post(asked.request.full_path, data=again | {"pin": PIN})
        assert f'action="{path}"' in ready.text
        names = ("key", "seed", "run", "option", "confidence")
        assert {name: hidden(ready, name) for name in names} == {name: fields[name] for name in names}
        sent = client.post(path, data={name: hidden(ready, name) for name in ("csrf_token", *names)})
        assert (sent.status_code, sent.location) == (303, f"/learn/attempt/{fields['key']}?run=practice")


def a_choice(world: World) -> Choice:
    """A question of the first module that may be practised."""
    questions = world.app.extensions["library"].modules["s2-phishing"].questions
    return next(one for one in questions if isinstance(one, Choice) and "practice" in one.uses)

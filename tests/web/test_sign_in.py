"""Staff sign in with e-mail and password."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from argon2 import PasswordHasher
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from app.db.models import Login, Staff
from app.demo import DEMO_PASSWORD
from app.web import passwords
from tests.support.forms import hidden, submit
from tests.support.world import ADDRESSES, World

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


def sign_in(client: FlaskClient, email: str = ADDRESSES["mentor"], password: str = DEMO_PASSWORD) -> TestResponse:
    return submit(client, "/login", email=email, password=password)


@pytest.mark.parametrize("who", ["teacher", "mentor", "coordinator"])
def test_staff_sign_in_and_see_their_hours(client: FlaskClient, world: World, who: str) -> None:
    answer = sign_in(client, ADDRESSES[who])
    assert (answer.status_code, answer.location) == (303, "/present")
    assert client.get("/present").status_code == 200
    assert client.get("/").location == "/present"
    assert client.get("/login").location == "/present"


def test_the_address_may_be_typed_in_any_way(client: FlaskClient) -> None:
    assert sign_in(client, "  Priya@TechTeens.example ").status_code == 303


def test_wrong_pairs_are_told_alike_and_keep_the_address(client: FlaskClient) -> None:
    wrong = sign_in(client, password="falsch")
    unknown = sign_in(client, "niemand@techteens.example")
    for answer, address in ((wrong, ADDRESSES["mentor"]), (unknown, "niemand@techteens.example")):
        assert answer.status_code == 422
        assert "E-Mail-Adresse und Passwort passen nicht zusammen." in answer.text
        assert f'value="{address}"' in answer.text
        assert DEMO_PASSWORD not in answer.text
        assert "Set-Cookie" not in answer.headers or "tt_login" not in answer.headers["Set-Cookie"]
    assert client.get("/present").status_code == 302


def test_what_is_missing_is_named(client: FlaskClient) -> None:
    answer = submit(client, "/login", email="", password="")
    assert answer.status_code == 422
    assert "Hier fehlt die E-Mail-Adresse." in answer.text
    assert "Hier fehlt das Passwort." in answer.text


def test_whose_time_has_ended_does_not_get_in(client: FlaskClient, world: World) -> None:
    with world.session() as session, session.begin():
        world.staff(session, "mentor").until = (NOW - timedelta(days=400)).date()
    assert sign_in(client).status_code == 422


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [
        ("/teach", "/teach"),
        ("/present?day=1", "/present?day=1"),
        ("", "/present"),
        ("teach", "/present"),
        ("//boese.example/teach", "/present"),
        ("/\\boese.example", "/present"),
        ("/teach\\..", "/present"),
        ("https://boese.example", "/present"),
        ("javascript:alert(1)", "/present"),
        ("/%0d%0aX: y", "/present"),
        ("/te\tach", "/present"),
    ],
)
def test_nobody_is_led_elsewhere(client: FlaskClient, wanted: str, led_to: str) -> None:
    page = client.get("/login", query_string={"next": wanted})
    path = f"{page.request.path}?{page.request.query_string.decode()}"
    answer = submit(client, path, email=ADDRESSES["teacher"], password=DEMO_PASSWORD)
    assert answer.location == led_to


def test_who_keeps_trying_waits_longer_and_longer(client: FlaskClient) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        for _ in range(5):
            assert sign_in(client, password="falsch").status_code == 422
        refused = sign_in(client)  # even the right one
        assert (refused.status_code, refused.headers["Retry-After"]) == (429, "5")
        assert "Zu viele Versuche. Bitte warten, noch 5 Sekunden." in refused.text
        clock.shift(5)
        assert sign_in(client, password="falsch").status_code == 422
        assert sign_in(client).headers["Retry-After"] == "9"
        clock.shift(600)
        assert sign_in(client, password="falsch").status_code == 422
        clock.shift(61)
        assert sign_in(client).status_code == 303


def test_an_unknown_address_waits_too_and_nobody_else_does(client: FlaskClient) -> None:
    for _ in range(5):
        sign_in(client, "niemand@techteens.example")
    assert sign_in(client, "niemand@techteens.example").status_code == 429
    assert sign_in(client).status_code == 303


def test_the_right_password_ends_the_count(client: FlaskClient) -> None:
    for _ in range(2):
        for _ in range(4):
            assert sign_in(client, password="falsch").status_code == 422
        assert sign_in(client).status_code == 303
        client.delete_cookie("tt_login")


def test_every_sign_in_gets_a_fresh_token_and_ends_the_one_before(client: FlaskClient, world: World) -> None:
    sign_in(client)
    before = client.get_cookie("tt_login").value
    submit(client, "/card", to="/login", email=ADDRESSES["teacher"], password=DEMO_PASSWORD)
    assert client.get_cookie("tt_login").value != before
    other = world.client_for("nobody")
    other.set_cookie("tt_login", before)
    assert other.get("/present").status_code == 302


def test_the_form_token_is_renewed(client: FlaskClient) -> None:
    page = client.get("/login")
    token = hidden(page, "csrf_token")
    fields = {"csrf_token": token, "email": ADDRESSES["mentor"], "password": DEMO_PASSWORD}
    assert client.post("/login", data=fields).status_code == 303
    assert client.post("/logout", data={"csrf_token": token}).status_code == 400


def test_an_old_hash_is_made_anew(client: FlaskClient, world: World) -> None:
    with world.session() as session, session.begin():
        weak = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(DEMO_PASSWORD)
        world.staff(session, "mentor").password_hash = weak
    assert sign_in(client).status_code == 303
    with world.session() as session:
        stored = world.staff(session, "mentor").password_hash
    assert stored != weak
    assert not passwords.is_outdated(stored)
    assert passwords.is_right(stored, DEMO_PASSWORD)


def test_nothing_is_written_before_the_password_is_right(client: FlaskClient, world: World) -> None:
    def rows() -> int:
        with world.session() as session:
            return session.scalar(select(func.count()).select_from(Login)) or 0

    before = rows()
    sign_in(client, password="falsch")
    assert rows() == before
    sign_in(client)
    assert rows() == before + 1


def test_passwords_are_hashed_as_promised(world: World) -> None:
    with world.session() as session:
        stored = session.scalars(select(Staff.password_hash)).first() or ""
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert passwords.hash_password("Grüße") != passwords.hash_password("Grüße")
    assert passwords.is_right(passwords.hash_password("Gru\u0308ße"), "Grüße")
    assert not passwords.is_right(None, "")
    assert not passwords.is_right("no hash", "anything")

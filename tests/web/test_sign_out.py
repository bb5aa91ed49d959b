"""Signing out, and logins that end by themselves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from app.factory import create_app
from app.web.cookies import NAMES
from app.work.ports import NullBroker
from app.work.tokens import hash_of
from tests.support.forms import hidden, submit
from tests.support.world import World


class Listening(NullBroker):
    """A broker that remembers which tokens it was told of."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def revoked(self, token_hash: str) -> None:
        self.told.append(token_hash)


def sign_out(client: FlaskClient, page: str = "/learn") -> None:
    assert submit(client, page, to="/logout").status_code == 303


@pytest.fixture
def broker(app: Flask) -> Listening:
    made = Listening()
    app.extensions["broker"] = made
    return made


def test_signing_out_ends_the_login_everywhere(world: World, broker: Listening) -> None:
    client = world.client_for("pupil")
    token = client.get_cookie("tt_login").value
    answer = submit(client, "/learn", to="/logout")
    assert (answer.status_code, answer.location) == (303, "/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get_cookie("tt_login") is None
    assert broker.told == [hash_of(token)]
    client.set_cookie("tt_login", token)  # whoever copied it has nothing
    assert client.get("/learn").status_code == 302
    assert "Du bist abgemeldet." in client.get("/").text


def test_signing_out_leaves_no_seat(world: World, broker: Listening) -> None:
    live = world.todays_hour(opened=True)
    client = world.device_client(live, "pupil")
    token = client.get_cookie("tt_device").value
    sign_out(client)
    client.set_cookie("tt_device", token)
    assert client.get(f"/live/{live}/mine").status_code == 401
    assert hash_of(token) in broker.told


def test_a_board_in_the_same_browser_stays_paired(world: World) -> None:
    live = world.todays_hour(opened=True)
    client = world.board_client(live)
    client.set_cookie(NAMES["login"], world.token_for("mentor"))
    sign_out(client, "/present")
    assert client.get("/board/show").status_code == 200


def test_signing_out_is_no_link_and_needs_the_form(world: World) -> None:
    client = world.client_for("pupil")
    assert client.get("/logout").status_code == 405
    assert client.post("/logout").status_code == 400
    assert client.get("/learn").status_code == 200


@pytest.mark.parametrize(
    ("who", "page", "door", "minutes"), [("pupil", "/learn", "/card", 30), ("mentor", "/present", "/login", 60)]
)
def test_an_idle_login_ends_and_the_way_back_is_kept(
    world: World, who: str, page: str, door: str, minutes: int
) -> None:
    client, start = world.client_for(who), datetime.now(UTC)
    with time_machine.travel(start + timedelta(minutes=minutes - 1)):
        assert client.get(page).status_code == 200
    with time_machine.travel(start + timedelta(minutes=2 * minutes - 2)):
        assert client.get(page).status_code == 200  # used in between
    with time_machine.travel(start + timedelta(minutes=3 * minutes)):
        answer = client.get(f"{page}?x=1")
        assert (answer.status_code, answer.location) == (302, f"{door}?next={page}?x%3D1")
        assert "nmeldung ist abgelaufen." in client.get(answer.location).text


def test_a_login_ends_after_half_a_day_however_busy(world: World) -> None:
    client, start = world.client_for("pupil"), datetime.now(UTC)
    for quarters in range(1, 48):
        with time_machine.travel(start + timedelta(minutes=15 * quarters)):
            assert client.get("/learn").status_code == 200
    with time_machine.travel(start + timedelta(hours=12, minutes=1)):
        assert client.get("/learn").status_code == 302


def test_nobody_of_a_running_hour_is_signed_out(world: World) -> None:
    live = world.todays_hour(opened=True)
    mentor, pupil = world.client_for("mentor"), world.device_client(live, "pupil")
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=100)):
        assert mentor.get("/present").status_code == 200
        assert pupil.get("/learn").status_code == 200


def test_who_was_never_signed_in_hears_nothing_of_an_end(client: FlaskClient) -> None:
    for page in ("/learn", "/present"):
        assert "abgelaufen" not in client.get(page, follow_redirects=True).text


def test_a_form_of_staff_is_kept_too(world: World) -> None:
    live = world.todays_hour()
    client = world.client_for("mentor")
    token = hidden(client.get(f"/present/{live}"), "csrf_token")
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=61)):
        fields = {"csrf_token": token, "code": "306518"}
        moved = client.post(f"/present/{live}/pair", data=fields)
        assert (moved.status_code, moved.location) == (307, f"/login?next=/present/{live}/pair")
        page = client.post(moved.location, data=fields)  # as a browser does on 307
        assert page.status_code == 401
        assert "Die Eingabe ist noch da" in page.text
        assert "306518" in hidden(page, "kept")


def test_the_same_app_can_be_made_again(world: World) -> None:
    """A restart of the server keeps everybody signed in: the key and the logins outlive the process."""
    client = world.client_for("mentor")
    again = create_app(world.settings)
    fresh = again.test_client()
    fresh.set_cookie("tt_login", client.get_cookie("tt_login").value)
    assert fresh.get("/present").status_code == 200
    again.extensions["sessions"].kw["bind"].dispose()

"""Every error is a German page, or JSON for our own scripts, with the right status and a way on."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from html import unescape

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.exceptions import RequestTimeout, ServiceUnavailable

from app.factory import MAX_BODY
from tests.support.forms import hidden
from tests.support.world import World

ERRORS = {
    400: "Das ist nicht richtig angekommen",
    403: "Das geht hier nicht",
    404: "Diese Seite gibt es nicht",
    405: "Das geht so nicht",
    408: "Das hat zu lange gedauert",
    413: "Das ist zu groß",
    418: "Das geht so nicht",
    429: "Zu viele Versuche",
    500: "Da ist bei uns etwas schiefgegangen",
    503: "Gerade ist zu viel los",
}


@dataclass(frozen=True)
class Broken:
    """A client of an app with pages that fail on purpose."""

    client: FlaskClient


@pytest.fixture
def broken(app: Flask) -> Broken:
    app.testing = False  # as when it serves: an exception becomes a page

    def fail(status: int) -> str:
        if status == 999:
            raise RuntimeError("something secret in a trace")
        if status == 408:
            raise RequestTimeout
        if status == 503:
            raise ServiceUnavailable(retry_after=7)
        abort(status)

    app.add_url_rule("/fail/<int:status>", view_func=fail, endpoint="fail")
    app.add_url_rule("/live/fail/<int:status>", view_func=fail, endpoint="fail_live")
    return Broken(app.test_client())


@pytest.mark.parametrize("status", ERRORS)
def test_a_page_says_what_to_do(broken: Broken, status: int) -> None:
    answer = broken.client.get(f"/fail/{status}")
    assert answer.status_code == status
    assert f"<h1>{ERRORS[status]}</h1>" in answer.text
    assert 'href="/"' in answer.text
    assert "text/html" in answer.content_type


@pytest.mark.parametrize("status", ERRORS)
def test_a_script_gets_json(broken: Broken, status: int) -> None:
    answer = broken.client.get(f"/live/fail/{status}")
    assert (answer.status_code, answer.get_json()["code"]) == (status, str(status))
    assert ERRORS[status] in answer.get_json()["message"]
    by_type = broken.client.post("/fail/404", json={})
    assert by_type.is_json


def test_a_crash_shows_no_trace(broken: Broken, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.CRITICAL):
        answer = broken.client.get("/fail/999")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_broken_database_is_a_page_too(app: Flask, world: World, caplog: pytest.LogCaptureFixture) -> None:
    client = world.client_for("pupil")
    with world.session() as session, session.begin():
        session.execute(text("ALTER TABLE login RENAME TO elsewhere"))
    app.testing = False
    with caplog.at_level(logging.CRITICAL):
        answer = client.get("/learn")
    assert answer.status_code == 500
    assert "<h1>Da ist bei uns etwas schiefgegangen</h1>" in answer.text
    assert client.get("/healthz").data == b"ok\n"


def test_what_a_client_must_know_is_passed_on(broken: Broken) -> None:
    assert broken.client.get("/fail/503").headers["Retry-After"] == "7"
    assert {"POST", "OPTIONS"} == set(broken.client.get("/logout").headers["Allow"].split(", "))


def test_a_body_that_is_too_large(client: FlaskClient) -> None:
    answer = client.post("/login", data={"email": "x" * (MAX_BODY + 1)})
    assert answer.status_code == 413
    assert "Höchstens 2 Megabyte" in unescape(answer.text)


def test_the_page_before_is_one_tap_away(client: FlaskClient) -> None:
    answer = client.get("/nichts", headers={"Referer": "http://localhost/join?code=1"})
    assert 'href="/join?code=1"' in answer.text
    foreign = client.get("/nichts", headers={"Referer": "http://boese.example/join"})
    assert "boese" not in foreign.text


def test_a_form_without_its_token_is_refused(world: World) -> None:
    for client, path in ((world.client_for("nobody"), "/login"), (world.client_for("pupil"), "/logout")):
        assert client.post(path, data={"email": "a", "password": "geheim"}).status_code == 400
        assert client.post(path, data={"csrf_token": "wrong"}).status_code == 400


def test_an_old_form_of_ours_can_be_sent_again(world: World) -> None:
    client = world.client_for("pupil")
    path = "/learn/s2-phishing/question/nothing?run=recall"
    fields = {"csrf_token": "old", "option": 'x"><b>', "confidence": "sure"}
    page = client.post(path, data=fields, headers={"Origin": "http://localhost"})
    assert page.status_code == 400
    assert "Die Eingabe ist noch da." in page.text
    assert f'action="{path}"' in page.text
    assert (hidden(page, "option"), hidden(page, "confidence")) == (fields["option"], "sure")
    again = client.post(path, data={"csrf_token": hidden(page, "csrf_token"), "confidence": "sure"})
    assert again.status_code == 404  # past the token: there is no such question


@pytest.mark.parametrize("origin", [None, "null", "http://boese.example"])
def test_a_foreign_form_gets_no_second_chance(world: World, origin: str | None) -> None:
    headers = {"Origin": origin} if origin else {}
    page = world.client_for("pupil").post("/learn/a/question/b", data={"option": "x"}, headers=headers)
    assert page.status_code == 400
    assert "csrf_token" not in page.text


def test_a_password_is_never_written_into_a_page(client: FlaskClient) -> None:
    for path, name in (("/login", "password"), ("/card", "pin")):
        page = client.post(path, data={name: "geheim-4711"}, headers={"Origin": "http://localhost"})
        assert page.status_code == 400
        assert "geheim" not in page.text


@pytest.mark.parametrize(("path", "typed", "secret"), [("/login", "email", "password"), ("/card", "word", "pin")])
def test_an_old_sign_in_form_keeps_what_was_typed(client: FlaskClient, path: str, typed: str, secret: str) -> None:
    fields = {typed: "getippt", secret: "geheim-4711", "kept": '[["option","x"]]', "csrf_token": "old"}
    own = client.post(path, data=fields, headers={"Origin": "http://localhost"})
    assert own.status_code == 400
    assert hidden(own, typed) == "getippt"
    assert "option" in hidden(own, "kept")
    assert "Bitte noch mal eintippen." in own.text
    foreign = client.post(path, data=fields, headers={"Origin": "http://boese.example"})
    assert foreign.status_code == 400
    assert hidden(foreign, "kept") == ""


def test_what_the_browser_says_came_from_elsewhere_is_refused(world: World) -> None:
    client = world.client_for("pupil")
    token = hidden(client.get("/learn"), "csrf_token")
    headers = {"Sec-Fetch-Site": "cross-site"}
    assert client.post("/logout", data={"csrf_token": token}, headers=headers).status_code == 403
    assert client.get("/learn", headers=headers).status_code == 200

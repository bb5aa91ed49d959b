"""Headers, cookies and the promise that looking changes nothing."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.config import Settings
from app.factory import create_app
from app.web.assets import asset
from app.web.security import FILE_HEADERS, HEADERS, POLICY
from tests.support.forms import hidden, submit
from tests.support.statements import Statements
from tests.support.world import World

OPEN_PAGES = ["/", "/login", "/card", "/board", "/join", "/healthz", "/nichts", "/logout", "/learn", "/present"]


@pytest.mark.parametrize("path", [*OPEN_PAGES, asset("img/icon.svg")])
def test_every_answer_carries_the_headers(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "Server" not in answer.headers or "Python" not in answer.headers["Server"]
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize(
    "path", [asset("js/join/seat.js"), asset("built/phone.css"), asset("vendor/fonts/latin.woff2")]
)
def test_files_carry_only_what_means_something_there(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in FILE_HEADERS} == FILE_HEADERS
    assert not set(answer.headers.keys()) & (set(HEADERS) - set(FILE_HEADERS))


def test_pages_are_packed_for_those_who_can_unpack(client: FlaskClient) -> None:
    plain = client.get("/", headers={"Accept-Encoding": "identity"})
    packed = client.get("/", headers={"Accept-Encoding": "gzip, deflate"})
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["Content-Length"] == str(len(packed.data))
    assert (packed.headers["Content-Encoding"], plain.headers.get("Content-Encoding")) == ("gzip", None)
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_the_policy_lets_nothing_in() -> None:
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    for part in ("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert part in POLICY


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_pages_are_not_kept(client: FlaskClient, path: str) -> None:
    assert client.get(path).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/login", "/card", "/healthz"])
def test_looking_writes_nothing_and_asks_little(client: FlaskClient, statements: Statements, path: str) -> None:
    client.get(path)
    with statements.counted() as seen:
        assert client.get(path).status_code == 200
    assert [one for one in seen if not one.startswith("SELECT")] == []
    assert len(seen) <= 1


def test_healthz_answers(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.data) == (200, b"ok\n")


def cookies_of(client: FlaskClient) -> dict[str, str]:
    """What sign-in sets, by name."""
    answer = submit(client, "/card", word="LINDE-47", pin="2604")
    assert answer.status_code == 303
    lines = answer.headers.getlist("Set-Cookie")
    return {line.split("=", 1)[0]: line for line in lines}


def test_cookies_over_http(client: FlaskClient) -> None:
    assert client.get("/card").headers["Set-Cookie"].startswith("tt_form=")
    line = cookies_of(client)["tt_login"]
    for flag in ("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200"):
        assert flag in line
    assert "Secure" not in line
    assert "Domain" not in line
    assert "Strict-Transport-Security" not in client.get("/").headers


@pytest.fixture
def secure(settings: Settings) -> Iterator[Flask]:
    """The application behind https, as PUBLIC_URL says."""
    made = create_app(replace(settings, public_url="https://techteens.example"))
    made.testing = True
    yield made
    made.extensions["sessions"].kw["bind"].dispose()


def test_cookies_over_https(secure: Flask) -> None:
    """`__Host-` and Secure for all of them, also when the proxy speaks http to us."""
    client = secure.test_client()
    # as the proxy passes it on: the test client sends Secure cookies over https only
    page = client.get("/card", base_url="https://techteens.example")
    flags = page.headers["Set-Cookie"]
    assert flags.startswith("__Host-tt_form=")
    token = hidden(page, "csrf_token")
    answer = client.post(
        "/card",
        base_url="https://techteens.example",
        data={"csrf_token": token, "word": "LINDE-47", "pin": "2604"},
    )
    lines = answer.headers.getlist("Set-Cookie")
    assert any(line.startswith("__Host-tt_login=") for line in lines)
    for line in [flags, *lines]:
        for flag in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
            assert flag in line
        assert "Domain" not in line
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_plain_names_mean_nothing_over_https(secure: Flask) -> None:
    client = secure.test_client()
    client.set_cookie("tt_login", World(secure).token_for("pupil"))
    assert client.get("/learn").status_code == 302


def test_a_page_sets_no_cookie_it_does_not_need(client: FlaskClient) -> None:
    """The first page asks nobody anything."""
    assert "Set-Cookie" not in client.get("/").headers

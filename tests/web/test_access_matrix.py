"""Every route, for everybody: who gets in, who is sent to which door, who learns nothing.

One line of the table for each way to call a route. The columns are the actors; what stands there is the status, or the
page that a redirect leads to. A route without a line fails. What is denied to one stands beside those who may.
"""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from app.db.models import LiveSession, Login
from app.demo.people import CLASS_8B, CLASS_9A, OTHER_SCHOOL
from tests.support.forms import hidden
from tests.support.scene import ACTORS, Line, Scene
from tests.support.world import World

DOORS = {"/login": "login", "/card": "card", "/join": "join", "/mit": "join", "/board": "board", "/tafel": "board"}
"""Where somebody is sent who has to come in first."""

# Status or door:            teacher co    mentor home  coord strngr pupil othpup nobody board device oboard odevice
TABLE = """
assets.file          GET     200    200    200    200   200   200    200   200    200    200   200    200    200
home.start           GET     302    302    302    302   302   302    302   302    200    200   200    200    200
home.healthz         GET     200    200    200    200   200   200    200   200    200    200   200    200    200

auth.login           GET     302    302    302    302   302   302    200   200    200    200   200    200    200
auth.enter           POST    303    303    303    303   303   303    303   303    303    303   303    303    303
auth.card            GET     200    200    200    200   200   200    200   200    200    200   200    200    200
auth.enter_by_pin    POST    303    303    303    303   303   303    303   303    303    303   303    303    303
auth.enter_by_link   JSON    200    200    200    200   200   200    200   200    200    200   200    200    200
auth.logout          POST    303    303    303    303   303   303    303   303    303    303   303    303    303

learn.start          GET     404    404    404    404   404   404    200   200    card   card  card   card   card
learn.progress       GET     404    404    404    404   404   404    200   200    card   card  card   card   card
learn.overview       GET     404    404    404    404   404   404    200   200    card   card  card   card   card
learn.lesson         GET     404    404    404    404   404   404    200   200    card   card  card   card   card
learn.question       GET     404    404    404    404   404   404    200   200    card   card  card   card   card
learn.check          GET     404    404    404    404   404   404    200   200    card   card  card   card   card
learn.answer         POST    404    404    404    404   404   404    303   303    card   card  card   card   card
learn.attempt        GET     404    404    404    404   404   404    200   404    card   card  card   card   card
learn.media          GET     200    200    200    200   200   200    200   200    200    200   200    200    200

board.start          GET     200    200    200    200   200   200    200   200    200    302   200    302    200
board.pairings       JSON    200    200    200    200   200   200    200   200    200    200   200    200    200
board.state          GET     401    401    401    401   401   401    401   401    401    200   401    200    401
board.key            GET     200    200    200    200   200   200    200   200    200    200   200    200    200
board.key            POST    302    302    302    302   302   302    302   302    302    302   302    302    302
board.show           GET     board  board  board  board board board  board board  board  200   board  200    board
board.join_code      GET     board  board  board  board board board  board board  board  200   board  200    board

join.code            GET     200    200    200    200   200   200    200   200    200    200   302    200    302
join.code            POST    303    303    303    303   303   303    303   303    303    303   303    303    303
join.seat            GET     join   join   join   join  join  join   join  join   join   join  200    join   200

present.hours        GET     200    200    200    200   200   200    404   404    login  login login  login  login
present.hour         GET     200    200    200    200   404   404    404   404    login  login login  login  login
present.open_hour    POST    302    302    302    302   404   404    404   404    login  login login  login  login
present.pair         POST    302    302    302    302   404   404    404   404    login  login login  login  login
present.remote       GET     200    200    200    200   404   404    404   404    login  login login  login  login
present.sheet        GET     200    200    200    200   404   404    404   404    login  login login  login  login
present.questions    GET     200    200    200    200   404   404    404   404    login  login login  login  login
present.material     GET     200    200    200    200   404   404    404   404    login  login login  login  login

teach.groups         GET     200    200    404    404   404   200    404   404    login  login login  login  login
teach.group          GET     200    200    404    404   404   404    404   404    login  login login  login  login
teach.pupil          GET     200    200    404    404   404   404    404   404    login  login login  login  login
teach.done           POST    303    303    404    404   404   404    404   404    login  login login  login  login

api.state/staff      GET     200    200    200    200   404   404    401   401    401    401   401    401    401
api.state/board      GET     401    401    401    401   401   401    401   401    401    200   401    404    401
api.state/seats      GET     401    401    401    401   401   401    401   401    401    401   200    401    404
api.state/persons    GET     404    404    404    404   404   404    404   404    404    404   404    404    404
api.stream           GET     204    204    204    204   204   204    204   204    204    204   204    204    204
api.moves/staff      JSON    200    200    200    200   404   404    401   401    401    401   401    401    401
api.moves/board      JSON    401    401    401    401   401   401    401   401    401    200   401    404    401
api.moves/seats      JSON    404    404    404    404   404   404    401   401    401    401   401    401    401
api.answers          JSON    404    404    404    404   404   404    404   404    404    404   200    404    404
api.entries          JSON    200    200    200    200   404   404    401   401    401    401   401    401    401
api.mine             GET     401    401    401    401   401   401    401   401    401    401   200    401    404
"""
# The name behind a slash only tells lines of one route apart. POST is a form, JSON a request of our scripts.


def lines() -> list[Line]:
    """The table."""
    found = []
    for text in TABLE.splitlines():
        if text.strip():
            name, way, *expected = text.split()
            found.append(Line(name, way, dict(zip(ACTORS, expected, strict=True))))
    return found


LINES = lines()


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


def outcome(response: TestResponse) -> str:
    """The status, or the door somebody is sent to; whoever asked for a page to sign in for comes back to it."""
    if response.status_code in {302, 303, 307}:
        path, _, query = response.headers["Location"].partition("?")
        door = DOORS.get(path, "")
        if door in {"join", "board"} or (door and ("next=" in query or response.request.method == "POST")):
            return door
    return str(response.status_code)


@pytest.mark.parametrize("line", LINES, ids=lambda one: f"{one.way} {one.name}")
def test_everybody_gets_what_the_table_says(scene: Scene, line: Line) -> None:
    found = {actor: outcome(scene.call(line, scene.client(actor))) for actor in ACTORS}
    assert found == line.expected


def test_every_route_has_a_line_for_every_verb(app: Flask) -> None:
    ways = {"GET": "GET", "POST": "POST", "JSON": "POST"}
    listed = {(one.endpoint, ways[one.way]) for one in LINES}
    routes = {(rule.endpoint, verb) for rule in app.url_map.iter_rules() for verb in (rule.methods or ()) & {
        "GET", "POST", "PUT", "PATCH", "DELETE"
    }}  # fmt: skip
    assert listed == routes


def test_every_denial_stands_beside_a_success() -> None:
    nobody_gets_this = {"api.state/persons", "api.moves/seats"}
    for line in LINES:
        if line.name not in nobody_gets_this:
            assert set(line.expected.values()) & {"200", "204", "302", "303"}, line.name


UNSAFE = [one for one in LINES if one.way != "GET" and one.name != "api.moves/seats"]


def allowed(line: Line) -> str:
    """Somebody who may make this request."""
    return next(actor for actor, what in line.expected.items() if what in {"200", "302", "303"})


def footprint(world: World) -> list[tuple[object, ...]]:
    """Something of every table a request could change."""
    with world.session() as session:
        return [
            tuple(row)
            for row in session.execute(
                select(LiveSession.id, LiveSession.seq, LiveSession.turn, LiveSession.status).order_by(LiveSession.id)
            )
        ] + [(session.query(Login).filter(Login.revoked_at.is_(None)).count(),)]


@pytest.mark.parametrize("line", UNSAFE, ids=lambda one: f"{one.way} {one.name}")
def test_no_other_site_can_send_it(scene: Scene, line: Line) -> None:
    client = scene.client(allowed(line))
    path, data = scene.request(line, client)
    before = footprint(scene.world)
    if line.way == "POST":
        token = hidden(client.get("/board/key"), "csrf_token")
        tries = [
            client.post(path, data=data),
            client.post(path, data={**data, "csrf_token": "made up"}),
            client.post(path, data={**data, "csrf_token": token}, headers={"Sec-Fetch-Site": "cross-site"}),
            scene.world.app.test_client().post(path, data={**data, "csrf_token": token}),
        ]
        assert [one.status_code for one in tries] == [400, 400, 403, 400]
    else:
        own = {"Origin": "http://localhost"}
        tries = [
            client.post(path, json=data),
            client.post(path, json=data, headers={"Origin": "http://evil.example"}),
            client.post(path, json=data, headers={"Origin": "null"}),
            client.post(path, data=data, headers=own),
            client.post(
                path, json=data, headers={"Origin": "http://evil.example", "Host": "evil.example"}
            ),  # DNS rebinding
            client.post(path, json=data, headers={**own, "Sec-Fetch-Site": "cross-site"}),
        ]
        assert [one.status_code for one in tries] == [403] * len(tries)
    assert footprint(scene.world) == before
    assert scene.call(line, client).status_code < 400


MENTORS = ("mentor", "mentor_home", "coordinator")
# Staff and pupils can share a first name, and some names are words: those prove nothing.
NAMES = {*CLASS_8B, *CLASS_9A, *OTHER_SCHOOL} - {"Jonas", "Mila", "Mai", "Max"}


@pytest.mark.parametrize("who", MENTORS)
def test_a_mentor_never_sees_a_pupils_name(scene: Scene, who: str) -> None:
    """Whatever they may open: pages, sheet, remote and frames, with pupils in the room who have answered."""
    seated = {"pupil": "Mila", "classmate": "Yusuf"}
    for one in seated:
        phone = scene.world.device_client(scene.live, one)
        line = next(line for line in LINES if line.name == "api.answers")
        assert scene.call(line, phone).status_code == 200
    client = scene.client(who)
    seen = 0
    for line in LINES:
        if line.way == "GET" and line.name != "assets.file":
            answer = scene.call(line, client)
            if answer.status_code == 200:
                words = set(answer.get_data(as_text=True).replace(">", " ").replace("<", " ").replace(",", " ").split())
                assert words & NAMES == set(), line.name
                seen += 1
    assert seen >= 7


def test_the_board_and_phones_never_show_a_pupils_name(scene: Scene) -> None:
    scene.world.device_client(scene.live, "classmate")
    for actor, paths in {
        "board": ("/board/show", f"/live/{scene.live}/state?as=board"),
        "device": ("/join/seat", f"/live/{scene.live}/state?as=seats", f"/live/{scene.live}/mine"),
    }.items():
        client = scene.client(actor)
        for path in paths:
            answer = client.get(path)
            assert answer.status_code == 200
            assert "Yusuf" not in answer.text

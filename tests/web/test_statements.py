"""Pages ask the database a constant number of times, however many rows there are, and a GET writes nothing."""

from __future__ import annotations

import pytest
from flask import Flask

from app.work.ports import DirectSink
from tests.support.growth import grow, sizes
from tests.support.scene import Line, Scene
from tests.support.statements import Statements
from tests.support.world import World

ACTORS = ("teacher", "mentor", "coordinator", "pupil", "nobody", "board", "device")
FRAMES = ("api.state/staff", "api.state/board", "api.state/seats")
WRITES = ("INSERT", "UPDATE", "DELETE")


class Holding(DirectSink):
    """Holds the use of logins, as the server's queue does (decision 7), instead of writing it after the response."""

    def __init__(self) -> None:
        self.held: list[int] = []

    def touch(self, login: int) -> None:
        self.held.append(login)


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


@pytest.fixture
def sink(scene: Scene) -> Holding:
    scene.world.app.extensions["sink"] = made = Holding()
    return made


@pytest.fixture
def pages(app: Flask) -> list[Line]:
    """Every address that a GET can ask for."""
    names = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    return [Line(name, "GET") for name in sorted({*names, *FRAMES} - {"api.state"})]


def asked(scene: Scene, pages: list[Line], statements: Statements) -> dict[str, list[str]]:
    """What each page asks for each actor."""
    found = {}
    for actor in ACTORS:
        client = scene.client(actor)
        for line in pages:
            path, _ = scene.request(line, client)
            with statements.counted() as seen:
                client.get(path)
            found[f"{line.name} as {actor}"] = list(seen)
    return found


def grown(scene: Scene, times: int) -> dict[str, int]:
    """The world with so many more rows for each one; returns how many there are of each kind."""
    with scene.world.session() as session, session.begin():
        grow(session, scene.world.group(session, "8b"), scene.world.live(session, scene.live), scene.module, times)
        return sizes(session)


def test_more_rows_need_no_more_statements(
    scene: Scene, sink: Holding, pages: list[Line], statements: Statements
) -> None:
    """From a world in which nobody's page is empty, as an empty one may ask less, to one three times as large."""
    small = grown(scene, 1)
    before = asked(scene, pages, statements)
    large = grown(scene, 3)
    after = asked(scene, pages, statements)
    assert [kind for kind in small if large[kind] < 3 * small[kind]] == []
    assert {page: after[page] for page in before if len(after[page]) != len(before[page])} == {}


def test_a_get_writes_nothing(scene: Scene, sink: Holding, pages: list[Line], statements: Statements) -> None:
    """Not even that a login was used: that is handed to the queue."""
    found = asked(scene, pages, statements)
    assert {page: seen for page, seen in found.items() if any(one.strip().startswith(WRITES) for one in seen)} == {}
    assert sink.held

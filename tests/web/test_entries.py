"""Texts that a class writes: read by the staff, shown when approved, handed to the teacher when they need help."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from app.db.models import Attempt
from app.domain.live import moves
from tests.support import lesson
from tests.support.forms import hidden
from tests.support.hour import Hour, Phone
from tests.support.statements import Statements
from tests.support.world import World

WISH = "Mehr über Katzen"
SAD = "Zu Hause geht es mir schlecht"


@pytest.fixture
def hour(world: World) -> Hour:
    return Hour(world, lesson.module())


@pytest.fixture
def mentor(world: World) -> FlaskClient:
    return world.client_for("mentor")


def write(hour: Hour, text: str, phone: Phone | None = None) -> str:
    """Write `text` to the open question; returns the key that decisions name."""
    answer = hour.answer(phone or hour.join(), {"text": text})
    [receipt] = hour.store([answer])
    assert receipt.code == "stored"
    return answer.key


def decide(client: FlaskClient, hour: Hour, entry: str, decision: str, **other: Any) -> int:
    """Decide about a text; returns the status."""
    said = {"round": hour.round(), "entry": entry, "decision": decision, **other}
    path = f"/live/{hour.key}/entries"
    return client.post(path, json=said, headers={"Origin": "http://localhost"}).status_code


def seen(client: FlaskClient, hour: Hour, audience: str) -> str:
    """What this audience sees now."""
    found: str = client.get(f"/live/{hour.key}/state?as={audience}").json["html"]
    return found


def show(hour: Hour) -> None:
    """Close the question and show its result."""
    hour.make(moves.Close())
    hour.make(moves.Show())


def test_a_text_is_read_first_and_shown_when_it_is_approved(world: World, hour: Hour, mentor: FlaskClient) -> None:
    hour.ask("free")
    board, phone = world.board_client(hour.key), world.device_client(hour.key)
    entry = write(hour, WISH)
    show(hour)
    assert WISH in seen(mentor, hour, "staff")
    assert WISH not in seen(board, hour, "board")
    assert decide(mentor, hour, entry, "shown") == 200
    assert WISH in seen(board, hour, "board")
    assert WISH not in seen(phone, hour, "seats")
    assert decide(mentor, hour, entry, "hidden") == 200
    assert WISH not in seen(board, hour, "board")
    assert WISH not in seen(mentor, hour, "staff")


def test_nothing_is_shown_before_the_result(world: World, hour: Hour, mentor: FlaskClient) -> None:
    hour.ask("free")
    entry = write(hour, WISH)
    assert decide(mentor, hour, entry, "shown") == 200
    assert WISH not in seen(world.board_client(hour.key), hour, "board")
    show(hour)
    assert WISH in seen(world.board_client(hour.key), hour, "board")


def test_no_staff_device_learns_who_wrote(world: World, hour: Hour, mentor: FlaskClient) -> None:
    hour.ask("free")
    write(hour, SAD, hour.join("pupil"))
    page = seen(mentor, hour, "staff")
    assert SAD in page
    assert "Mila" not in page


def test_a_text_handed_to_the_teacher_leaves_the_list_and_stays_with_the_teacher(
    world: World, hour: Hour, mentor: FlaskClient
) -> None:
    hour.ask("free")
    entry = write(hour, SAD, hour.join("pupil"))
    assert decide(mentor, hour, entry, "handed") == 200
    assert SAD not in seen(mentor, hour, "staff")
    assert decide(mentor, hour, entry, "shown") == 404
    show(hour)
    assert SAD not in seen(world.board_client(hour.key), hour, "board")
    with world.session() as session:
        group = world.group(session, "8b").key
    teacher = world.client_for("teacher")
    page = teacher.get(f"/teach/{group}")
    assert re.search(rf"<b>Mila</b>.*{SAD}", page.text, re.DOTALL)
    [path] = re.findall(r'action="(/teach/[^"]+/handed/[^"]+)"', page.text)
    for stranger in ("mentor", "coordinator", "stranger", "pupil"):
        assert SAD not in world.client_for(stranger).get(f"/teach/{group}").text
        other = world.client_for(stranger)
        token = hidden(other.get("/board/key"), "csrf_token")
        assert other.post(path, data={"csrf_token": token}).status_code in {302, 404}
    assert SAD in teacher.get(f"/teach/{group}").text
    assert teacher.post(path, data={"csrf_token": hidden(page, "csrf_token")}).status_code == 303
    assert SAD not in teacher.get(f"/teach/{group}").text


def test_the_same_word_of_many_is_one_decision(world: World, hour: Hour, mentor: FlaskClient) -> None:
    hour.ask("cloud")
    for words in (["Katze"], ["katze ", "Hund"], ["KATZE!"]):
        [receipt] = hour.store([hour.answer(hour.join(), {"words": words})])
        assert receipt.code == "stored"
    show(hour)
    assert seen(mentor, hour, "staff").count("Katze") == 1
    assert decide(mentor, hour, "katze", "shown") == 200
    board = seen(world.board_client(hour.key), hour, "board")
    assert re.search(r'data-size="3">Katze<span[^>]*>3<', board)
    assert "Hund" not in board


@pytest.mark.parametrize(
    ("other", "status"),
    [({"entry": "made-up"}, 404), ({"round": "made-up"}, 404), ({"decision": "new"}, 422), ({"decision": None}, 422)],
)
def test_what_is_no_decision_is_refused(hour: Hour, mentor: FlaskClient, other: dict[str, Any], status: int) -> None:
    hour.ask("free")
    entry = write(hour, WISH)
    said = {"entry": entry, "decision": "shown", **other}
    assert decide(mentor, hour, said.pop("entry"), said.pop("decision"), **said) == status


def test_only_staff_of_the_hour_decide(world: World, hour: Hour) -> None:
    hour.ask("free")
    entry = write(hour, WISH)
    who = {one: world.client_for(one) for one in ("stranger", "coordinator", "pupil", "nobody")}
    who |= {"board": world.board_client(hour.key), "device": world.device_client(hour.key)}
    refused = {one: decide(client, hour, entry, "shown") for one, client in who.items()}
    assert set(refused.values()) <= {401, 404}, refused
    assert decide(world.client_for("teacher"), hour, entry, "shown") == 200


def test_many_texts_cost_no_more_than_one(hour: Hour, mentor: FlaskClient, statements: Statements) -> None:
    hour.ask("free")
    write(hour, "Text 0")
    with statements.counted() as few:
        seen(mentor, hour, "staff")
    for number in range(1, 20):
        write(hour, f"Text {number}, und noch ein wenig mehr, damit er lang ist, so lang wie es eben geht: " + "x" * 50)
    with statements.counted() as many:
        page = seen(mentor, hour, "staff")
    assert len(many) == len(few)
    assert "Noch 12 weitere Texte." in page


def test_what_was_written_is_stored_as_it_was(world: World, hour: Hour) -> None:
    hour.ask("free")
    key = write(hour, WISH)
    with world.session() as session:
        row = session.scalars(select(Attempt).where(Attempt.key == key)).one()
    assert (row.response, row.graded) == ({"text": WISH}, False)

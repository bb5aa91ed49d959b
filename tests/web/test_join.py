"""Joining an hour, the seat, and the answers a phone sends."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from app.db.base import new_key
from app.db.models import Attempt, Device, Seat
from app.domain.live import moves
from tests.support.forms import submit
from tests.support.hour import Hour, right, wrong
from tests.support.statements import Statements
from tests.support.world import World

ORIGIN = {"Origin": "http://localhost"}
STORED = "Wir speichern nur deine Antworten unter einem ausgelosten Namen, und niemand sieht, wer was geantwortet hat."


@pytest.fixture
def hour(world: World) -> Hour:
    """Today's hour, open, with a mentor who steers."""
    return Hour(world)


def code_of(hour: Hour) -> str:
    code = hour.live().join_code
    assert code
    return code


def join(client: FlaskClient, hour: Hour) -> TestResponse:
    return submit(client, "/join", code=code_of(hour))


def seats(hour: Hour) -> list[Seat]:
    with hour.world.session() as session:
        return list(session.scalars(select(Seat).where(Seat.live_id == hour.live().id, Seat.kicked_at.is_(None))))


def attempts(world: World) -> int:
    with world.session() as session:
        return session.scalar(select(func.count()).select_from(Attempt)) or 0


def mine(client: FlaskClient, hour: Hour) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/live/{hour.key}/mine").get_json()
    return found


def frame(client: FlaskClient, hour: Hour) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/live/{hour.key}/state").get_json()
    return found


def answer(client: FlaskClient, hour: Hour, response: Any, **other: Any) -> TestResponse:
    """Send an answer to the round on screen as the page does; `other` replaces single values."""
    body = {
        "id": new_key(),
        "seat": other["seat"] if "seat" in other else mine(client, hour)["seats"][0]["key"],
        "round": other["round"] if "round" in other else frame(client, hour)["round"],
        "response": response,
        "confidence": None,
    }
    return client.post(f"/live/{hour.key}/answers", json={**body, **other}, headers=ORIGIN)


# --- the code ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/join", "/mit"])
def test_what_is_stored_stands_before_the_code(client: FlaskClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 200
    assert STORED in page.text
    assert page.text.index(STORED) < page.text.index('name="code"')


def test_the_code_gives_a_seat_under_a_drawn_name(client: FlaskClient, hour: Hour) -> None:
    response = join(client, hour)
    assert (response.status_code, response.location) == (303, "/join/seat")
    page = client.get("/join/seat")
    [seat] = seats(hour)
    assert seat.pupil_id is None
    assert f"Du bist {seat.alias}" in page.text
    assert "Schau nach vorn" in page.text


def test_the_code_may_be_typed_as_it_stands_on_the_board(client: FlaskClient, hour: Hour) -> None:
    code = code_of(hour)
    assert submit(client, "/mit", code=f" {code[:3]}\u00a0{code[3:]} ").status_code == 303


def test_the_qr_code_fills_the_form_and_takes_no_seat(client: FlaskClient, hour: Hour) -> None:
    code = code_of(hour)
    page = client.get(f"/join?code={code}")
    assert f'value="{code[:3]}\u00a0{code[3:]}"' in page.text
    assert seats(hour) == []


@pytest.mark.parametrize(
    ("typed", "status", "says"),
    [
        ("000 000", 404, "Diesen Code gibt es gerade nicht."),
        ("12 34", 422, "Der Code hat sechs Ziffern."),
        ("abc def", 422, "Der Code hat sechs Ziffern."),
        ("", 422, "Tippe die sechs Ziffern ein"),
    ],
)
def test_a_wrong_code_says_what_to_do_and_stays(
    client: FlaskClient, hour: Hour, typed: str, status: int, says: str
) -> None:
    assert code_of(hour) != "000000"
    page = submit(client, "/join", code=typed)
    assert page.status_code == status
    assert says in page.text
    assert f'value="{typed}"' in page.text
    assert seats(hour) == []


def test_an_hour_that_is_planned_cannot_be_joined(client: FlaskClient, world: World) -> None:
    world.todays_hour()
    assert submit(client, "/join", code="482917").status_code == 404


def test_the_code_of_an_hour_that_is_over_says_so(client: FlaskClient, hour: Hour) -> None:
    code = code_of(hour)
    hour.make(moves.Start())
    hour.make(moves.Finish())
    page = submit(client, "/join", code=code)
    assert page.status_code == 410
    assert "Diese Stunde ist schon zu Ende. Läuft eine neue, steht ihr Code auf der Tafel." in page.text


def test_a_form_without_its_token_joins_nothing(client: FlaskClient, hour: Hour) -> None:
    assert client.post("/join", data={"code": code_of(hour)}).status_code == 400
    assert seats(hour) == []


# --- one seat for one phone ----------------------------------------------------------------------------------


def test_a_phone_that_sits_goes_straight_to_its_seat(client: FlaskClient, hour: Hour) -> None:
    page = client.get("/join")
    join(client, hour)
    for address in ("/join", "/mit", f"/join?code={code_of(hour)}"):
        assert client.get(address).location == "/join/seat"
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)
    assert token
    again = client.post("/join", data={"csrf_token": token[1], "code": code_of(hour)})
    assert (again.status_code, again.location) == (303, "/join/seat")
    assert len(seats(hour)) == 1


def test_another_code_is_asked_for_even_where_the_phone_sits(client: FlaskClient, hour: Hour) -> None:
    join(client, hour)
    assert client.get("/join?code=000000").status_code == 200


def test_two_phones_are_two_seats_under_two_names(world: World, hour: Hour) -> None:
    for _ in range(2):
        join(world.client_for("nobody"), hour)
    assert len({one.alias for one in seats(hour)}) == 2


def test_the_room_learns_of_a_new_phone(client: FlaskClient, hour: Hour) -> None:
    before = hour.live().seq
    join(client, hour)
    assert hour.live().seq > before


def test_without_a_seat_the_page_of_the_seat_leads_to_the_code(client: FlaskClient) -> None:
    assert client.get("/join/seat").location == "/join"


def test_whoever_was_sent_out_is_told_so_and_can_join_again(client: FlaskClient, hour: Hour) -> None:
    join(client, hour)
    with hour.world.session() as session, session.begin():
        session.scalars(select(Seat).where(Seat.live_id == hour.live().id)).one().kicked_at = datetime.now(UTC)
    assert 'data-seat=""' in client.get("/join/seat").text
    assert client.get("/join").status_code == 200
    join(client, hour)
    assert len(seats(hour)) == 1


def test_some_time_after_the_hour_the_seat_is_gone(client: FlaskClient, hour: Hour) -> None:
    join(client, hour)
    hour.make(moves.Start())
    hour.make(moves.Finish())
    assert "Die Stunde ist zu Ende" in client.get("/join/seat").text
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=16)):
        assert client.get("/join/seat").location == "/join"
        assert client.get(f"/live/{hour.key}/state").status_code == 401


# --- with a card ---------------------------------------------------------------------------------------------


def test_a_pupil_of_the_class_gets_the_own_seat(world: World, hour: Hour) -> None:
    client = world.client_for("pupil")
    page = client.get("/join")
    assert "Du bist als Mila angemeldet." in page.text
    assert STORED not in page.text
    join(client, hour)
    [seat] = seats(hour)
    assert seat.pupil_id is not None
    assert seat.alias is None
    assert "Du bist Mila" in client.get("/join/seat").text


def test_the_own_seat_is_the_same_on_every_phone(world: World, hour: Hour) -> None:
    first, second = world.client_for("pupil"), world.client_for("pupil")
    join(first, hour)
    seat = mine(first, hour)["seats"][0]["key"]
    join(second, hour)
    assert mine(second, hour)["seats"][0]["key"] == seat
    assert len(seats(hour)) == 1


def test_the_phone_that_lost_the_own_seat_to_another_one_is_told_so(world: World, hour: Hour) -> None:
    first, second = world.client_for("pupil"), world.client_for("pupil")
    join(first, hour)
    assert first.get(f"/live/{hour.key}/state").status_code == 200
    join(second, hour)
    assert first.get(f"/live/{hour.key}/state").status_code == 401
    assert second.get(f"/live/{hour.key}/state").status_code == 200


def test_a_pupil_of_another_school_is_a_guest(world: World, hour: Hour) -> None:
    client = world.client_for("other_pupil")
    join(client, hour)
    [seat] = seats(hour)
    assert seat.pupil_id is None
    assert f"Du bist {seat.alias}" in client.get("/join/seat").text
    assert client.get("/join").location == "/join/seat"


def test_a_guest_who_signs_in_takes_the_own_seat_and_gives_the_other_up(world: World, hour: Hour) -> None:
    client = world.client_for("pupil")
    guest = world.device_client(hour.key)
    cookie = guest.get_cookie("tt_device")
    assert cookie
    client.set_cookie("tt_device", cookie.value)
    assert client.get("/join").status_code == 200
    join(client, hour)
    [seat] = seats(hour)
    assert seat.pupil_id is not None
    with world.session() as session:
        left = session.scalar(select(func.count()).where(Device.live_id == hour.live().id, Device.revoked_at.is_(None)))
    assert left == 1


def test_nobody_answers_from_the_seat_of_whoever_had_the_phone_before(world: World, hour: Hour) -> None:
    before = world.device_client(hour.key, "classmate")
    cookie = before.get_cookie("tt_device")
    assert cookie
    client = world.client_for("pupil")
    client.set_cookie("tt_device", cookie.value)
    assert client.get("/join").status_code == 200
    join(client, hour)
    with world.session() as session:
        owners = set(session.scalars(select(Seat.pupil_id).where(Seat.live_id == hour.live().id)))
        assert owners == {world.pupil(session, "Mila").id, world.pupil(session, "Yusuf").id}


# --- answers -------------------------------------------------------------------------------------------------


@pytest.fixture
def phone(world: World, hour: Hour) -> FlaskClient:
    """A guest's phone in the hour."""
    return world.device_client(hour.key)


def test_an_answer_is_stored_once(phone: FlaskClient, hour: Hour) -> None:
    response = right(hour.ask())
    before, key = attempts(hour.world), new_key()
    for _ in range(3):
        receipt = answer(phone, hour, response, id=key, confidence="sure")
        assert (receipt.status_code, receipt.get_json()) == (200, {"code": "stored", "response": response})
    assert attempts(hour.world) == before + 1
    [own] = mine(phone, hour)["answers"]
    assert (own["response"], own["late"]) == (response, False)


def test_a_second_answer_learns_what_counts(phone: FlaskClient, hour: Hour) -> None:
    question = hour.ask()
    answer(phone, hour, right(question))
    receipt = answer(phone, hour, wrong(question))
    assert (receipt.status_code, receipt.get_json()) == (409, {"code": "already", "response": right(question)})


def test_the_same_seat_answers_a_second_round(phone: FlaskClient, hour: Hour) -> None:
    question = hour.ask()
    first = frame(phone, hour)["round"]
    answer(phone, hour, wrong(question))
    for move in (moves.Close(), moves.Discuss(), moves.Ask()):
        hour.make(move)
    assert frame(phone, hour)["round"] != first
    assert answer(phone, hour, right(question)).get_json()["code"] == "stored"


def test_after_the_close_an_answer_is_kept_but_late(phone: FlaskClient, hour: Hour) -> None:
    question = hour.ask()
    round_ = frame(phone, hour)["round"]
    hour.make(moves.Close(), now=datetime.now(UTC) - timedelta(seconds=10))
    receipt = answer(phone, hour, right(question), round=round_)
    assert (receipt.status_code, receipt.get_json()["code"]) == (200, "late")
    assert mine(phone, hour)["answers"][0]["late"] is True


def test_nobody_answers_for_another_seat(phone: FlaskClient, world: World, hour: Hour) -> None:
    question = hour.ask()
    other = world.device_client(hour.key)
    seat = mine(other, hour)["seats"][0]["key"]
    receipt = answer(phone, hour, right(question), seat=seat)
    assert (receipt.status_code, receipt.get_json()) == (404, {"code": "unknown"})
    assert mine(other, hour)["answers"] == []
    assert answer(other, hour, right(question)).status_code == 200


def test_a_browser_without_a_seat_answers_nothing(client: FlaskClient, phone: FlaskClient, hour: Hour) -> None:
    question = hour.ask()
    own = {"seat": mine(phone, hour)["seats"][0]["key"], "round": frame(phone, hour)["round"]}
    receipt = answer(client, hour, right(question), **own)
    assert (receipt.status_code, receipt.get_json()["code"]) == (404, "unknown")


def test_when_the_hour_is_over_the_answer_is_not_counted(phone: FlaskClient, hour: Hour) -> None:
    question = hour.ask()
    own = {"seat": mine(phone, hour)["seats"][0]["key"], "round": frame(phone, hour)["round"]}
    hour.make(moves.Finish())
    receipt = answer(phone, hour, right(question), **own)
    assert (receipt.status_code, receipt.get_json()) == (410, {"code": "gone"})


@pytest.mark.parametrize(
    "other",
    [
        {"response": {"option": "gibt-es-nicht"}},
        {"response": {"marks": []}},
        {"response": ["a"]},
        {"id": "short"},
        {"id": None},
        {"confidence": "very"},
    ],
)
def test_what_is_no_answer_is_refused(phone: FlaskClient, hour: Hour, other: dict[str, Any]) -> None:
    question = hour.ask()
    receipt = answer(phone, hour, **{"response": right(question), **other})
    assert (receipt.status_code, receipt.get_json()["code"]) == (422, "bad")
    assert mine(phone, hour)["answers"] == []
    assert answer(phone, hour, right(question)).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example"},
        {"Origin": "https://localhost.evil.example"},
        {"Origin": "http://localhost:81"},
        {"Origin": "null"},
    ],
)
def test_a_page_of_somebody_else_cannot_answer(phone: FlaskClient, hour: Hour, headers: dict[str, str]) -> None:
    question = hour.ask()
    body = {
        "id": new_key(),
        "seat": mine(phone, hour)["seats"][0]["key"],
        "round": frame(phone, hour)["round"],
        "response": right(question),
    }
    assert phone.post(f"/live/{hour.key}/answers", json=body, headers=headers).status_code == 403
    assert mine(phone, hour)["answers"] == []
    assert phone.post(f"/live/{hour.key}/answers", json=body, headers=ORIGIN).status_code == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_plain_form_of_somebody_else_cannot_answer(phone: FlaskClient, hour: Hour, kind: str) -> None:
    question = hour.ask()
    body = json.dumps(
        {
            "id": new_key(),
            "seat": mine(phone, hour)["seats"][0]["key"],
            "round": frame(phone, hour)["round"],
            "response": right(question),
        }
    )
    sent = phone.post(f"/live/{hour.key}/answers", data=body, content_type=kind, headers=ORIGIN)
    assert sent.status_code == 403
    assert mine(phone, hour)["answers"] == []


# --- what the phones see -------------------------------------------------------------------------------------


def test_all_phones_get_the_same_bytes(world: World, hour: Hour) -> None:
    phones = [world.device_client(hour.key), world.device_client(hour.key), world.device_client(hour.key, "pupil")]
    question = hour.ask()
    answer(phones[0], hour, right(question))
    answer(phones[1], hour, wrong(question))
    bodies = {one.get(f"/live/{hour.key}/state").data for one in phones}
    assert len(bodies) == 1


def test_an_answer_changes_nothing_on_the_phones(world: World, hour: Hour) -> None:
    first, second = world.device_client(hour.key), world.device_client(hour.key)
    question = hour.ask()
    etag = first.get(f"/live/{hour.key}/state").headers["ETag"]
    answer(second, hour, right(question))
    again = first.get(f"/live/{hour.key}/state", headers={"If-None-Match": etag})
    assert again.status_code == 304


@pytest.mark.parametrize("kind", ["choice", "order", "groups", "mark"])
def test_phones_hold_no_solution_notes_or_turn_before_their_time(world: World, hour: Hour, kind: str) -> None:
    client = world.device_client(hour.key)
    question = hour.ask(kind)
    notes = [one for one in hour.module.slides if one.question == question.id]
    for move in (None, moves.Close(), moves.Discuss(), moves.Ask(), moves.Close(), moves.Show()):
        if move:
            hour.make(move)
        data = frame(client, hour)
        text = unescape(data["html"])
        assert "turn" not in data
        assert question.reason not in text
        assert question.advice not in text
        assert "data-right" not in text
        assert not any(one.say and one.say in text for one in notes)
    hour.make(moves.Reveal())
    solved = unescape(frame(client, hour)["html"])
    assert question.reason in solved
    assert "data-right" in solved


def test_the_form_stays_itself_within_a_round(world: World, hour: Hour) -> None:
    client = world.device_client(hour.key)

    def form() -> str:
        found = re.search(r'<form class="ask stack" id="([^"]+)" data-keep', frame(client, hour)["html"])
        assert found
        return found[1]

    hour.ask()
    first = form()
    hour.make(moves.Think())
    assert "Jetzt zählen die Hände." in frame(client, hour)["html"]
    assert form() == first
    hour.make(moves.Close())
    assert form() == first
    hour.make(moves.Discuss())
    assert form() == first
    hour.make(moves.Ask())
    assert form() != first


def test_below_five_votes_there_is_no_result(world: World, hour: Hour) -> None:
    phones = [world.device_client(hour.key) for _ in range(4)]
    question = hour.ask()
    for one in phones:
        answer(one, hour, right(question))
    for move in (moves.Close(), moves.Show()):
        hour.make(move)
    text = frame(phones[0], hour)["html"]
    assert "Noch zu wenige Stimmen, Ergebnis ab 5." in text
    assert "So habt ihr gestimmt" not in text


def test_from_five_votes_up_phones_see_the_result(world: World, hour: Hour) -> None:
    phones = [world.device_client(hour.key) for _ in range(5)]
    question = hour.ask()
    for one in phones:
        answer(one, hour, right(question))
    hour.make(moves.Close())
    assert "So habt ihr gestimmt" not in frame(phones[0], hour)["html"]
    hour.make(moves.Show())
    text = frame(phones[0], hour)["html"]
    assert "So habt ihr gestimmt" in text
    assert ">5</b>" in text


def test_the_page_holds_the_own_answers_at_once(phone: FlaskClient, hour: Hour) -> None:
    question = hour.ask()
    answer(phone, hour, right(question))
    page = phone.get("/join/seat").text
    found = re.search(r'data-mine="([^"]*)"', page)
    assert found
    assert json.loads(unescape(found[1])) == mine(phone, hour)
    assert f'data-round="{frame(phone, hour)["round"]}"' in page


def test_mine_is_for_phones_of_this_hour_only(client: FlaskClient, phone: FlaskClient, hour: Hour) -> None:
    assert client.get(f"/live/{hour.key}/mine").status_code == 401
    assert phone.get(f"/live/{new_key()}/mine").status_code == 404
    assert phone.get(f"/live/{hour.key}/mine").status_code == 200


def test_the_seat_costs_the_same_however_many_sit_and_answer(world: World, hour: Hour, statements: Statements) -> None:
    question = hour.ask()
    first = world.device_client(hour.key)
    first.get("/join/seat")
    with statements.counted() as few:
        first.get("/join/seat")
    for _ in range(6):
        answer(world.device_client(hour.key), hour, right(question))
    answer(first, hour, right(question))
    with statements.counted() as many:
        first.get("/join/seat")
    assert len(many) == len(few)

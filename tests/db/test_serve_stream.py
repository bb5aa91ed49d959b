"""Frames over real sockets: who gets what, in which order, and who is sent away."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import update

from app.config import Settings
from app.db.models import Board, LiveSession
from app.serve.limits import Limits
from app.work import boards
from app.work.tokens import hash_of
from tests.support.hour import Hour
from tests.support.pages import Page
from tests.support.serving import Serving


def board_token(hour: Hour) -> str:
    """A board that is paired with this hour."""
    with hour.world.session() as session, session.begin():
        token, code = boards.new_board(session, datetime.now(UTC))
        boards.pair_by_code(session, hour.world.live(session, hour.key), code, datetime.now(UTC))
        return token


@pytest.fixture
def staff(serving: Serving, served_hour: Hour) -> Page:
    """A page of the mentor."""
    return serving.page(login=served_hour.world.token_for("mentor"))


def test_first_come_a_pause_and_the_newest_frame(served_hour: Hour, staff: Page) -> None:
    with staff.stream(served_hour.key, "staff") as stream:
        first = stream.next()
    assert stream.status == 200
    assert stream.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert stream.headers["cache-control"] == "no-cache"
    assert stream.headers["x-content-type-options"] == "nosniff"
    assert first is not None
    assert first.kind == "message"
    assert 1000 <= int(first.retry or "") <= 4000
    assert first.id == str(first.frame["seq"]) == str(served_hour.live().seq)
    assert first.frame == staff.get(f"/live/{served_hour.key}/state?as=staff").json


def test_a_move_reaches_all_three_audiences(serving: Serving, served_hour: Hour, staff: Page) -> None:
    key = served_hour.key
    board = serving.page(board=board_token(served_hour))
    phone = serving.page(device=served_hour.join().token)
    assert staff.move(key, move="take").status == 200
    with staff.stream(key, "staff") as one, board.stream(key, "board") as two, phone.stream(key, "seats") as three:
        before = [stream.frame() for stream in (one, two, three)]
        seq = staff.move(key, move="start").json["seq"]
        after = [stream.frame() for stream in (one, two, three)]
    assert [frame["phase"] for frame in before] == ["lobby"] * 3
    assert [frame["phase"] for frame in after] == ["slide"] * 3
    assert [frame["seq"] for frame in after] == [seq] * 3
    assert "turn" not in after[2]


def test_answers_reach_board_and_staff_but_change_nothing_on_phones(
    serving: Serving, served_hour: Hour, staff: Page
) -> None:
    key = served_hour.key
    question: Any = served_hour.ask()
    seat = served_hour.join()
    phone = serving.page(device=seat.token)
    board = serving.page(board=board_token(served_hour))
    assert staff.move(key, move="take").status == 200
    with board.stream(key, "board") as shown, phone.stream(key, "seats") as held:
        first, before = shown.frame(), held.frame()
        answer = served_hour.answer(seat, {"option": question.options[0].id})
        sent = phone.post(f"/live/{key}/answers", body_of(answer))
        assert sent.status == 200
        counted = shown.frame()
        assert staff.move(key, move="close").status == 200
        after = held.frame()
    assert counted["seq"] > first["seq"]
    assert counted["html"] != first["html"]
    assert before["phase"] == "asking"
    assert after["phase"] == "closed", "the phone was sent something while answers came in"


@pytest.mark.parametrize(
    ("audience", "path", "status"),
    [("staff", "{key}", 401), ("board", "{key}", 401), ("seats", "{key}", 401), ("nobody", "{key}", 404)],
)
def test_a_stranger_gets_no_stream(serving: Serving, served_hour: Hour, audience: str, path: str, status: int) -> None:
    answer = serving.page(login="x", board="x", device="x").get(
        f"/live/{path.format(key=served_hour.key)}/stream?as={audience}"
    )
    assert answer.status == status
    assert answer.json["message"]


def test_an_unknown_hour_is_not_there(staff: Page) -> None:
    assert staff.get(f"/live/{'x' * 22}/stream?as=staff").status == 404


def test_staff_of_another_group_get_no_stream(serving: Serving, served_hour: Hour) -> None:
    foreign = serving.page(login=served_hour.world.token_for("stranger"))
    assert foreign.get(f"/live/{served_hour.key}/stream?as=staff").status == 404


def test_head_is_answered_without_a_stream(served_hour: Hour, staff: Page) -> None:
    answer = staff.ask("HEAD", f"/live/{served_hour.key}/stream?as=staff")
    assert (answer.status, answer.body) == (200, b"")


def test_a_revoked_token_ends_its_stream_and_opens_no_other(serving: Serving, served_hour: Hour) -> None:
    token = board_token(served_hour)
    page = serving.page(board=token)
    with page.stream(served_hour.key, "board") as stream:
        stream.frame()
        with served_hour.world.session() as session, session.begin():
            row = update(Board).where(Board.token_hash == hash_of(token))
            session.execute(row.values(revoked_at=datetime.now(UTC)))
        serving.broker.revoked(hash_of(token))
        bye = stream.next()
        assert bye is not None
        assert bye.kind == "bye"
        assert stream.next() is None
    assert page.get(f"/live/{served_hour.key}/stream?as=board").status == 401


def test_signs_of_life_come_and_a_lost_message_is_made_good(settings: Settings) -> None:
    with Serving(settings, Limits(beat_seconds=0.1)) as serving:
        hour = Hour(serving.world())
        with serving.page(login=hour.world.token_for("mentor")).stream(hour.key, "staff") as stream:
            first = stream.frame()
            beat = stream.next()
            assert beat is not None
            assert beat.kind == "beat"
            with hour.world.session() as session, session.begin():  # nobody is told
                values = {"seq": LiveSession.seq + 1, "turn": LiveSession.turn + 1}
                session.execute(update(LiveSession).where(LiveSession.key == hour.key).values(values))
            assert stream.frame()["seq"] == first["seq"] + 1


def test_on_the_end_everybody_is_told(serving: Serving, served_hour: Hour, staff: Page) -> None:
    with staff.stream(served_hour.key, "staff") as one, staff.stream(served_hour.key, "staff") as two:
        one.frame(), two.frame()
        serving.stop()
        for stream in (one, two):
            bye = stream.next()
            assert bye is not None
            assert bye.kind == "bye"
            assert 1000 <= int(bye.data) == int(bye.retry or "") <= 4000
            assert stream.next() is None


def body_of(answer: Any) -> dict[str, Any]:
    """What a phone sends for `answer`."""
    return {"id": answer.key, "seat": answer.seat, "round": answer.round, "response": answer.response}

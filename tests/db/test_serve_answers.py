"""Answers over real sockets: what is acknowledged is stored, once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import select

from app.config import Settings
from app.db.base import new_key
from app.db.models import Attempt
from app.serve.limits import Limits
from tests.support.hour import Hour, Phone
from tests.support.pages import Answer
from tests.support.serving import Serving


def sent(serving: Serving, hour: Hour, phone: Phone, **other: Any) -> tuple[str, Answer]:
    """Answer the open question from `phone`; the attempt's key, and what came back."""
    body = {
        "id": new_key(),
        "seat": phone.seat,
        "round": hour.round(),
        "response": {"option": hour.options[0]},
        "confidence": "sure",
        **other,
    }
    return body["id"], serving.page(device=phone.token).post(f"/live/{hour.key}/answers", body)


class Asked(Hour):
    """An hour with an open choice."""

    def __init__(self, serving: Serving) -> None:
        super().__init__(serving.world())
        question: Any = self.ask()
        self.options = [one.id for one in question.options]

    def stored(self) -> set[str]:
        """The keys of all answers that are in the database."""
        with self.world.session() as session:
            return set(session.scalars(select(Attempt.key).where(Attempt.context == "live")))


@pytest.fixture
def hour(serving: Serving) -> Asked:
    return Asked(serving)


def test_a_hundred_at_once_are_all_stored(serving: Serving, hour: Asked) -> None:
    before = hour.stored()
    phones = [hour.join() for _ in range(100)]
    with ThreadPoolExecutor(25) as pool:
        answers = list(pool.map(lambda phone: sent(serving, hour, phone), phones))
    assert {answer.status for _, answer in answers} == {200}
    assert {answer.json["code"] for _, answer in answers} == {"stored"}
    assert hour.stored() - before == {key for key, _ in answers}


def test_the_same_answer_again_is_the_same_receipt_and_another_one_too_late(serving: Serving, hour: Asked) -> None:
    phone = hour.join()
    key, first = sent(serving, hour, phone)
    _, again = sent(serving, hour, phone, id=key)
    _, other = sent(serving, hour, phone, response={"option": hour.options[1]})
    assert (first.status, first.json) == (again.status, again.json)
    assert (other.status, other.json["code"]) == (409, "already")
    assert other.json["response"] == {"option": hour.options[0]}


def test_a_seat_of_somebody_else_does_not_answer(serving: Serving, hour: Asked) -> None:
    mine, other = hour.join(), hour.join()
    before = hour.stored()
    _, answer = sent(serving, hour, mine, seat=other.seat)
    assert (answer.status, answer.json["code"]) == (404, "unknown")
    _, stranger = sent(serving, hour, Phone("no token", mine.seat))
    assert (stranger.status, stranger.json["code"]) == (404, "unknown")
    assert hour.stored() == before


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 40_000,
        b'{"id": 1, "seat": [], "round": {}, "response": {}}',
        b'{"id": "%b", "seat": "%b", "round": "%b", "response": {}, "confidence": []}' % ((b"x" * 22,) * 3),
        b'{"id": "%b", "seat": "%b", "round": "%b", "response": []}' % ((b"x" * 22,) * 3),
    ],
)
def test_what_is_no_answer_is_refused_plainly(serving: Serving, hour: Asked, body: bytes) -> None:
    page = serving.page(device=hour.join().token)
    headers = {"Content_Type": "application/json", "Origin": page.origin}
    answer = page.ask("POST", f"/live/{hour.key}/answers", body, **headers)
    assert (answer.status, answer.json["code"]) == (422, "bad")
    assert answer.json["message"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://elsewhere.example"},
        {"Origin": ""},
        {"Content_Type": "text/plain"},
        {"Host": "rebound.example", "Origin": "http://rebound.example"},
    ],
)
def test_only_our_own_pages_may_send(serving: Serving, hour: Asked, headers: dict[str, str]) -> None:
    page = serving.page(device=hour.join().token)
    before = hour.stored()
    assert page.post(f"/live/{hour.key}/answers", {}, **headers).status == 403
    assert hour.stored() == before


def test_a_large_answer_is_refused(serving: Serving, hour: Asked) -> None:
    _, answer = sent(serving, hour, hour.join(), response={"option": "x" * 70_000})
    assert answer.status == 413
    assert answer.json["message"]


def test_too_many_waiting_are_sent_away_for_a_second(settings: Settings) -> None:
    with Serving(settings, Limits(answers_waiting=1)) as serving:
        hour = Asked(serving)
        phones = [hour.join() for _ in range(12)]
        with hour.world.session() as session, session.begin():
            hour.world.live(session, hour.key).room = "Raum 1"
            session.flush()  # this transaction holds the gate, so the writer waits
            with ThreadPoolExecutor(12) as pool:
                running = [pool.submit(sent, serving, hour, phone) for phone in phones]
                refused = next(one for one in _as_they_end(running) if one.status == 503)
                session.commit()
                answers = [one.result() for one in running]
        assert refused.headers["retry-after"] == "1"
        assert {key for key, answer in answers if answer.status == 200} <= hour.stored()
        assert {answer.status for _, answer in answers} == {200, 503}


def _as_they_end(running: list[Any]) -> Any:
    from concurrent.futures import as_completed

    for one in as_completed(running, timeout=20):
        yield one.result()[1]

"""kill -9 in a storm of answers: what was acknowledged is stored, once, and the rest may be sent again."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from typing import Any

import pytest
from sqlalchemy import select

from app.config import Settings
from app.db.base import new_key
from app.db.models import Attempt, Round, Seat
from tests.support.hour import Hour, Phone
from tests.support.pages import Answer
from tests.support.process import ServerProcess
from tests.support.world import World

pytestmark = pytest.mark.slow

SEATS = 60
AT_ONCE = 15
"""Phones that send at the same time: when the server dies, so many answers are on their way at the most."""


class Storm:
    """A class that answers, each phone once, until the server dies at the acknowledgement with the number `last`."""

    def __init__(self, hour: Hour, last: int) -> None:
        question: Any = hour.ask()
        round_ = hour.round()
        self._hour = hour
        self._phones = {new_key(): hour.join() for _ in range(SEATS)}
        self.bodies = {
            key: {
                "id": key,
                "seat": phone.seat,
                "round": round_,
                "response": {"option": question.options[number % len(question.options)].id},
            }
            for number, (key, phone) in enumerate(self._phones.items())
        }
        self.acknowledged: set[str] = set()
        self._last = last
        self._lock = threading.Lock()

    def rage(self, server: ServerProcess) -> None:
        """Send everything; return when every phone has its receipt or an error."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(lambda key: self._try(server, key), self.bodies))

    def send(self, server: ServerProcess, key: str, **other: Any) -> Answer:
        """Send the answer under `key`, or an `other` one from the same seat."""
        phone: Phone = self._phones[key]
        return server.page(device=phone.token).post(f"/live/{self._hour.key}/answers", {**self.bodies[key], **other})

    def stored(self) -> list[dict[str, Any]]:
        """All answers to this round in the database, as they were sent."""
        with self._hour.world.session() as session:
            query = (
                select(Attempt.key, Seat.key.label("seat"), Round.key.label("round"), Attempt.response)
                .join(Seat, Seat.id == Attempt.seat_id)
                .join(Round, Round.id == Attempt.round_id)
                .where(Attempt.key.in_(self.bodies) | (Round.key == next(iter(self.bodies.values()))["round"]))
            )
            rows = session.execute(query).all()
            return [{"id": row.key, "seat": row.seat, "round": row.round, "response": row.response} for row in rows]

    def _try(self, server: ServerProcess, key: str) -> None:
        try:
            answer = self.send(server, key)
        except (OSError, HTTPException):
            return  # the phone keeps it and sends it again
        assert (answer.status, answer.json["code"]) == (200, "stored")
        with self._lock:
            self.acknowledged.add(key)
            if len(self.acknowledged) == self._last:
                os.kill(server.pid, signal.SIGKILL)


@pytest.mark.parametrize("last", [3, 17, 40])
def test_nothing_acknowledged_is_lost_and_nothing_is_stored_twice(settings: Settings, world: World, last: int) -> None:
    hour = Hour(world)
    storm = Storm(hour, last)
    staff = world.token_for("mentor")
    before = hour.state()
    with ServerProcess(settings) as server:
        storm.rage(server)
    assert last <= len(storm.acknowledged) <= last + AT_ONCE, "the server died in the middle"
    with ServerProcess(settings) as again:
        found = storm.stored()
        assert storm.acknowledged <= {one["id"] for one in found}
        assert all(one == storm.bodies[one["id"]] for one in found)
        assert len(found) == len({one["seat"] for one in found})
        frame = again.page(login=staff).get(f"/live/{hour.key}/state?as=staff").json
        assert (frame["phase"], frame["turn"]) == ("asking", hour.live().turn)
        assert frame["round"] == hour.round()
        assert hour.state() == before
        for key in storm.bodies:
            answer = storm.send(again, key)
            assert (answer.status, answer.json["code"]) == (200, "stored"), key in storm.acknowledged
            assert storm.send(again, key, id=new_key()).status == 409
    by_id = {one["id"]: one for one in storm.stored()}
    assert by_id == storm.bodies
    assert len(storm.stored()) == SEATS

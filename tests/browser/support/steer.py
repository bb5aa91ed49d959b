"""The hour moved from outside: a test that looks at one state goes there without tapping through the hour."""

from __future__ import annotations

import random
import secrets
from typing import Any

from app.demo.answers import response_of
from app.domain.grading import kind_of
from tests.browser.support.house import House


def move(house: House, name: str, **values: Any) -> None:
    """Make a move with the board's own hand. Raises AssertionError when the hour refuses it."""
    hour, board = house.cast.keys["hour"], house.cast.cookies["board"]
    turn = house.server.get(f"/live/{hour}/state?as=board", board).json()["turn"]
    answer = house.server.post(f"/live/{hour}/moves?as=board", {"turn": turn, "move": name, **values}, board)
    assert answer.status == 200, f"{name} {values}: {answer.text}"


def ask(house: House, question: str) -> None:
    """Go to the slide of `question` and open its round."""
    move(house, "step", to=[slide.question for slide in house.module.slides].index(question))
    move(house, "ask")


def count(house: House, hands: dict[str, int]) -> None:
    """Count so many hands for each option of the open round."""
    move(house, "think")
    move(house, "count")
    for option, number in hands.items():
        move(house, "tally", option=option, count=number)
    move(house, "counted")


def options(house: House, question: str) -> list[str]:
    """What hands can be raised for."""
    asked = house.module.question(question)
    return list(kind_of(asked).hands(asked))


def answer(house: House, who: str, question: str) -> None:
    """Answer the open round on `question` from a phone: right with an even chance, the same in every run."""
    respond(house, who, response_of(house.module.question(question), 0.5, random.Random(f"{who} {question}")))


def respond(house: House, who: str, response: dict[str, Any]) -> None:
    """Send `response` to the open round from a phone."""
    hour, cookies = house.cast.keys["hour"], house.cast.cookies[who]
    round_ = house.server.get(f"/live/{hour}/state?as=seats", cookies).json()["round"]
    [seat] = house.server.get(f"/live/{hour}/mine", cookies).json()["seats"]
    data = {
        "id": secrets.token_urlsafe(16),
        "seat": seat["key"],
        "round": round_,
        "response": response,
        "confidence": None,
    }
    found = house.server.post(f"/live/{hour}/answers", data, cookies)
    assert found.json().get("code") == "stored", f"{who}, {response}: {found.text}"

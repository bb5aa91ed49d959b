"""Every module walked once as a pupil on a phone and once as the mentor at the board: each slide, each question."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.content.loader import load
from app.domain.behaviour import BEHAVIOURS
from app.domain.grading import full_credit, kind_of
from app.domain.questions import Question
from app.features.learn.steps import steps_of
from tests.browser.support import steer
from tests.browser.support.cast import ANSWERED, PHONES
from tests.browser.support.devices import BOARD, Device
from tests.browser.support.house import DeviceMaker, House, running
from tests.browser.support.layout import probe
from tests.browser.support.pages import NARROWEST
from tests.conftest import MODULES

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.walk]

SLUGS = sorted(load(MODULES, datetime.now(UTC).date()).modules)
FILL = """async ({script, response}) => {
  const { writeResponse } = await import(script);
  const { kindsIn, load } = await import(script.replace("response.js", "kinds.js"));
  await load(kindsIn(document));
  const form = document.querySelector("form[data-sure]");
  writeResponse(form, response);
  form.dispatchEvent(new Event("change", { bubbles: true }));
}"""


@pytest.fixture(params=SLUGS)
def taught(request: pytest.FixtureRequest, template: str, tmp_path: Path) -> Iterator[House]:
    """A furnished house whose hour of today is about one of all modules."""
    with running(template, tmp_path / "instance", furnished=True, slug=request.param) as made:
        yield made


def test_a_module_is_read_and_answered_at_home(taught: House, device: DeviceMaker) -> None:
    """Each step on the narrowest phone; each question answered wrong, solved, and answered right."""
    phone = device(taught, NARROWEST, "pupil")
    module, found = taught.module, []
    for step in steps_of(module):
        phone.go(f"/learn/{module.slug}/{step.number}")
        found += [f"step {step.number}, {what}" for what in _on_a_phone(phone)]
    for question in BEHAVIOURS["practice"].questions(module):
        found += _answered(phone, module.slug, question, _wrong(question, 1), "Stimmt noch nicht")
        if question.id not in ANSWERED.values():  # these were tried before today: their solution stands there at once
            phone.tap(".actionbar a", "Auflösen")
        phone.see(".actionbar a", "Weiter")
        found += [f"{question.id} solved, {what}" for what in _on_a_phone(phone)]
        found += _answered(phone, module.slug, question, full_credit(question), "Stimmt.")
    assert not found, "\n".join(found)


def test_a_module_is_taught_at_the_board(taught: House, device: DeviceMaker) -> None:
    """Each slide, and each question from open to solved, with right and wrong answers from five phones."""
    board = device(taught, BOARD, "board")
    found: list[str] = []
    steer.move(taught, "start")
    board.go("/board/show")
    for position, slide in enumerate(taught.module.slides):
        steer.move(taught, "step", to=position)
        found += _seen(board, f"slide {slide.id}", position, "slide")
        if not slide.question:
            continue
        question = taught.module.question(slide.question)
        steer.move(taught, "ask")
        found += _seen(board, f"{question.id} asked", position, "question")
        for number, who in enumerate(PHONES):
            steer.respond(taught, who, full_credit(question) if number % 2 else _wrong(question, number))
        steer.move(taught, "close")
        steer.move(taught, "show")
        found += _seen(board, f"{question.id} shown", position, "result")
        if kind_of(question).graded:
            steer.move(taught, "reveal")
            found += _seen(board, f"{question.id} solved", position, "solution")
    steer.move(taught, "finish")
    board.see('[data-part="finished"]')
    assert not found, "\n".join(found)


def _answered(phone: Device, slug: str, question: Question, response: Mapping[str, Any], title: str) -> list[str]:
    """Give this answer to a question at home; what is wide or cut off on the way."""
    phone.go(f"/learn/{slug}/question/{question.id}")
    found = [f"{question.id}, {what}" for what in _on_a_phone(phone)]
    script = phone.ask("document.querySelector('script[src*=\"learn/question.js\"]').src")
    address = script.replace("learn/question.js", "question/response.js")
    phone.page.evaluate(FILL, {"script": address, "response": dict(response)})
    phone.tap(".seg label", "Ziemlich sicher")
    phone.tap("[data-hand-in]:not([aria-disabled])")
    phone.land("/learn/attempt/")
    assert title in phone.read("h1"), f"{question.id}, {response}"
    return found + [f"{question.id} answered, {what}" for what in _on_a_phone(phone)]


def _wrong(question: Question, seed: int) -> dict[str, Any]:
    return kind_of(question).mistaken(question, random.Random(seed))


def _seen(board: Device, state: str, position: int, part: str) -> list[str]:
    """What cannot be read or is cut off on the board, once the push has brought this state."""
    board.see(f'.board[data-position="{position}"][data-part="{part}"]')
    board.page.evaluate("document.fonts.ready")
    return [f"{state}, {what}" for name in ("tiny", "spilled") for what in probe(board.page, name, None)]


def _on_a_phone(phone: Device) -> list[str]:
    return [what for name in ("wide", "cut") for what in probe(phone.page, name, None)]

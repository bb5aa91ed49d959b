"""Every kind of question in every state: at home, on a phone in the hour, on the board, on paper.

Answered by tapping alone and by the keyboard alone, read from the last row, used on the narrowest phone. A kind is here
as soon as it has a question in tests/support/modules.py and its two ways in tests/browser/support/answering.py.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.grading import KINDS, full_credit, kind_of
from app.domain.questions import Question
from tests.browser.support import axe, checker, steer
from tests.browser.support.answering import KEYING, TAPPING, Response, Way, reach
from tests.browser.support.cast import PHONES
from tests.browser.support.devices import BOARD, LAPTOP, Device
from tests.browser.support.glass import Glass
from tests.browser.support.house import DeviceMaker, House, running
from tests.browser.support.inline import found_in
from tests.browser.support.layout import probe
from tests.browser.support.pages import HALF_BOARD, NARROWEST
from tests.support.every_kind import SLUG, stocked

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.walk]

GRADED = [name for name, kind in KINDS.items() if kind.graded]
WAYS: Mapping[str, Mapping[str, Way]] = {"tap": TAPPING, "keys": KEYING}
BOARD_SIZES = (BOARD, {"width": 1280, "height": 720}, HALF_BOARD)
CONTRAST = 7
LEAST = 24
THUMB = 44
CONTROLS = ".btn, .option, .chip, .passage, .seg label, .drag, .hot, .input"


@pytest.fixture(scope="module")
def every(template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A furnished house whose hour asks a question of each kind, started."""
    with _everything(template, tmp_path_factory.mktemp("every")) as made:
        yield made


def question_of(house: House, kind: str) -> Question:
    """The question of this kind."""
    return next(one for one in house.module.questions if one.kind == kind)


def wrong(question: Question, seed: int = 0) -> Response:
    """An answer that is not right; any where nothing is."""
    return kind_of(question).mistaken(question, random.Random(seed))


def on_a_phone(device: Device) -> list[str]:
    """What is wrong with what a phone shows."""
    found = axe.findings(device.page)
    probes = (("wide", None), ("cut", None), ("small", [LEAST, None]), ("small", [THUMB, CONTROLS]), ("covered", None))
    return found + [what for name, least in probes for what in probe(device.page, name, least)]


def on_a_board(board: Device) -> list[str]:
    """What is wrong with what the board shows, in each of its sizes."""
    found = axe.findings(board.page, board=True)
    for size in BOARD_SIZES:
        board.page.set_viewport_size({**size})
        probes = (("tiny", None), ("spilled", None), ("faint", CONTRAST))
        found += [f"{size['width']} wide, {what}" for name, least in probes for what in probe(board.page, name, least)]
    board.page.set_viewport_size({**BOARD})
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_the_tables_know_how_it_is_answered(kind: str) -> None:
    assert kind in TAPPING
    assert kind in KEYING


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", GRADED)
def test_at_home(kind: str, way: str, every: House, device: DeviceMaker) -> None:
    """Asked, answered rightly, answered wrong and solved: on a narrow phone by taps, on a laptop by keys."""
    question, found = question_of(every, kind), []
    home = device(every, NARROWEST if way == "tap" else LAPTOP, "pupil")
    for response, title in ((full_credit(question), "Stimmt."), (wrong(question), "Stimmt noch nicht")):
        _open(home, question)
        found += [f"asked, {what}" for what in on_a_phone(home)]
        _open(home, question)  # as it was before anything was looked for
        WAYS[way][kind](home, response)
        _hand_in(home, way)
        home.land("/learn/attempt/")
        assert title in home.read("h1"), response
        found += [f"answered {response}, {what}" for what in on_a_phone(home)]
    home.go(f"{home.ask('location.pathname')}?solution=1")
    found += [f"solved, {what}" for what in on_a_phone(home)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("kind", [one for one in GRADED if one not in {"order", "mark", "spots"}])
def test_what_is_missing_is_said_without_a_script(kind: str, every: House, device: DeviceMaker) -> None:
    """Of an order and of marks nothing can be missing."""
    question = question_of(every, kind)
    home = device(every, NARROWEST, "pupil", java_script_enabled=False)
    home.watch.forgive("the server responded with a status of")
    _open(home, question)
    home.tap('.seg label:has(input[name="confidence"])')
    home.tap("[data-hand-in]")
    home.see("[role=alert]")
    assert "passt nicht" not in home.read("[role=alert]")
    home.see(f'[data-question="{kind}"]')


@pytest.mark.parametrize("kind", KINDS)
def test_in_the_hour(kind: str, every: House, device: DeviceMaker) -> None:
    """Asked, given by taps and by keys, with the result of five, solved: on the board and on phones."""
    question = question_of(every, kind)
    board, tapped, keyed = (
        device(every, BOARD, "board"),
        device(every, NARROWEST, "phone"),
        device(every, LAPTOP, "phone_2"),
    )
    _ask(every, question)
    board.go("/board/show")
    board.see('.board[data-part="question"]')
    found = _all_three("asked", board, tapped, keyed)
    for way, seat, response in (("tap", tapped, wrong(question)), ("keys", keyed, full_credit(question))):
        seat.go("/join/seat")  # as it was before anything was looked for
        seat.see(f'[data-question="{kind}"]')
        WAYS[way][kind](seat, response)
        _hand_in(seat, way)
        seat.see(".outbox[data-state=stored]")
        seat.see(f'[data-question="{kind}"]')  # what was given stays on screen
        found += [f"given, {what}" for what in on_a_phone(seat)]
    _two_fingers(board)
    for number, who in enumerate(PHONES[2:]):
        steer.respond(every, who, dict(wrong(question, number)))
    board.see('.board[data-part="question"]')
    steer.move(every, "close")
    steer.move(every, "show")
    board.see('.board[data-part="result"]')
    found += _all_three("result", board, tapped, keyed)
    if kind_of(question).graded:
        steer.move(every, "reveal")
        board.see('.board[data-part="solution"]')
        for seat in (tapped, keyed):
            seat.see('section[id^="solved-"] .feedback')
        found += _all_three("solved", board, tapped, keyed)
    assert not found, "\n".join(found)


def test_on_paper(every: House, device: DeviceMaker) -> None:
    paper = device(every, LAPTOP, "mentor")
    paper.go(f"/present/{every.cast.keys['hour']}/questions")
    assert len(paper.page.query_selector_all(".pq__q")) == len(KINDS)
    found = axe.findings(paper.page) + probe(paper.page, "wide") + probe(paper.page, "cut")
    assert not found, "\n".join(found)


def test_what_the_server_sends_is_valid_html(template: str, tmp_path: Path) -> None:
    with _everything(template, tmp_path) as house:
        pages = _pages_of(house)
    found = [f"{name}: {what}" for name, html in pages.items() for what in found_in(html)]
    (tmp_path / "pages").mkdir()
    found += checker.findings(pages, tmp_path / "pages")
    assert not found, "\n".join(found)


@contextmanager
def _everything(template: str, folder: Path) -> Iterator[House]:
    with running(template, folder / "instance", furnished=True, modules=stocked(folder), slug=SLUG) as made:
        steer.move(made, "present", count=len(PHONES))
        steer.move(made, "start")
        yield made


def _pages_of(every: House) -> dict[str, str]:
    """The pages of each kind in each state, by name."""
    hour, pages = every.cast.keys["hour"], {}
    for question in every.module.questions:
        _ask(every, question)
        for who in PHONES:
            steer.respond(every, who, dict(wrong(question)))
        pages |= _live_pages(every, f"{question.kind} asked")
        steer.move(every, "close")
        steer.move(every, "show")
        pages |= _live_pages(every, f"{question.kind} shown")
        if kind_of(question).graded:
            steer.move(every, "reveal")
            pages |= _live_pages(every, f"{question.kind} solved")
            path = f"/learn/{SLUG}/question/{question.id}"
            pages[f"{question.kind} at home"] = every.server.get(path, every.cast.cookies["pupil"]).text
    pages["paper"] = every.server.get(f"/present/{hour}/questions", every.cast.cookies["mentor"]).text
    return pages


def _ask(house: House, question: Question) -> None:
    steer.move(house, "step", to=[slide.question for slide in house.module.slides].index(question.id))
    steer.move(house, "ask")


def _live_pages(house: House, state: str) -> dict[str, str]:
    found = {}
    for who, path in (("board", "/board/show"), ("phone", "/join/seat")):
        answer = house.server.get(path, house.cast.cookies[who])
        assert answer.status == 200, f"{who}, {state}"
        found[f"{who}: {state}"] = answer.text
    return found


def _open(home: Device, question: Question) -> None:
    home.go(f"/learn/{SLUG}/question/{question.id}")
    home.see("[data-hand-in]")


def _all_three(state: str, board: Device, *seats: Device) -> list[str]:
    """What is wrong on the board and on two phones."""
    found = [f"{state}, board, {what}" for what in on_a_board(board)]
    for seat in seats:
        if not seat.page.url.endswith("/join/seat"):
            seat.go("/join/seat")
        seat.page.evaluate("document.fonts.ready")
        found += [f"{state}, phone, {what}" for what in on_a_phone(seat)]
    return found


def _two_fingers(board: Device) -> None:
    glass = Glass(board)
    for finger, place in enumerate(((500.0, 400.0), (1400.0, 400.0))):
        glass.put(finger, place)
    for finger in (0, 1):
        glass.lift(finger)


def _hand_in(device: Device, way: str) -> None:
    """Say how sure one is, where that is asked, and hand in."""
    sure = device.page.query_selector('input[name="confidence"]') is not None
    if way == "tap":
        if sure:
            device.tap(".seg label", "Ziemlich sicher")
        device.tap("[data-hand-in]:not([aria-disabled])")
        return
    if sure:
        reach(device, 'input[name="confidence"]')
        device.press("Space")
    reach(device, "[data-hand-in]:not([aria-disabled])")
    device.press("Enter")

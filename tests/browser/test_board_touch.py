"""Many fingers on one board, in today's Chromium: what a touch panel sends, sent as it sends it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.support import steer
from tests.browser.support.devices import BOARD, Device
from tests.browser.support.glass import Glass
from tests.browser.support.house import DeviceMaker, House

pytestmark = [pytest.mark.slow, pytest.mark.browser]

SLIDE = (900.0, 500.0)


@pytest.fixture
def board(furnished: House, device: DeviceMaker) -> Device:
    """The board of an hour that has started, at its first slide."""
    steer.move(furnished, "present", count=24)
    steer.move(furnished, "start")
    one = device(furnished, BOARD, "board")
    one.go("/board/show")
    one.see('[data-part="slide"][data-position="0"]')
    return one


def _at(board: Device, part: str, position: int) -> None:
    expect(board.page.locator(".board")).to_have_attribute("data-position", str(position))
    expect(board.page.locator(".board")).to_have_attribute("data-part", part)


def test_a_finger_steps_while_a_palm_rests_on_the_slide(board: Device) -> None:
    glass = Glass(board)
    glass.put(0, SLIDE)
    glass.put(1, glass.middle('[data-way="next"]'))
    glass.lift(1)
    _at(board, "slide", 1)
    glass.lift(0)


def test_two_people_at_both_ends_make_one_step(board: Device) -> None:
    glass = Glass(board)
    for end in (0, 1):
        glass.put(end, glass.middle('[data-way="next"]', end))
    for end in (0, 1):
        glass.lift(end)
    _at(board, "slide", 1)
    board.tap('[data-way="next"]')
    _at(board, "slide", 2)


def test_two_people_at_both_ends_do_not_close_a_round(furnished: House, board: Device) -> None:
    steer.ask(furnished, "aufpassen")
    board.see('[data-part="question"]')
    glass = Glass(board)
    for end in (0, 1):
        glass.put(end, glass.middle('[data-move="close"]', end))
    for end in (0, 1):
        glass.lift(end)
    board.see('[data-move="close"]', "Wirklich schließen?")
    board.see('[data-part="question"]')
    board.tap('[data-move="close"]')
    board.see('[data-part="closed"]')


def test_fingers_that_overlap_type_both_digits(furnished: House, board: Device) -> None:
    steer.ask(furnished, "aufpassen")
    steer.move(furnished, "think")
    steer.move(furnished, "count")
    board.see(".npad")
    glass = Glass(board)
    for finger, digit in enumerate("12"):
        glass.put(finger, glass.middle(f'[data-digit="{digit}"]'))
    for finger in (0, 1):
        glass.lift(finger)
    board.see("[data-now] .hc__n", "12")


def test_a_pinch_leaves_the_board_as_large_as_it_is(board: Device) -> None:
    glass = Glass(board)
    glass.put(0, (800, 500))
    glass.put(1, (1000, 500))
    for step in range(10):
        glass.move(0, (800 - 30 * step, 500))
        glass.move(1, (1000 + 30 * step, 500))
    for finger in (0, 1):
        glass.lift(finger)
    board.tap('[data-way="next"]')  # the fingers' work is done when this is on screen
    _at(board, "slide", 1)
    assert board.ask("visualViewport.scale") == 1


def test_a_finger_opens_and_leaves_the_full_screen(board: Device) -> None:
    glass = Glass(board)
    for wanted in (True, False):
        glass.put(0, glass.middle('[data-do="fullscreen"]'))
        glass.lift(0)
        board.page.wait_for_function(f"Boolean(document.fullscreenElement) === {str(wanted).lower()}")

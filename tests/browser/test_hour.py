"""One whole hour with everybody in it, and a server that is killed in the middle of a round."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.browser.support import hour
from tests.browser.support.devices import BOARD, LAPTOP, PHONE, Hands
from tests.browser.support.house import DeviceMaker, House
from tests.browser.support.journey import play
from tests.browser.support.old import OldBrowser
from tests.browser.support.watch import LOST


def live_through(devices: Mapping[str, Hands], house: House) -> None:
    """Steps 2 to 7 of what people can do; asserts what each of them sees."""
    memory = dict(house.cast.memory)
    for chapter in (hour.PAIRING, hour.JOINING, hour.STEPPING, hour.TOO_FEW, hour.SORTING, hour.HANDS, hour.ANSWERING):
        play(chapter, devices, memory)
    assert devices["board"].ask("window.isSecureContext") is False

    for one in devices.values():
        one.watch.forgive(*LOST)
    house.server.crash()
    play(hour.IN_THE_DARK, devices, memory)
    house.server.start()
    play(hour.BACK_AGAIN, devices, memory)

    for chapter in (hour.RESULT, hour.ENDING, hour.AT_HOME, hour.TEACHING):
        play(chapter, devices, memory)
    for one in devices.values():
        one.watch.assert_clean()


@pytest.mark.browser
@pytest.mark.slow
def test_everybody_lives_through_one_hour_and_a_crash(device: DeviceMaker, house: House) -> None:
    devices = {
        "mentor": device(house, PHONE),
        "board": device(house, BOARD),
        "phone_1": device(house, PHONE),
        "phone_2": device(house, PHONE, color_scheme="dark"),
        "pupil": device(house, PHONE),
        "home": device(house, PHONE),
        "teacher": device(house, LAPTOP),
    }
    live_through(devices, house)


@pytest.mark.chromium80
@pytest.mark.slow
def test_board_phones_and_learning_live_through_the_same_hour_in_chromium_80(
    old_browser: OldBrowser, device: DeviceMaker, house: House
) -> None:
    devices: dict[str, Hands] = {
        "mentor": device(house, PHONE),
        "teacher": device(house, LAPTOP),
        "board": old_browser.device("board", BOARD),
        "phone_1": old_browser.device("phone_1", PHONE),
        "phone_2": old_browser.device("phone_2", PHONE),
        "pupil": old_browser.device("pupil", PHONE),
        "home": old_browser.device("home", PHONE),
    }
    live_through(devices, house)

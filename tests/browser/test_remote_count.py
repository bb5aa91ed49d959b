"""Counting hands on a phone: everything is in sight, and the pad stays under the thumb."""

from __future__ import annotations

import pytest

from tests.browser.support import steer
from tests.browser.support.devices import PHONE
from tests.browser.support.house import DeviceMaker, House

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SMALL = {"width": 320, "height": 640}
PAD = "document.querySelector('.pad').getBoundingClientRect().y + scrollY"
LOWEST = "Math.max(...[...document.querySelectorAll('.pad button')].map((one) => one.getBoundingClientRect().bottom))"


@pytest.mark.parametrize("size", [PHONE, SMALL], ids=["360", "320"])
def test_the_pad_is_in_sight_and_never_moves(furnished: House, device: DeviceMaker, size: dict[str, int]) -> None:
    steer.move(furnished, "present", count=24)
    steer.move(furnished, "start")
    steer.ask(furnished, "schloss")
    steer.move(furnished, "think")
    steer.move(furnished, "count")
    mentor = device(furnished, size, "mentor")
    mentor.go(f"/present/{furnished.cast.keys['hour']}/remote")
    mentor.tap(".steer__b", "Übernehmen")
    mentor.miss(".steer")
    place = mentor.ask(PAD)
    assert mentor.ask(LOWEST) <= size["height"]
    for digit, key in (("1", "[data-go]"), ("9", "[data-rest]:not([hidden])")):
        mentor.tap(f"[data-digit='{digit}']")
        assert mentor.ask(PAD) == place
        mentor.tap(key)
        assert mentor.ask(PAD) == place
    mentor.see("#sum", "24 von 24 gezählt")


def test_back_after_a_wrong_code_shows_the_page_and_sends_nothing(open_house: House, device: DeviceMaker) -> None:
    phone = device(open_house, PHONE)
    phone.watch.forgive("the server responded with a status of 404")
    phone.go("/join")
    phone.fill("[name=code]", "000 000")
    phone.tap("[type=submit]", "Mitmachen")
    phone.see(".field__error", "Diesen Code gibt es gerade nicht.")
    phone.go("/card")
    phone.page.go_back()
    phone.see("h1", "Mitmachen")
    phone.miss(".field__error")

"""A class on one weak network: the first page of a pupil weighs little, and every page after it next to nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.content.loader import load
from app.demo.world import TODAYS_MODULE
from tests.browser.support.devices import PHONE
from tests.browser.support.house import DeviceMaker, House
from tests.browser.support.weight import Scale
from tests.conftest import MODULES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FIRST = 70_000
LATER = 15_000

MODULE = load(MODULES, datetime.now(UTC).date()).modules[TODAYS_MODULE]

GUEST = ("/join", "phone: /join/seat")
FROM_THE_FRONT = ("/", "/join", "phone: /join/seat")
WITH_A_CARD = (
    "/card",
    "pupil: /learn",
    "/learn/progress",
    "/learn/s2-phishing",
    *(f"/learn/s2-phishing/{number}" for number in range(1, len(MODULE.slides) + 1)),
    "/join",
    "phone: /join/seat",
)


@pytest.mark.parametrize("way", [GUEST, FROM_THE_FRONT, WITH_A_CARD], ids=lambda way: way[0])
def test_pages_weigh_little(way: tuple[str, ...], open_house: House, device: DeviceMaker) -> None:
    """A way begins with an empty cache; "pupil: /learn" is opened with the cookies of pupil, from there on."""
    one = device(open_house, PHONE)
    scale = Scale(one)
    most, heavy = FIRST, []
    for stop in way:
        who, _, path = stop.rpartition(": ")
        one.carry(open_house.cast.cookies.get(who, {}))
        found = scale.weigh(path)
        print(f"{path} weighs {found} bytes, at most {most}\n{scale.list()}")
        if found > most:
            heavy.append(f"{path} weighs {found} bytes, more than {most}:\n{scale.list()}")
        most = LATER
    assert not heavy, "\n".join(heavy)

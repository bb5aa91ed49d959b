"""The two pictures in the README are the real pages in a real hour.

They are taken in every run; TECHTEENS_SCREENSHOTS=1 puts them where the README looks for them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browser.support import hour, picture, steer
from tests.browser.support.devices import BOARD, Device
from tests.browser.support.house import DeviceMaker, House
from tools.paths import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

README = ROOT / "README.md"
MOST_BYTES = 150_000
BOARD_PIXELS = {"device_scale_factor": 2 / 3}
PHONE_IN_ITS_BROWSER = {"width": 360, "height": 600}
PHONE_PIXELS = {"device_scale_factor": 2}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the pictures go."""
    return ROOT / "docs" / "img" if os.environ.get("TECHTEENS_SCREENSHOTS") == "1" else tmp_path


def test_board_asks_and_phone_answers(furnished: House, device: DeviceMaker, folder: Path) -> None:
    steer.move(furnished, "present", count=24)
    steer.move(furnished, "start")
    steer.ask(furnished, "schloss")
    steer.count(furnished, {"verbindung": 7, "betreiber": 5, "geprueft": 4})
    board = device(furnished, BOARD, "board", **BOARD_PIXELS)
    board.go("/board/show")
    for who in ("phone_2", "phone_3", "phone"):
        phone = _answer(device(furnished, PHONE_IN_ITS_BROWSER, who, **PHONE_PIXELS))
    board.see("h1", "Eine Seite zeigt Schloss und https.")
    board.see(".bcount", "19 von 24 haben geantwortet")

    taken = {
        "board.png": (picture.take(board, folder / "board.png"), (1280, 720)),
        "phone.png": (picture.take(phone, folder / "phone.png"), (720, 1200)),
    }
    for name, (found, size) in taken.items():
        assert found.size == size, f"{name} is {found.size}"
        assert found.bytes <= MOST_BYTES, f"{name} weighs {found.bytes} bytes"
        assert f"docs/img/{name}" in README.read_text(encoding="utf-8")


def _answer(phone: Device) -> Device:
    phone.go("/join/seat")
    phone.tap(".option", "Niemand liest unterwegs mit")
    phone.tap(hour.HAND_IN)
    phone.see(hour.STORED, "gespeichert")
    return phone

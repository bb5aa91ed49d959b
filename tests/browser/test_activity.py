"""Activities of every kind where they stand: readable from the last row, usable on the narrowest phone, on paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.support import axe, steer
from tests.browser.support.activity import active_house, slide_of, step_of
from tests.browser.support.devices import BOARD, LAPTOP, PHONE, Device
from tests.browser.support.house import DeviceMaker, House, devices
from tests.browser.support.layout import probe
from tests.browser.support.old import OldBrowser
from tests.browser.support.pages import HALF_BOARD, NARROWEST
from tests.support.activities import KINDS
from tools import browsers

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.walk]

BOARD_SIZES = (BOARD, {"width": 1280, "height": 720}, HALF_BOARD)
CONTRAST = 7
FINGER = 96 / 1080
THUMB = 44
OVER = """[...document.querySelectorAll(".bmain .act__stage, .bmain .act__stage > *")]
  .filter((one) => one.scrollHeight > one.clientHeight + 2).map((one) => one.className)"""


@pytest.fixture(scope="module")
def active(template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The hour of an active house, started."""
    with active_house(template, tmp_path_factory.mktemp("active")) as made:
        steer.move(made, "start")
        yield made


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """One kind after the other."""
    return str(request.param)


@pytest.fixture
def board(kind: str, active: House, chromium: Browser) -> Iterator[Device]:
    """The board at the slide with an activity of that kind."""
    steer.move(active, "step", to=slide_of(kind))
    with devices(chromium) as make:
        one = make(active, BOARD, "board")
        one.go("/board/show")
        one.see(f'.bmain [data-activity="{kind}"]')
        one.page.evaluate("document.fonts.ready")
        yield one


def test_it_can_be_read_from_the_last_row_and_tapped(board: Device) -> None:
    found = axe.findings(board.page, board=True) + _on_a_board(board)
    board.tap('[data-do="vote"]')
    board.see("[data-vote] [data-letter]")
    found += axe.findings(board.page, board=True) + [f"the class decides, {what}" for what in _on_a_board(board)]
    assert not found, "\n".join(found)


def test_a_new_frame_leaves_it_as_it_is(active: House, board: Device) -> None:
    board.tap('[data-do="vote"]')
    board.tap('[data-letter="A"] [data-vote-by="1"]')
    board.see('[data-letter="A"] [data-vote-count]', "1")
    steer.move(active, "present", count=17)
    board.see(".bhead__n", "17")
    board.see('[data-letter="A"] [data-vote-count]', "1")
    steer.move(active, "present", count=24)


def test_moving_on_and_back_brings_it_to_life_again(board: Device, kind: str) -> None:
    board.tap('[data-way="next"]')
    board.miss(f'.bmain [data-activity="{kind}"]')
    board.tap('[data-way="back"]')
    board.see(f'.bmain [data-activity="{kind}"]')
    board.tap('[data-do="vote"]')
    board.see("[data-vote] [data-letter]")


def test_keys_of_the_clicker_still_step(board: Device, kind: str) -> None:
    board.page.locator(".act button:visible").first.focus()
    board.press("PageDown")
    board.miss(f'.bmain [data-activity="{kind}"]')


def test_the_phones_say_where_to_look(active: House, device: DeviceMaker, kind: str) -> None:
    steer.move(active, "step", to=slide_of(kind))
    seat = device(active, PHONE, "phone")
    seat.go("/join/seat")
    seat.see("main", "Schau nach vorn")
    remote = device(active, PHONE, "mentor")
    remote.go(f"/present/{active.cast.keys['hour']}/remote")
    remote.see("main", "An der Tafel gibt es jetzt etwas zu tun.")


@pytest.mark.parametrize("size", [NARROWEST, PHONE, LAPTOP], ids=["narrowest", "phone", "laptop"])
def test_at_home_it_fits(active: House, device: DeviceMaker, kind: str, size: dict[str, int]) -> None:
    home = device(active, size, "pupil")
    home.go(step_of(kind))
    home.see(f'[data-activity="{kind}"]')
    home.miss("[data-paper]")
    home.miss('[data-do="vote"]')
    found = []
    for scheme in ("light", "dark"):
        home.page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {what}" for what in axe.findings(home.page)]
    found += [what for name in ("wide", "cut", "covered") for what in probe(home.page, name)]
    found += probe(home.page, "small", [THUMB, ".act button"])
    assert not found, "\n".join(found)
    home.tap("main a", "Weiter" if kind != list(KINDS)[-1] else "Kurz prüfen")


def test_without_a_script_home_shows_paper(active: House, device: DeviceMaker, kind: str) -> None:
    home = device(active, NARROWEST, "pupil", java_script_enabled=False)
    home.go(step_of(kind))
    home.see(".paper")
    home.miss("[data-activity]")


def test_paper_can_be_printed(active: House, device: DeviceMaker) -> None:
    laptop = device(active, LAPTOP, "mentor")
    laptop.go(f"/present/{active.cast.keys['hour']}")
    laptop.tap("main a", "Material drucken")
    laptop.see("h1", "Material: Ein Test")
    assert laptop.page.locator("section.paper").count() == len(KINDS)
    found = axe.findings(laptop.page)
    laptop.page.emulate_media(media="print", color_scheme="dark")
    laptop.page.set_viewport_size({"width": 794, "height": 1123})
    found += probe(laptop.page, "wide") + probe(laptop.page, "cut")
    assert not found, "\n".join(found)
    laptop.page.emulate_media(media="screen")
    laptop.go(f"/present/{active.cast.keys['hour']}/sheet")
    expect(laptop.page.get_by_text("Aktivität:")).to_have_count(len(KINDS))


@pytest.fixture
def old(active: House) -> Iterator[OldBrowser]:
    """Chromium 80 in front of the active house."""
    try:
        found = OldBrowser(active.server.origin)
    except browsers.Missing as missing:
        pytest.skip(str(missing))
    yield found
    found.close()


@pytest.mark.chromium80
def test_an_old_board_plays_it(active: House, old: OldBrowser) -> None:
    one = old.device("board", BOARD)
    one.go("/board/key")
    one.see("[data-symbol]")
    for symbol in active.cast.memory["hour_key"]:
        one.tap(f'[data-symbol="{symbol}"]')
    one.tap(".tool--next")
    one.land("/board/show")
    for kind in KINDS:
        steer.move(active, "step", to=slide_of(kind))
        one.go("/board/show")
        one.tap('[data-do="vote"]')
        one.tap('[data-letter="B"] [data-vote-by="1"]')
        one.see('[data-letter="B"] [data-vote-count]', "1")
    steer.move(active, "step", to=slide_of("robot"))
    one.go("/board/show")
    for _ in range(3):
        one.tap('[data-card="forward"]')
    one.tap('[data-do="run"]')
    one.see(".act__say", "Am Ziel, mit 3 Karten.")
    one.watch.assert_clean()


def _on_a_board(board: Device) -> list[str]:
    found = []
    for size in BOARD_SIZES:
        board.page.set_viewport_size({**size})
        unit = min(size["height"], size["width"] * 9 / 16)
        least = THUMB if size == HALF_BOARD else FINGER * unit
        probes = (("tiny", None), ("spilled", None), ("faint", CONTRAST), ("small", [least, None]))
        found += [f"{size['width']}: runs over in the stage: {what}" for what in board.page.evaluate(OVER)]
        found += [f"{size['width']}: {what}" for name, value in probes for what in probe(board.page, name, value)]
    board.page.set_viewport_size({**BOARD})
    return found

"""A picture of what a device shows."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from tests.browser.support.axe import AT_REST
from tests.browser.support.devices import Device


@dataclass(frozen=True)
class Picture:
    """A PNG file: how large it is, in pixels and in bytes."""

    size: tuple[int, int]
    bytes: int


def take(device: Device, to: Path) -> Picture:
    """Save what is on screen, once nothing moves any more."""
    device.page.evaluate("document.fonts.ready")
    device.page.evaluate(AT_REST)
    to.parent.mkdir(parents=True, exist_ok=True)
    data = device.page.screenshot(path=to)
    return Picture(struct.unpack(">II", data[16:24]), len(data))

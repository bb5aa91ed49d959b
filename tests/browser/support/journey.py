"""A journey as data: who does what, for whatever browser that person has in hand.

Step("board", "see", "#code")
Step("board", "keep", "#code", "pairing")       what stands there is remembered, without blanks
Step("mentor", "fill", "#code", "{pairing}")    and typed by somebody else
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from tests.browser.support.devices import Hands

Act = Literal["go", "tap", "fill", "press", "see", "miss", "keep", "land"]


@dataclass(frozen=True)
class Step:
    """One thing one person does or sees; `at` is an address, a selector or a key, `text` belongs to it."""

    who: str
    act: Act
    at: str
    text: str = ""

    def __str__(self) -> str:
        return f"{self.who}: {self.act} {self.at} {self.text}".rstrip()


def play(steps: Iterable[Step], devices: Mapping[str, Hands], memory: dict[str, str]) -> None:
    """Do all `steps` in order. Raises AssertionError that names the step that could not be done."""
    for step in steps:
        device = devices[step.who]
        at, text = _filled(step.at, memory), _filled(step.text, memory)
        try:
            match step.act:
                case "keep":
                    device.see(at)
                    memory[step.text] = re.sub(r"\s", "", device.read(at))
                case "go" | "press" | "land":
                    getattr(device, step.act)(at)
                case "fill":
                    device.fill(at, text)
                case _:
                    getattr(device, step.act)(at, text)
        except Exception as error:
            where = device.ask("location.pathname + ' | ' + document.body.innerText.slice(0, 600)")
            raise AssertionError(f"{step}\n{error}\n{step.who} has on screen: {where}") from error


def _filled(text: str, memory: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: memory[found[1]], text)

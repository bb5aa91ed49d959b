"""Chromium 80, as old school boards have it, behind the same hands as today's Chromium."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.browser.support.chromium import ARGUMENTS
from tests.browser.support.watch import Watch
from tools import browsers
from tools.node import node

DRIVER = Path(__file__).parent / "old_driver.mjs"


class OldBrowser:
    """The running browser; `device` gives it another context."""

    def __init__(self, origin: str) -> None:
        """Start it. Raises tools.browsers.Missing when this machine has none."""
        found = browsers.chromium80()
        command = [str(node()), str(DRIVER), str(found.path), origin, *ARGUMENTS]
        self._origin = origin
        self._process = subprocess.Popen(
            command, env=found.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def device(self, who: str, size: dict[str, int]) -> OldDevice:
        """A device of its own, with no cookies yet."""
        self.do(do="open", who=who, size=size)
        return OldDevice(self, who, Watch(self._origin))

    def do(self, **task: Any) -> Any:
        """Let the driver do one thing. Raises AssertionError when it could not be done."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(task) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the driver of Chromium 80 ended"
        said = json.loads(line)
        assert "error" not in said, f"Chromium 80, {task.get('who')}: {said.get('error')}"
        return said["value"]

    def close(self) -> None:
        """End the browser."""
        self._process.communicate(timeout=30)


class OldDevice:
    """One context of Chromium 80 with one page; see `devices.Hands`."""

    def __init__(self, browser: OldBrowser, who: str, watch: Watch) -> None:
        self._browser = browser
        self._who = who
        self._watch = watch

    @property
    def watch(self) -> Watch:
        """What happened up to now."""
        for kind, text in self._browser.do(do="news", who=self._who):
            self._watch.request(text) if kind == "request" else self._watch.complaint(text)
        return self._watch

    def go(self, path: str) -> None:
        self._do("go", path)

    def tap(self, selector: str, text: str = "") -> None:
        self._do("tap", selector, text)

    def fill(self, selector: str, text: str) -> None:
        self._do("fill", selector, text)

    def press(self, key: str) -> None:
        self._do("press", key)

    def see(self, selector: str, text: str = "") -> None:
        self._do("see", selector, text)

    def miss(self, selector: str, text: str = "") -> None:
        self._do("miss", selector, text)

    def read(self, selector: str) -> str:
        return str(self._do("read", selector))

    def land(self, path: str) -> None:
        self._do("land", path)

    def ask(self, script: str) -> Any:
        return self._do("ask", script)

    def _do(self, what: str, *values: str) -> Any:
        return self._browser.do(do=what, who=self._who, **{"with": list(values)})

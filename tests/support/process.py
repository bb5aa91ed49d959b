"""`techteens serve` in a process of its own, as people start it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Self

from app.config import Settings
from tests.support.pages import Page

ROOT = Path(__file__).parent.parent.parent
READY = re.compile(r"TechTeens läuft: https?://[^\s]*:(\d+)")
LONGEST = 60


class ServerProcess:
    """Use it as a context manager: it waits until the server is ready and ends it in any case."""

    def __init__(self, settings: Settings, *arguments: str, port: int = 0, **environ: str) -> None:
        """`environ` replaces single variables of its environment."""
        self.settings = settings
        self.port = 0
        self.output = ""
        environment = {
            **os.environ,
            "PYTHONUTF8": "1",
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "DATABASE_URL": settings.database_url,
            "PUBLIC_URL": settings.public_url,
            "TECHTEENS_INSTANCE": str(settings.instance),
            "TECHTEENS_MODULES": str(settings.modules),
            "TECHTEENS_SECRET_KEY": settings.secret_key,
            **environ,
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "serve", *arguments],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self._ready = threading.Event()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def __enter__(self) -> Self:
        self._ready.wait(LONGEST)
        if not self.port:
            self.kill()
            raise AssertionError(f"the server did not start:\n{self.output}")
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def page(self, **tokens: str) -> Page:
        """A browser with these tokens."""
        return Page(self.port, self.settings, **tokens)

    def stop(self, by: signal.Signals = signal.SIGTERM) -> float:
        """Send a signal and return after how many seconds the process had ended."""
        began = time.monotonic()
        self._process.send_signal(by)
        self._process.wait(LONGEST)
        took = time.monotonic() - began
        self._reader.join()
        return took

    def wait(self) -> int:
        """The exit code of a server that does not start."""
        code = self._process.wait(LONGEST)
        self._reader.join()
        return code

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
        self._process.wait(LONGEST)
        self._reader.join()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.output += line
            ready = READY.search(line)
            if ready:
                self.port = int(ready[1])
            if line.startswith("Beenden"):
                self._ready.set()
        self._ready.set()

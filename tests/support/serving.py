"""The real server in this process: uvicorn on a free port, in a thread, with limits a test can wait for."""

from __future__ import annotations

import threading
import time
from typing import Any, Self

from flask import Flask

from app.config import Settings
from app.serve.assemble import assemble
from app.serve.limits import Limits
from app.serve.listener import listen
from app.serve.server import Server
from tests.support.pages import Page
from tests.support.world import World


class Serving:
    """Use it as a context manager; on leaving the server stops as on a signal."""

    def __init__(self, settings: Settings, limits: Limits | None = None) -> None:
        self.settings = settings
        self._started = threading.Event()
        self._shell = assemble(settings, limits)
        self._listener = listen("127.0.0.1", 0)
        self._server = Server(self._shell, self._listener, started=self._started.set)
        self._thread = threading.Thread(target=self._server.run)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._started.wait(20)
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.app.extensions["sessions"].kw["bind"].dispose()
        self._listener.close()

    def stop(self) -> None:
        """Stop and wait for the end."""
        if self._thread.is_alive():
            self._server.stop()
            self._thread.join(20)
        assert not self._thread.is_alive()

    @property
    def app(self) -> Flask:
        """The application behind the shell."""
        return self._shell.app

    @property
    def port(self) -> int:
        """Where it listens."""
        port: int = self._listener.getsockname()[1]
        return port

    @property
    def broker(self) -> Any:
        """The broker that the application got."""
        return self.app.extensions["broker"]

    def wait_for_streams(self, count: int) -> None:
        """Return when so many streams are open, as the server sees it."""
        end = time.monotonic() + 20
        while self._shell.hub.streams != count:
            assert time.monotonic() < end, f"{self._shell.hub.streams} streams are open"
            time.sleep(0.01)

    def world(self) -> World:
        """The people and rows by name."""
        return World(self.app)

    def page(self, **tokens: str) -> Page:
        """A browser with these tokens."""
        return Page(self.port, self.settings, **tokens)

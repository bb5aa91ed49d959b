"""uvicorn inside our own process, with our own start and end."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from app.serve.protocol import Protocol
from app.serve.shell import Shell

GRACE_SECONDS = 1
SIGNALS = (signal.SIGINT, signal.SIGTERM)
UVICORNS_LOG = logging.getLogger("uvicorn.error")


class Server(uvicorn.Server):
    """Runs a shell on a socket that listens already.

    uvicorn waits for open streams before it tells the application that it stops, and raises the signal again after
    that, so nothing would run behind `serve()`. Here a signal first ends the streams, and `run` returns.
    """

    def __init__(
        self,
        shell: Shell,
        listener: socket.socket,
        *,
        tls: tuple[str, str] | None = None,
        started: Callable[[], None] = lambda: None,
    ) -> None:
        """`tls` names the files of certificate and key; `started` is called once requests are taken.

        Raises OSError (ssl.SSLError among them) when the certificate cannot be used.
        """
        config = uvicorn.Config(
            shell,
            loop="asyncio",
            http=Protocol,
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,  # it would print addresses
            proxy_headers=False,  # PUBLIC_URL decides, never a request
            server_header=False,
            timeout_keep_alive=20,
            timeout_graceful_shutdown=GRACE_SECONDS,
            ssl_certfile=tls[0] if tls else None,
            ssl_keyfile=tls[1] if tls else None,
        )
        config.load()
        super().__init__(config)
        self._shell = shell
        self._listener = listener
        self._tell_started = started
        self._loop: asyncio.AbstractEventLoop | None = None

    def run(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until a signal comes."""
        super().run(sockets or [self._listener])

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to take requests."""
        UVICORNS_LOG.setLevel(logging.WARNING)
        await super().startup(sockets)
        self._tell_started()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop on SIGINT and SIGTERM; in a thread that is not the first there are no signals."""
        self._loop = asyncio.get_running_loop()
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        for one in SIGNALS:
            self._loop.add_signal_handler(one, self._stop)
        try:
            yield
        finally:
            for one in SIGNALS:
                self._loop.remove_signal_handler(one)

    def stop(self) -> None:
        """Begin to stop; from any thread."""
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._stop)

    def _stop(self) -> None:
        """End the streams and then the server; the second time do not wait for anybody."""
        if self.should_exit:
            self.force_exit = True
            return
        self.should_exit = True
        UVICORNS_LOG.setLevel(logging.CRITICAL)  # requests that are cut off now are no news
        self._shell.bye()

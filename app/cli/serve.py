"""`techteens serve`: check the content, bring the database up to date, and serve."""

from __future__ import annotations

import argparse
import logging
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from app.cli.prepare import bring_up_to_date
from app.cli.unfit import Unfit, plainly, settings_from
from app.cli.welcome import show
from app.config import Settings
from app.serve.assemble import assemble
from app.serve.listener import listen
from app.serve.lock import one_server
from app.serve.server import Server
from app.web.address import EVERYWHERE, LOOPBACK

ANYBODY = 1024
"""From this port on anybody may listen."""


def register(groups: Any) -> None:
    """Add the command."""
    group = groups.add_parser("serve", help="serve the product (settings: environment, see docs/how-to/operate.md)")
    group.add_argument("--host", help="address to listen on; 0.0.0.0 lets phones on the same network in")
    group.add_argument("--port", help="port to listen on; 0 takes a free one")
    group.add_argument("--tls-cert", metavar="FILE", help="certificate chain (PEM); needs --tls-key and PUBLIC_URL")
    group.add_argument("--tls-key", metavar="FILE", help="key of the certificate (PEM)")
    group.set_defaults(run=_serve)


def _serve(options: argparse.Namespace) -> int:
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    given = {"HOST": options.host, "PORT": options.port}
    settings = settings_from({**os.environ, **{name: value for name, value in given.items() if value is not None}})
    with _ctrl_c() as check, plainly(settings), one_server(settings):
        _run(settings, _tls(options, settings), check)
    return 0


@contextmanager
def _ctrl_c() -> Iterator[Callable[[], None]]:
    """Ctrl+C while it starts ends it. Gives a check that raises KeyboardInterrupt when that was pressed before.

    Whoever started this may ignore the signal, which a child inherits. And Python raises wherever it stands just then:
    what stands in a finalizer cannot raise, and there it would be lost.
    """
    pressed = False

    def press(number: int, frame: object) -> None:
        nonlocal pressed
        pressed = True
        raise KeyboardInterrupt

    def check() -> None:
        if pressed:
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, press)
    try:
        yield check
    finally:
        signal.signal(signal.SIGINT, before)


def _run(settings: Settings, tls: tuple[str, str] | None, check: Callable[[], None]) -> None:
    shell = assemble(settings)
    try:
        listener = listen(settings.host, settings.port)
    except OSError as error:
        where, why = f"{settings.host}:{settings.port}", str(error.strerror).partition(" (")[0]
        raise Unfit(f"Auf {where} kann TechTeens nicht horchen ({why}). {_other(settings)}") from None
    with listener:
        bring_up_to_date(shell.app, datetime.now(UTC))
        port, scheme = listener.getsockname()[1], "https" if tls else "http"
        try:
            server = Server(shell, listener, tls=tls, started=lambda: show(shell.app, scheme, port))
        except OSError as error:
            raise Unfit(f"Zertifikat oder Schlüssel lassen sich nicht lesen: {error}") from None
        check()
        server.run()


def _other(settings: Settings) -> str:
    """What to try when it cannot listen there."""
    if settings.host not in LOOPBACK | EVERYWHERE:
        return "HOST=0.0.0.0 nimmt jede Adresse dieses Rechners, HOST=127.0.0.1 nur ihn selbst."
    if settings.port < ANYBODY:
        return "Anschlüsse unter 1024 sind geschützt oder schon belegt: PORT=8000 wählt einen anderen."
    return f"Vielleicht läuft dort schon etwas: PORT={settings.port + 1} wählt einen anderen Anschluss."


def _tls(options: argparse.Namespace, settings: Settings) -> tuple[str, str] | None:
    if not options.tls_cert and not options.tls_key:
        return None
    if not options.tls_cert or not options.tls_key:
        raise Unfit("Zu TLS gehören beide Dateien: --tls-cert und --tls-key.")
    if not settings.secure:
        raise Unfit("Zu TLS gehört PUBLIC_URL mit https://, so wie die Adresse im Browser steht.")
    return options.tls_cert, options.tls_key

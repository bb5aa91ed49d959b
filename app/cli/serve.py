"""`techteens serve`: check the content, bring the database up to date, and serve."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from app.cli.prepare import bring_up_to_date
from app.cli.welcome import show
from app.config import Settings
from app.content.errors import ContentErrors
from app.serve.assemble import assemble
from app.serve.listener import listen
from app.serve.lock import Locked, one_server
from app.serve.server import Server


def register(groups: Any) -> None:
    """Add the command."""
    group = groups.add_parser("serve", help="serve the product (settings: environment, see docs/how-to/operate.md)")
    group.add_argument("--host", help="address to listen on; 0.0.0.0 lets phones on the same network in")
    group.add_argument("--port", type=int, help="port to listen on; 0 takes a free one")
    group.add_argument("--tls-cert", metavar="FILE", help="certificate chain (PEM); needs --tls-key and PUBLIC_URL")
    group.add_argument("--tls-key", metavar="FILE", help="key of the certificate (PEM)")
    group.set_defaults(run=_serve)


class Unfit(Exception):
    """The server cannot start; the message says why, for people."""


def _serve(options: argparse.Namespace) -> int:
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        settings = _settings(options)
        with one_server(settings):
            _run(settings, _tls(options, settings))
    except ContentErrors as errors:
        print(*errors.lines, sep="\n", file=sys.stderr)
        print(f"TechTeens startet nicht: {len(errors.lines)} Fehler in {settings.modules}.", file=sys.stderr)
        return 1
    except Locked as locked:
        where = f"in {settings.instance}"
        print(f"TechTeens läuft schon {where} (Prozess {locked}), ein zweites Mal geht das nicht.", file=sys.stderr)
        return 1
    except Unfit as unfit:
        print(unfit, file=sys.stderr)
        return 1
    return 0


def _run(settings: Settings, tls: tuple[str, str] | None) -> None:
    shell = assemble(settings)
    try:
        listener = listen(settings.host, settings.port)
    except OSError as error:
        raise Unfit(
            f"Auf {settings.host}:{settings.port} kann TechTeens nicht horchen ({os.strerror(error.errno or 0)}). "
            f"Vielleicht läuft dort schon etwas: PORT={settings.port + 1} wählt einen anderen Anschluss."
        ) from None
    with listener:
        bring_up_to_date(shell.app, datetime.now(UTC))
        port, scheme = listener.getsockname()[1], "https" if tls else "http"
        try:
            server = Server(shell, listener, tls=tls, started=lambda: show(shell.app, scheme, port))
        except OSError as error:
            raise Unfit(f"Zertifikat oder Schlüssel lassen sich nicht lesen: {error}") from None
        server.run()


def _settings(options: argparse.Namespace) -> Settings:
    try:
        settings = Settings.from_env()
    except ValueError as error:
        raise Unfit(str(error)) from None
    given = {name: getattr(options, name) for name in ("host", "port") if getattr(options, name) is not None}
    return replace(settings, **given)


def _tls(options: argparse.Namespace, settings: Settings) -> tuple[str, str] | None:
    if not options.tls_cert and not options.tls_key:
        return None
    if not options.tls_cert or not options.tls_key:
        raise Unfit("Zu TLS gehören beide Dateien: --tls-cert und --tls-key.")
    if not settings.secure:
        raise Unfit("Zu TLS gehört PUBLIC_URL mit https://, so wie die Adresse im Browser steht.")
    return options.tls_cert, options.tls_key

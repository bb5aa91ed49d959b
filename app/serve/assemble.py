"""Put the parts of the server together."""

from __future__ import annotations

from app.config import Settings
from app.factory import create_app
from app.serve.body import Limits
from app.serve.broker import LocalBroker
from app.serve.guess import Guesses
from app.serve.shell import Shell
from app.serve.writer import Writer


def assemble(settings: Settings, limits: Limits | None = None, guesses: Guesses | None = None) -> Shell:
    """The shell for `settings`, ready to be given to a Server. Raises ContentErrors when a module is broken.

    Nothing is read from the database before the server starts. `limits` and `guesses` default to what the product
    promises.
    """
    broker = _broker(settings)
    writer = Writer(broker.answered)
    return Shell(create_app(settings, writer, broker), writer, broker, limits or Limits(), guesses or Guesses())


def _broker(settings: Settings) -> LocalBroker:
    if not settings.url.startswith("postgresql"):
        return LocalBroker()
    from app.serve.notify import NotifyBroker  # its driver is an extra: only where PostgreSQL is used

    return NotifyBroker(settings.url)

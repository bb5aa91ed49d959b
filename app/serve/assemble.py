"""Put the parts of the server together."""

from __future__ import annotations

from app.config import Settings
from app.factory import create_app
from app.serve.broker import LocalBroker
from app.serve.limits import Limits
from app.serve.shell import Shell
from app.serve.writer import Writer


def assemble(settings: Settings, limits: Limits | None = None) -> Shell:
    """The shell for `settings`, ready to be given to a Server. Raises ContentErrors when a module is broken.

    Nothing is read from the database before the server starts. `limits` default to what the product promises.
    """
    limits = limits or Limits()
    broker = _broker(settings)
    writer = Writer(broker.answered, limits.answers_waiting)
    return Shell(create_app(settings, writer, broker), writer, broker, limits)


def _broker(settings: Settings) -> LocalBroker:
    if not settings.url.startswith("postgresql"):
        return LocalBroker()
    from app.serve.notify import NotifyBroker  # its driver is an extra: only where PostgreSQL is used

    return NotifyBroker(settings.url)

"""SQLite is one process: the second server on the same instance folder is refused."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from app.config import Settings


class Locked(Exception):
    """Another server runs on this instance folder."""


@contextmanager
def one_server(settings: Settings) -> Iterator[None]:
    """Hold instance/serve.lock while this process serves; only on SQLite. Raises Locked.

    The system frees the lock when the process ends, however it ends.
    """
    if not settings.url.startswith("sqlite"):
        yield
        return
    settings.instance.mkdir(parents=True, exist_ok=True)
    with (settings.instance / "serve.lock").open("a+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            raise Locked(file.read().strip()) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield

"""`GET /healthz`: 200 while the database answers in time."""

from __future__ import annotations

import asyncio
import logging

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from app.serve.asgi import Request
from app.serve.refusals import Refusals
from app.serve.reply import Reply
from app.serve.threads import Threads

SECONDS = 5.0

log = logging.getLogger(__name__)


class Health:
    """Asks the database beside all pages, so that a full house is not taken for an illness."""

    def __init__(self, sessions: sessionmaker[Session], threads: Threads, refusals: Refusals) -> None:
        self._sessions = sessions
        self._threads = threads
        self._refusals = refusals

    async def reply(self, request: Request) -> Reply:
        """200 or 503."""
        try:
            async with asyncio.timeout(SECONDS):
                await self._threads.run(self._ask)
        except Exception as error:
            log.error("the database does not answer: %s", type(error).__name__)
            return self._refusals.reply(request, 503)
        return Reply(200, (("content-type", "text/plain; charset=utf-8"),), b"ok\n")

    def _ask(self) -> None:
        with self._sessions() as session:
            session.execute(select(1))

"""Who may watch and answer, remembered for ten seconds: a class that comes back costs a few look-ups."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from flask import Flask

from app.config import Settings
from app.domain.roles import Device
from app.serve.threads import Threads
from app.web import live as edge
from app.web.cookies import tokens
from app.work.tokens import hash_of

REMEMBERED = 10.0
REVOKED_KEPT = 60.0
MOST = 10_000


class Door:
    """Lives on the loop. Only yes is remembered: who is refused and then joins must not wait."""

    def __init__(self, app: Flask, threads: Threads) -> None:
        self._app = app
        self._settings: Settings = app.extensions["settings"]
        self._threads = threads
        self._known: dict[tuple[str, ...], tuple[float, Any]] = {}
        self._revoked: dict[str, float] = {}

    async def watch(self, cookies: Mapping[str, str], live: str, audience: str) -> str:
        """Let the sender watch `live` as `audience`; returns the hash of the token that was shown.

        Raises Refused as `app.web.live.authorise` does.
        """
        token = self._token(cookies, edge.DOORS.get(audience, ""))
        key = token, live, audience
        if self._recall(key) is None:
            await self._threads.run(edge.authorise, self._app, cookies, live, audience)
            self._remember(key, token, True)
        return token

    async def device(self, cookies: Mapping[str, str]) -> Device:
        """The device that sends. Raises Refused(404)."""
        token = self._token(cookies, "device")
        known = self._recall((token,))
        if known is None:
            known = await self._threads.run(edge.device_of, self._app, cookies)
            self._remember((token,), token, known)
        assert isinstance(known, Device)
        return known

    def revoked(self, token: str) -> None:
        """Forget whoever came with the token under this hash; a look-up that is under way must not bring it back."""
        self._revoked[token] = _now()
        for key in [key for key in self._known if key[0] == token]:
            del self._known[key]
        for old in [one for one, at in self._revoked.items() if at < _now() - REVOKED_KEPT]:
            del self._revoked[old]

    def is_revoked(self, token: str) -> bool:
        """Whether this token was revoked a moment ago."""
        return token in self._revoked

    def _token(self, cookies: Mapping[str, str], door: str) -> str:
        return hash_of(tokens(cookies, self._settings).get(door, ""))

    def _recall(self, key: tuple[str, ...]) -> Any:
        until, known = self._known.get(key, (0.0, None))
        return known if until > _now() else None

    def _remember(self, key: tuple[str, ...], token: str, known: Any) -> None:
        if self.is_revoked(token):
            raise edge.Refused(401, "sign-in")
        if len(self._known) >= MOST:
            self._known = {one: kept for one, kept in self._known.items() if kept[0] > _now()}
        if len(self._known) < MOST:
            self._known[key] = _now() + REMEMBERED, known


def _now() -> float:
    return asyncio.get_running_loop().time()

"""The three token cookies: their names, and how they are set and cleared.

PUBLIC_URL decides, never the request: over https they carry the prefix `__Host-` and Secure; over http, as on a school
network, they cannot (`__Host-` does not work on plain http in old browsers).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from flask import Response, current_app

from app.config import Settings

NAMES = {"login": "tt_login", "device": "tt_device", "board": "tt_board"}


def name_of(door: str, settings: Settings) -> str:
    """The cookie that holds the token for `door`."""
    return ("__Host-" if settings.secure else "") + NAMES[door]


def tokens(cookies: Mapping[str, str], settings: Settings) -> dict[str, str]:
    """The tokens a browser sent, by door."""
    found = {door: cookies.get(name_of(door, settings), "") for door in NAMES}
    return {door: token for door, token in found.items() if token}


def set_token(response: Response, door: str, token: str, lasts: timedelta) -> None:
    """Hand `token` to the browser."""
    settings: Settings = current_app.extensions["settings"]
    response.set_cookie(
        name_of(door, settings),
        token,
        max_age=int(lasts.total_seconds()),
        path="/",
        httponly=True,
        secure=settings.secure,
        samesite="Lax",
    )


def clear_token(response: Response, door: str) -> None:
    """Take the token back."""
    settings: Settings = current_app.extensions["settings"]
    response.delete_cookie(name_of(door, settings), path="/", httponly=True, secure=settings.secure, samesite="Lax")

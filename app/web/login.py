"""Who sends this request: Flask-Login's loader and the doors of routes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from flask import Flask, Request, Response, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import AnonymousUserMixin, LoginManager, UserMixin, current_user

from app.access import NotFound
from app.domain.roles import STRANGER, Actor, Board, Device, Pupil, Role, Staff
from app.web import clock
from app.web.cookies import tokens
from app.web.transaction import db
from app.work.login import Door, actor_for
from app.work.ports import AnswerSink


class User(UserMixin):  # type: ignore[misc]  # Flask-Login has no types
    """Flask-Login's user around an actor; templates ask `current_user.actor`."""

    def __init__(self, actor: Staff | Pupil) -> None:
        self.actor = actor

    def get_id(self) -> str:
        """The id of the login row; the token itself never leaves its cookie."""
        return str(self.actor.login)


class Anonymous(AnonymousUserMixin):  # type: ignore[misc]  # Flask-Login has no types
    """Nobody is signed in."""

    actor = STRANGER


def init_app(app: Flask) -> None:
    """Let Flask-Login ask us for the user; it keeps nothing itself."""
    manager = LoginManager(app)
    manager.anonymous_user = Anonymous
    manager.session_protection = None
    manager.request_loader(_load_user)
    app.after_request(_touch)


def actor(door: Door = "login") -> Actor:
    """The actor behind `door` of this request; read once a request."""
    if door == "login":
        return cast("Actor", current_user.actor)
    if door not in g:
        setattr(
            g, door, actor_for(db(), tokens(request.cookies, current_app.extensions["settings"]), door, clock.now())
        )
    return cast("Actor", getattr(g, door))


def staff() -> Staff:
    """The signed-in adult; only inside routes marked with `needs_staff`."""
    return cast("Staff", actor())


def pupil() -> Pupil:
    """The signed-in pupil; only inside routes marked with `needs_pupil`."""
    return cast("Pupil", actor())


View = Callable[..., ResponseReturnValue]


def needs_staff(*roles: Role) -> Callable[[View], View]:
    """Open a route to signed-in staff, of these roles only if any are named; others are sent to sign in."""

    def mark(view: View) -> View:
        @wraps(view)
        def checked(*args: Any, **values: Any) -> ResponseReturnValue:
            who = actor()
            if not isinstance(who, Staff) or (roles and who.role not in roles):
                return _to_sign_in("auth.login")
            return view(*args, **values)

        return checked

    return mark


def needs_pupil(view: View) -> View:
    """Open a route to signed-in pupils; others are sent to the page for cards."""

    @wraps(view)
    def checked(*args: Any, **values: Any) -> ResponseReturnValue:
        return view(*args, **values) if isinstance(actor(), Pupil) else _to_sign_in("auth.card")

    return checked


def needs_device(view: View) -> View:
    """Open a route to devices that joined an hour; others are sent to the page for codes."""

    @wraps(view)
    def checked(*args: Any, **values: Any) -> ResponseReturnValue:
        return view(*args, **values) if isinstance(actor("device"), Device) else redirect(url_for("join.code"))

    return checked


def needs_board(view: View) -> View:
    """Open a route to boards that wait or are paired; others are sent to the board's first page."""

    @wraps(view)
    def checked(*args: Any, **values: Any) -> ResponseReturnValue:
        return view(*args, **values) if isinstance(actor("board"), Board) else redirect(url_for("board.start"))

    return checked


def _to_sign_in(endpoint: str) -> ResponseReturnValue:
    """Somebody signed in under another role gets 404; a stranger signs in and comes back to where they were going.

    A form goes along (307: the browser sends it there again), so that what was typed outlives the login it began with.
    """
    if actor() is not STRANGER:
        raise NotFound
    target = url_for(endpoint, next=request.full_path.rstrip("?"))
    return redirect(target, 302 if request.method in {"GET", "HEAD"} else 307)


def _load_user(_: Request) -> User | None:
    who = actor_for(db(), tokens(request.cookies, current_app.extensions["settings"]), "login", clock.now())
    return User(who) if isinstance(who, Staff | Pupil) else None


def _touch(response: Response) -> Response:
    """Note that the login was used, beside the request: pages stay free of writes."""
    who = getattr(g.get("_login_user"), "actor", None)
    if isinstance(who, Staff | Pupil) and response.status_code < 400:
        cast("AnswerSink", current_app.extensions["sink"]).touch(who.login)
    return response

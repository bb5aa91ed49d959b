"""One session for each request, one commit at its end: after the view, before the answer goes out."""

from __future__ import annotations

from typing import cast

from flask import Flask, Response, current_app, g
from sqlalchemy.orm import Session, sessionmaker

from app.work.ports import Broker


def init_app(app: Flask, sessions: sessionmaker[Session]) -> None:
    """Give every request of `app` a session from `sessions`."""
    app.extensions["sessions"] = sessions
    app.after_request(_commit)
    app.teardown_request(_close)


def db() -> Session:
    """This request's session; made on first use."""
    if "db" not in g:
        g.db = cast("sessionmaker[Session]", current_app.extensions["sessions"])()
    return cast("Session", g.db)


def after_commit_publish(live: str, seq: int) -> None:
    """Tell open streams, once this request is committed, that the live session with this key is at `seq`."""
    g.setdefault("to_publish", []).append((live, seq))


def after_commit_revoke(token_hash: str) -> None:
    """Tell open streams, once this request is committed, that this token is worth nothing any more."""
    g.setdefault("to_revoke", []).append(token_hash)


def keep_changes() -> None:
    """Commit although the answer is an error: for what must be remembered, such as a wrong PIN."""
    g.keep_changes = True


def _commit(response: Response) -> Response:
    if "db" not in g:
        return response
    if response.status_code >= 400 and not g.get("keep_changes"):
        db().rollback()
        return response
    db().commit()
    broker = cast("Broker", current_app.extensions["broker"])
    for live, seq in g.pop("to_publish", []):
        broker.publish(live, seq)
    for token_hash in g.pop("to_revoke", []):
        broker.revoked(token_hash)
    return response


def _close(error: BaseException | None) -> None:
    session = g.pop("db", None)
    if session is not None:
        session.close()

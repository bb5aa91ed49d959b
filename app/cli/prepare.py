"""Bring a database up to date before it is served: schema, module versions, and the demo world where it is wanted."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from flask import Flask
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session, sessionmaker

from app import demo
from app.config import Settings
from app.db.migrate import LOCK, upgrade
from app.demo.world import is_empty
from app.domain.content import Library
from app.work.library import store_versions


def bring_up_to_date(app: Flask, now: datetime) -> None:
    """Everything that must be true before the first request; safe to do at every start and by several servers."""
    settings: Settings = app.extensions["settings"]
    library: Library = app.extensions["library"]
    sessions = cast("sessionmaker[Session]", app.extensions["sessions"])
    engine: Engine = sessions.kw["bind"]
    upgrade(engine)
    with sessions.begin() as session:
        if engine.dialect.name == "postgresql":  # one server after the other, so that the world is made once
            session.execute(select(func.pg_advisory_xact_lock(LOCK + 1)))
        store_versions(session, library.modules.values(), now)
        if settings.demo and is_empty(session):
            print("Eine erfundene Schule wird angelegt. Das dauert ein paar Sekunden.", flush=True)
            demo.fill(session, library, now, settings.load_secret_key())
        elif demo.is_demo(session):
            demo.refresh(session, library, now)

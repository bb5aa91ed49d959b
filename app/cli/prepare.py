"""Bring everything up to date before it is served: schema, module versions, slides, and the demo world if wanted."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from flask import Flask
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session, sessionmaker

from app import demo
from app.config import Settings
from app.content.rendered import prepare
from app.db.migrate import LOCK, upgrade
from app.db.models import LiveSession
from app.demo.world import is_empty
from app.domain.content import Library
from app.work.library import module_at, store_versions


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
    with sessions() as session:
        open_hours = select(LiveSession.version).where(LiveSession.status != "finished").distinct()
        older = [module_at(session, one) for one in session.scalars(open_hours)]
    modules = {one.version: one for one in (*library.modules.values(), *older)}
    prepare(modules.values(), settings.instance / "cache", now.date())

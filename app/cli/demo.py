"""`techteens demo --reset`: make the demo world anew."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import Any

from app.cli.unfit import Unfit, plainly, settings_from
from app.config import Settings
from app.content.loader import load
from app.db.base import Base
from app.db.engine import make_engine, make_sessions
from app.db.migrate import upgrade
from app.demo import world
from app.serve.lock import one_server


def register(groups: Any) -> None:
    """Add the command."""
    group = groups.add_parser("demo", help="the invented demo world")
    group.add_argument("--reset", action="store_true", required=True, help="delete EVERYTHING and fill the demo world")
    group.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    settings = settings_from()
    with plainly(settings), one_server(settings):  # nobody may be served while everything is deleted
        _reset(settings)
    print("Die Demo ist wie neu.")
    return 0


def _reset(settings: Settings) -> None:
    now = datetime.now(UTC)
    library, key = load(settings.modules, now.date()), settings.load_secret_key()  # before anything is deleted
    engine = make_engine(settings.url)
    try:
        upgrade(engine)
        with make_sessions(engine).begin() as session:
            if not world.is_empty(session) and not world.is_demo(session):
                raise Unfit("In dieser Datenbank sind Menschen, die nicht zur Demo gehören. Es wurde nichts geändert.")
            for table in reversed(Base.metadata.sorted_tables):
                session.execute(table.delete())
            world.fill(session, library, now, key)
    finally:
        engine.dispose()

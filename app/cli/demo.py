"""`techteens demo --reset`: make the demo world anew."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import Any

from app.config import Settings
from app.content.loader import load
from app.db.base import Base
from app.db.engine import make_engine, make_sessions
from app.db.migrate import upgrade
from app.demo import world


def register(groups: Any) -> None:
    """Add the command."""
    group = groups.add_parser("demo", help="the invented demo world")
    group.add_argument("--reset", action="store_true", required=True, help="delete EVERYTHING and fill the demo world")
    group.set_defaults(run=_reset)


def _reset(options: argparse.Namespace) -> int:
    settings = Settings.from_env()
    engine = make_engine(settings.url)
    upgrade(engine)
    now = datetime.now(UTC)
    library, key = load(settings.modules, now.date()), settings.load_secret_key()  # before anything is deleted
    with make_sessions(engine).begin() as session:
        foreign = not world.is_empty(session) and not world.is_demo(session)
        if not foreign:
            for table in reversed(Base.metadata.sorted_tables):
                session.execute(table.delete())
            world.fill(session, library, now, key)
    engine.dispose()
    if foreign:
        print("This database holds people who are not of the demo world. Nothing was changed.")
        return 1
    print("The demo world is as new.")
    return 0

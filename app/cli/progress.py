"""`techteens progress rebuild`: make the sums anew from the attempts."""

from __future__ import annotations

import argparse
from typing import Any

from app.cli.unfit import plainly, settings_from
from app.db.engine import make_engine, make_sessions
from app.db.migrate import upgrade
from app.work import standings


def register(groups: Any) -> None:
    """Add the group to the command line."""
    group = groups.add_parser("progress", help="the sums kept from attempts")
    actions = group.add_subparsers(required=True, metavar="action")
    actions.add_parser("rebuild", help="make every standing anew from the attempts").set_defaults(run=_rebuild)


def _rebuild(options: argparse.Namespace) -> int:
    settings = settings_from()
    engine = make_engine(settings.url)
    try:
        with plainly(settings):
            upgrade(engine)
            with make_sessions(engine).begin() as session:
                count = standings.rebuild(session)
    finally:
        engine.dispose()
    print(f"Stände neu berechnet: {count}.")
    return 0

"""`techteens content ...`: check, read, count and begin learning modules. None of it needs a database."""

from __future__ import annotations

from typing import Any

from app.cli.content import check, index, new, show, stats


def register(groups: Any) -> None:
    """Add the group to the command line."""
    group = groups.add_parser("content", help="the learning modules")
    actions = group.add_subparsers(required=True, metavar="action")
    for command in (check, index, show, new, stats):
        command.register(actions)

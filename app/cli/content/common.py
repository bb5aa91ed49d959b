"""What the commands of `techteens content` share."""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime
from pathlib import Path

from app.cli.unfit import settings_from


def add_folder(command: argparse.ArgumentParser) -> None:
    """Let the command line name a folder."""
    command.add_argument("folder", nargs="?", type=Path, help="the folder with the modules (default: the one served)")


def folder_of(options: argparse.Namespace) -> Path:
    """The folder with the modules that the command line names. Raises Unfit for settings that do not fit."""
    given: Path | None = options.folder
    return given.resolve() if given else settings_from().modules


def today() -> date:
    """The day by which facts are due."""
    return datetime.now(UTC).date()

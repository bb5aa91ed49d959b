"""The one place that reads the time for requests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today(zone: str = "Europe/Berlin") -> date:
    """The local day at a school in `zone`."""
    return now().astimezone(ZoneInfo(zone)).date()

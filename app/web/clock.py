"""The one place that reads the time for requests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Berlin")
"""Where this product is used; a school can have another zone of its own."""


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today(zone: ZoneInfo = ZONE) -> date:
    """The local day at a school in `zone`."""
    return now().astimezone(zone).date()

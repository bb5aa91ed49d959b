"""How codes, days and times are written for people."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask_babel import format_date
from flask_babel import lazy_gettext as _l

LEVELS = (_l("offen"), _l("begonnen"), _l("auf dem Weg"), _l("sicher"), _l("sitzt"))
"""The words for mastery levels 0 to 4."""


def code_halves(code: str) -> str:
    """A code with a no-break space in its middle, as on the board: 482 917."""
    middle = len(code) // 2
    return f"{code[:middle]}\u00a0{code[middle:]}" if len(code) > 4 else code


def day_name(moment: datetime | date) -> str:
    """ "Donnerstag, 26. November"."""
    return str(format_date(moment, "EEEE, d. MMMM"))


def plain_time(moment: datetime, zone: str = "Europe/Berlin") -> str:
    """ "10:05" at a school in `zone`."""
    return moment.astimezone(ZoneInfo(zone)).strftime("%H:%M")

"""Make whoever guesses a password wait. See docs/decisions/0008-waits-in-memory.md."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

FREE_TRIES = 5
FIRST_WAIT = timedelta(seconds=4)
LONGEST_WAIT = timedelta(minutes=1)
FORGOTTEN_AFTER = timedelta(hours=1)
MOST_ACCOUNTS = 10_000


@dataclass
class _Count:
    tries: int
    last: datetime
    free_at: datetime


class Tries:
    """The wrong tries for each account of this process; known and unknown addresses are treated alike."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: OrderedDict[str, _Count] = OrderedDict()

    def begin(self, account: str, now: datetime) -> timedelta:
        """Note a try for `account`, before it is checked, so that many at once count as many.

        Returns how long to wait; zero lets it be checked. From the sixth on every wrong try makes the next one wait:
        4 seconds, then twice as long each time, at most a minute. A try that has to wait is not counted.
        """
        with self._lock:
            found = self._counts.pop(account, None)
            if found is None or now - found.last > FORGOTTEN_AFTER:
                found = _Count(0, now, now)
            self._counts[account] = found
            while len(self._counts) > MOST_ACCOUNTS:
                self._counts.popitem(last=False)
            if found.free_at > now:
                return found.free_at - now
            found.tries, found.last = found.tries + 1, now
            if found.tries >= FREE_TRIES:
                doubled: timedelta = FIRST_WAIT * 2 ** min(found.tries - FREE_TRIES, 8)
                found.free_at = now + min(doubled, LONGEST_WAIT)
            return timedelta(0)

    def forget(self, account: str) -> None:
        """The password was right."""
        with self._lock:
            self._counts.pop(account, None)

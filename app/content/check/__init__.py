"""What must hold in a module beyond the form of its files: one small file for each concern."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.content.draft import Draft
from app.content.errors import Problem

Check = Callable[[Draft], Iterable[Problem]]

CHECKS: tuple[Check, ...] = ()
"""Errors: a module with one is not served."""

THOROUGH: tuple[Check, ...] = ()
"""Errors too, but slow to look for; only `techteens content check` and the tests do."""

WARNINGS: tuple[Check, ...] = ()
"""Nothing that keeps a module from being used."""

"""Hash and check passwords. Knows nothing of Flask, so the demo world can use it too."""

from __future__ import annotations

import os
import secrets
import threading
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""argon2id with 19 MiB: about 20 ms on a school's small machine, so that a whole staff can sign in at once."""

_TURNS = threading.BoundedSemaphore(os.cpu_count() or 1)
"""As many at a time as there are cores: more would only take memory and make everybody slower."""


def hash_password(password: str) -> str:
    """What is stored of `password`."""
    with _TURNS:
        return _HASHER.hash(_normal(password))


def is_right(stored: str | None, password: str) -> bool:
    """Whether `password` is the one behind `stored`.

    None (there is no such person) takes as long as a wrong password, so that the time tells nothing.
    """
    with _TURNS:
        try:
            _HASHER.verify(_NOBODYS if stored is None else stored, _normal(password))
        except (VerifyMismatchError, InvalidHashError):
            return False
    return stored is not None


def is_outdated(stored: str) -> bool:
    """Whether `stored` was made with other parameters than today's; then hash the password anew."""
    return _HASHER.check_needs_rehash(stored)


def _normal(password: str) -> bytes:
    """The same bytes for the same password, however a keyboard puts its umlauts together."""
    return unicodedata.normalize("NFKC", password).encode()


_NOBODYS = hash_password(secrets.token_hex())

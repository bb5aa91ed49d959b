"""Opaque secrets: made with 256 bits, handed out once, stored as SHA-256."""

from __future__ import annotations

import hashlib
import secrets

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and letters without I, L, O, U, which are misread or spell words."""


def new_token() -> str:
    """A fresh token for a cookie or a link."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """What is stored of `token`: its SHA-256 as 64 hex digits."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_code() -> str:
    """Six random digits, for joining and pairing."""
    return f"{secrets.randbelow(1_000_000):06d}"


def new_hour_key() -> str:
    """Eight random symbols of 32: the key of one hour, as printed on the mentor sheet."""
    return "".join(secrets.choice(SYMBOLS) for _ in range(8))


def normal_code(typed: str) -> str:
    """A typed code without the blanks people put between its halves."""
    return "".join(typed.split())


def normal_hour_key(typed: str) -> str:
    """A typed hour's key in the form it is stored: capitals, no blanks or dashes, look-alikes mended."""
    cleaned = "".join(one for one in typed.upper() if one.isalnum())
    return cleaned.translate(str.maketrans("ILOU", "110V"))

"""Where people go after they signed in, and the form they had sent when their login had ended."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

OWN_PATH = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")

Fields = tuple[tuple[str, str], ...]


def own_path(wanted: str, default: str) -> str:
    """`wanted` if it is a path on this host, else `default`. Nobody is led elsewhere by a link to our sign-in."""
    if not OWN_PATH.fullmatch(wanted):
        return default
    parts = urlsplit(wanted)
    return default if parts.scheme or parts.netloc else wanted


def pack(fields: Iterable[tuple[str, str]]) -> str:
    """A form's fields as the value of one hidden field; without the token, which is renewed."""
    return json.dumps([(name, value) for name, value in fields if name != "csrf_token"])


def unpack(kept: str | None) -> Fields:
    """The fields again; none when `kept` is empty or not ours."""
    try:
        pairs = json.loads(kept or "[]")
        return tuple((str(name), str(value)) for name, value in pairs)
    except (TypeError, ValueError):
        return ()

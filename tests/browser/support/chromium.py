"""How both browsers are started."""

from __future__ import annotations

from tests.browser.support.server import HOST
from tools.browsers import QUIET

ARGUMENTS = (
    *(one for one in QUIET if one != "--headless"),
    f"--host-resolver-rules=MAP {HOST} 127.0.0.1, MAP * ~NOTFOUND",
)
"""The server's name leads to this machine, and no other name leads anywhere."""

"""Fill in a page's form and send it, as a browser does."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


def hidden(page: TestResponse, name: str) -> str:
    """The value of the first hidden field `name` in `page`."""
    found = re.search(rf'<input[^>]*name="{name}"[^>]*>', page.text)
    assert found, f"no field {name}"
    value = re.search(r'value="([^"]*)"', found[0])
    return unescape(value[1]) if value else ""


def submit(client: FlaskClient, path: str, to: str | None = None, **fields: Any) -> TestResponse:
    """Open the page at `path`, fill `fields` into its form and send it to `to` (default: where it came from)."""
    token = hidden(client.get(path), "csrf_token")
    return client.post(to or path, data={"csrf_token": token, **fields})

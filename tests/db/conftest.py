"""What the tests of the server share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.config import Settings
from tests.support.hour import Hour
from tests.support.serving import Serving


@pytest.fixture
def serving(settings: Settings) -> Iterator[Serving]:
    """The real server on this test's world."""
    with Serving(settings) as made:
        yield made


@pytest.fixture
def served_hour(serving: Serving) -> Hour:
    """Today's hour, open, behind the real server."""
    return Hour(serving.world())

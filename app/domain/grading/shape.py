"""Read responses without trusting them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.errors import BadResponse


def only(response: Mapping[str, Any], key: str) -> Any:
    """The value under `key`, which must be the only one. Raises BadResponse("shape")."""
    if set(response) != {key}:
        raise BadResponse("shape")
    return response[key]


def ids(value: Any, known: Iterable[str]) -> tuple[str, ...]:
    """`value` as a list of different known ids. Raises BadResponse("shape") or ("unknown-id")."""
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadResponse("shape")
    if len(set(value)) != len(value):
        raise BadResponse("twice")
    if not set(value) <= set(known):
        raise BadResponse("unknown-id")
    return tuple(value)

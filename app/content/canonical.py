"""A module as canonical JSON. The version of a module is the SHA-256 of these bytes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any, Final, get_args

from pydantic import TypeAdapter

from app.domain.activities import ACTIVITIES, Activity
from app.domain.content import Module
from app.domain.questions import Question

_MODULE: Final = TypeAdapter(Module)
_QUESTIONS: Final[dict[str, TypeAdapter[Any]]] = {one.kind: TypeAdapter(one) for one in get_args(Question)}
_ACTIVITIES: Final[dict[str, TypeAdapter[Any]]] = {one.kind: TypeAdapter(one) for one in ACTIVITIES}


def to_json(module: Module) -> str:
    """`module` without its version: keys sorted, no blanks, the same text for the same module."""
    data = asdict(module)
    del data["version"]
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def from_json(text: str) -> Module:
    """The module in `text`, under the version that the text has. Raises ValueError for what is no module."""
    data = json.loads(text)
    try:
        questions = tuple(_question(one) for one in data["questions"])
        activities = tuple(_activity(one) for one in data.get("activities", ()))
        own = {"version": version_of(text), "questions": (), "activities": ()}
        module = _MODULE.validate_python({**data, **own})
    except (KeyError, TypeError) as error:
        raise ValueError(f"this is no module: {error!r}") from error
    return replace(module, questions=questions, activities=activities)


def with_version(module: Module) -> Module:
    """`module` under its own version."""
    return replace(module, version=version_of(to_json(module)))


def version_of(text: str) -> str:
    """The version of a module with this canonical JSON."""
    return hashlib.sha256(text.encode()).hexdigest()


def _question(data: dict[str, Any]) -> Question:
    found: Question = _QUESTIONS[data["kind"]].validate_python(data)
    return found


def _activity(data: dict[str, Any]) -> Activity:
    found: Activity = _ACTIVITIES[data["kind"]].validate_python(data)
    return found


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a module")

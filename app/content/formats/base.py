"""What all schemas share, and pydantic's errors in plain words."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from app.content.errors import Problem
from app.content.wording import faults
from app.content.yaml import Document, Path


def _well_worded(text: str) -> str:
    for fault in faults(text):
        raise PydanticCustomError("wording", "{message}", {"message": fault.message, "hint": fault.hint})
    return text


Text = Annotated[str, Field(min_length=1, max_length=600), AfterValidator(_well_worded)]
"""Words for people: on one line of a form, in a sentence or two."""
NoText = Annotated[str, Field(max_length=600), AfterValidator(_well_worded)]
"""The same where it may be left out."""
Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
NoKey = Annotated[str, Field(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$", max_length=60)]
FactId = Annotated[str, Field(pattern=r"^F-[0-9]{2}[a-z]?$")]
CompetenceKey = Annotated[str, Field(pattern=r"^[a-z]+:[0-9]+(\.[0-9]+)?$")]

QUOTES = "put it in quotes"
PLAIN: dict[str, tuple[str, str]] = {
    "string_type": ("this must be text", QUOTES),
    "int_type": ("this must be a whole number", ""),
    "bool_type": ("this must be true or false", "without quotes"),
    "date_type": ("this must be a day", "written as 2026-11-24, without quotes"),
    "list_type": ("this must be a list", ""),
    "dict_type": ("this must be a mapping of keys and values", ""),
    "model_type": ("this must be a mapping of keys and values", ""),
    "string_too_short": ("this is empty", ""),
    "string_too_long": ("this is longer than {max_length} characters", ""),
    "too_short": ("at least {min_length} are needed, here are {actual_length}", ""),
    "too_long": ("at most {max_length} are allowed, here are {actual_length}", ""),
    "literal_error": ("only {expected} can stand here", ""),
    "greater_than_equal": ("this must be at least {ge}", ""),
    "less_than_equal": ("this must be at most {le}", ""),
    "wording": ("{message}", "{hint}"),
}
PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "small letters without umlauts, digits and single hyphens",
    r"^([a-z0-9]+(-[a-z0-9]+)*)?$": "small letters without umlauts, digits and single hyphens",
    r"^F-[0-9]{2}[a-z]?$": "an id of facts.yaml such as F-24 or F-25b",
    r"^[a-z]+:[0-9]+(\.[0-9]+)?$": "a competence such as kmk:4.1, in quotes",
}


class Strict(BaseModel):
    """A mapping with exactly these keys; nothing is turned from one type into another."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Schema = TypeVar("Schema", bound=Strict)


def validate(
    schema: type[Schema], document: Document, problems: list[Problem], value: Any = None, path: Path = ()
) -> Schema | None:
    """`value` (default: the whole document), which stands at `path`, as a `schema`.

    What is wrong goes into `problems`; then the answer is None.
    """
    try:
        return schema.model_validate(document.value if value is None and not path else value)
    except ValidationError as error:
        told = {(one.file, one.line, one.column) for one in problems}
        problems.extend(
            one for one in _translated(schema, document, path, error) if (one.file, one.line, one.column) not in told
        )
        return None


def _translated(schema: type[Strict], document: Document, path: Path, error: ValidationError) -> Iterator[Problem]:
    for one in error.errors(include_url=False):
        where = (*path, *one["loc"])
        place = document.key_at(*where) if one["type"] == "extra_forbidden" else document.at(*where)
        yield Problem(document.file, place.line, place.column, *_words(schema, one))


def _words(schema: type[Strict], one: ErrorDetails) -> tuple[str, str]:
    """An error of pydantic as message and hint."""
    kind, context = one["type"], one.get("ctx", {})
    name = str(one["loc"][-1]) if one["loc"] else ""
    if kind == "missing":
        return f"'{name}' is missing", ""
    if kind == "extra_forbidden":
        return f"'{name}' is not known here", _meant(schema, one["loc"])
    if kind == "string_pattern_mismatch":
        return f"'{one['input']}' cannot stand here", f"needed: {PATTERNS[context['pattern']]}"
    if kind not in PLAIN:
        return one["msg"], ""
    message, hint = PLAIN[kind]
    return message.format(**context), hint.format(**context)


def _meant(schema: type[Strict], loc: tuple[str | int, ...]) -> str:
    known = [field.alias or name for name, field in schema.model_fields.items()] if len(loc) == 1 else []
    near = difflib.get_close_matches(str(loc[-1]), known, n=1)
    return f"is '{near[0]}' meant?" if near else ""

"""What all schemas share, and pydantic's errors in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from app.content.errors import Problem, meant
from app.content.wording import faults
from app.content.yaml import Document, Path


def _well_worded(text: str) -> str:
    for fault in faults(text):
        raise PydanticCustomError("wording", "{message}", {"message": fault.message, "hint": fault.hint})
    return text


WORDED = AfterValidator(_well_worded)
"""Marks a field whose words people read; app/content/seen.py finds them by it."""
Text = Annotated[str, Field(min_length=1, max_length=600), WORDED]
"""Words for people: on one line of a form, in a sentence or two."""
NoText = Annotated[str, Field(max_length=600), WORDED]
"""The same where it may be left out."""
Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
NoKey = Annotated[str, Field(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$", max_length=60)]
FactId = Annotated[str, Field(pattern=r"^F-[0-9]{2}[a-z]?$")]
CompetenceKey = Annotated[str, Field(pattern=r"^[a-z]+:[0-9]+(\.[0-9]+)?$")]

QUOTES = "in Anführungszeichen setzen"
PLAIN: dict[str, tuple[str, str]] = {
    "string_type": ("hier muss Text stehen", QUOTES),
    "int_type": ("hier muss eine ganze Zahl stehen", ""),
    "bool_type": ("hier muss true oder false stehen", "ohne Anführungszeichen"),
    "date_type": ("hier muss ein Tag stehen", "so: 2026-11-24, ohne Anführungszeichen"),
    "list_type": ("hier muss eine Liste stehen", "in eckigen Klammern oder Zeile für Zeile mit -"),
    "dict_type": ("hier müssen Namen mit Werten stehen", "so: name: Wert"),
    "model_type": ("hier müssen Namen mit Werten stehen", "so: name: Wert"),
    "string_too_short": ("hier steht nichts", ""),
    "string_too_long": ("das sind mehr als {max_length} Zeichen", ""),
    "too_short": ("hier stehen {actual_length}, nötig sind mindestens {min_length}", ""),
    "too_long": ("hier stehen {actual_length}, erlaubt sind höchstens {max_length}", ""),
    "literal_error": ("hier darf nur {expected} stehen", ""),
    "greater_than_equal": ("die Zahl muss mindestens {ge} sein", ""),
    "less_than_equal": ("die Zahl darf höchstens {le} sein", ""),
    "wording": ("{message}", "{hint}"),
}
PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "kleine Buchstaben ohne Umlaute, Ziffern, einzelne Bindestriche",
    r"^([a-z0-9]+(-[a-z0-9]+)*)?$": "kleine Buchstaben ohne Umlaute, Ziffern, einzelne Bindestriche",
    r"^[a-z0-9]+(-[a-z0-9]+)*\.svg$": "der Name einer Datei in media wie plakat.svg",
    r"^F-[0-9]{2}[a-z]?$": "eine Nummer aus facts.yaml wie F-24 oder F-25b",
    r"^[a-z]+:[0-9]+(\.[0-9]+)?$": "eine Kompetenz wie kmk:4.1, in Anführungszeichen",
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


def by_kind(
    schemas: Mapping[str, type[Schema]],
    document: Document,
    part: str,
    raws: Sequence[dict[str, Any]],
    problems: list[Problem],
) -> list[tuple[int, Schema]]:
    """Each of `raws`, which stand in the list `part`, read by the schema of its kind, with its place in the list.

    What is broken is left out and told in `problems`.
    """
    found: list[tuple[int, Schema]] = []
    for number, raw in enumerate(raws):
        path, kind = (part, number), raw.get("kind")
        schema = schemas.get(str(kind))
        if schema is None:
            message = f"die Art '{kind}' gibt es nicht" if kind else "'kind' fehlt"
            problems.append(document.problem((*path, "kind"), message, meant(str(kind), schemas)))
            continue
        entry = validate(schema, document, problems, raw, path)
        if entry is not None:
            found.append((number, entry))
    return found


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
        return f"'{name}' fehlt", ""
    if kind == "extra_forbidden":
        return f"'{name}' gibt es hier nicht", meant(name, _keys_at(schema, one["loc"][:-1]))
    if kind == "string_pattern_mismatch":
        return f"'{one['input']}' passt hier nicht", f"nötig: {PATTERNS[context['pattern']]}"
    if kind not in PLAIN:
        return one["msg"], ""
    message, hint = PLAIN[kind]
    if "expected" in context:
        context = {**context, "expected": context["expected"].replace(" or ", " oder ")}
    return message.format(**context), hint.format(**context)


def _keys_at(schema: type[Strict], loc: tuple[str | int, ...]) -> list[str]:
    """The keys that the mapping at `loc` may have."""
    for part in loc:
        fields = {field.alias or name: field for name, field in schema.model_fields.items()}
        inner = _schema_in(fields[part].annotation) if isinstance(part, str) and part in fields else schema
        if inner is None:
            return []
        schema = inner
    return [field.alias or name for name, field in schema.model_fields.items()]


def _schema_in(annotation: Any) -> type[Strict] | None:
    """The schema in a field's type, as in list[OptionEntry]."""
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        return annotation
    return next((found for one in get_args(annotation) if (found := _schema_in(one))), None)

"""What the questions of all kinds have in quiz.yaml."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field

from app.content.errors import meant
from app.content.formats.base import CompetenceKey, FactId, Key, Strict, Text
from app.content.yaml import Path
from app.domain.questions import Question

Use = Literal["live", "practice", "exit", "pre", "post"]


class Fault(NamedTuple):
    """What is wrong in a question, at a path below it."""

    path: Path
    message: str
    hint: str = ""


class Named(NamedTuple):
    """A part of a question that is listed under an id, and what people read of it."""

    id: str
    text: str


class Mistake(NamedTuple):
    """A misconception, its words, and the path below the question where they stand."""

    path: Path
    mis: str
    name: str


class AskingEntry(Strict):
    """A question without what its kind adds. Kinds say what `content check` must know of them."""

    id: Key
    prompt: Text
    competence: CompetenceKey
    use: Annotated[list[Use], Field(min_length=1)]
    reason: Text
    advice: Text
    facts: list[FactId] = []
    case: bool = False
    judging: bool = False
    trustworthy: bool = False
    hints: Annotated[list[Text], Field(max_length=3)] = []

    @abstractmethod
    def to_domain(self) -> Question:
        """As a value."""

    def lists(self) -> Iterator[tuple[Path, str, list[Named]]]:
        """Each list of parts: where it stands, the key of its texts, and its entries. No id or text stands twice."""
        yield from ()

    def mistakes(self) -> Iterator[Mistake]:
        """The misconceptions that have a name."""
        yield from ()

    def pictures(self) -> Iterator[tuple[Path, str]]:
        """The pictures of the module that it shows, each with the path where it is named."""
        yield from ()

    def faults(self) -> Iterator[Fault]:
        """What is wrong beyond the form: a name that leads nowhere, no right answer, a mistake without an idea."""
        yield from ()

    def shared(self) -> dict[str, Any]:
        """The fields that `app.domain.questions.Asking` has."""
        return {
            "id": self.id,
            "prompt": self.prompt,
            "competence": self.competence,
            "uses": tuple(self.use),
            "reason": self.reason,
            "advice": self.advice,
            "facts": tuple(self.facts),
            "case": self.case,
            "judging": self.judging,
            "trustworthy": self.trustworthy,
            "hints": tuple(self.hints),
        }


def only_live(uses: Sequence[str]) -> Iterator[Fault]:
    """A fault where a question without a right answer is asked anywhere but in the hour."""
    if list(uses) != ["live"]:
        yield Fault(("use",), "diese Art gibt es nur in der Stunde", "use: [live] schreiben")


def unknown(path: Path, name: str, known: Iterable[str], message: str) -> Iterator[Fault]:
    """A fault when `name` is not among `known`; `message` says so with a place for the name."""
    listed = sorted(known)
    if name not in listed:
        yield Fault(path, message.format(name), meant(name, listed))


def listed(entries: Sequence[Any], text: str = "text") -> list[Named]:
    """`entries` as they are named in a list."""
    return [Named(one.id, getattr(one, text)) for one in entries]


def named(part: Path, entries: Sequence[Any]) -> Iterator[Mistake]:
    """The misconceptions of `entries`, which stand at `part`."""
    for n, one in enumerate(entries):
        if one.mis:
            yield Mistake((*part, n, "name"), one.mis, one.name)

"""ids.txt: every id that a module ever had. What was answered under an id stays there, so none is used twice.

A line is `module kind` or `module/id kind`, for what is gone with `retired` behind it; lines are sorted by name.
`techteens content index` adds new ones, and nothing takes one away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.content.draft import Draft
from app.content.errors import Problem
from app.content.yaml import Document, Path
from app.domain.content import Module

FILE = "ids.txt"
MODULE = "module"
RETIRED = "retired"
LINE = re.compile(r"([a-z0-9-]+(?:/[a-z0-9-]+)?) ([a-z-]+)( retired)?")
ASK = "techteens content index ausführen"


@dataclass(frozen=True)
class Entry:
    """One line of the list: what the id stands for, and whether it is gone."""

    kind: str
    retired: bool = False
    line: int = 0

    def __str__(self) -> str:
        return f"{self.kind} {RETIRED}" if self.retired else self.kind


@dataclass(frozen=True)
class Index:
    """The list by name, and its path for messages."""

    file: str
    entries: Mapping[str, Entry] = field(default_factory=dict)
    whole: bool = True
    """Every line could be read, and no two say different things."""

    def __str__(self) -> str:
        return "".join(f"{name} {entry}\n" for name, entry in sorted(self.entries.items()))


@dataclass(frozen=True)
class Named:
    """Something with an id, and where its id stands."""

    name: str
    kind: str
    document: Document
    path: Path

    @property
    def id(self) -> str:
        """The id alone."""
        return self.name.rpartition("/")[2]


def parse(file: str, text: str, problems: list[Problem]) -> Index:
    """The list in `text`; what is wrong goes into `problems`."""
    entries: dict[str, Entry] = {}
    last, whole = "", True
    for number, line in enumerate(text.splitlines(), start=1):
        found = LINE.fullmatch(line)
        if found is None:
            hint = f"so: s2-phishing/code choice; was es nicht mehr gibt, hat {RETIRED} dahinter"
            problems.append(Problem(file, number, 1, "das ist keine Zeile mit einer Id", hint))
            whole = False
            continue
        name = found[1]
        if name in entries:
            problems.append(Problem(file, number, 1, f"'{name}' steht hier zweimal", "eine der Zeilen löschen"))
            whole &= str(entries[name]) == line.partition(" ")[2]
        elif name < last:
            problems.append(Problem(file, number, 1, f"'{name}' steht nicht an seinem Platz", ASK))
        entries.setdefault(name, Entry(found[2], bool(found[3]), number))
        last = max(last, name)
    return Index(file, entries, whole)


def named(draft: Draft) -> Iterator[Named]:
    """The module itself, its questions and its activities."""
    yield Named(draft.folder, MODULE, draft.head, ("slug",))
    for path, question in draft.written():
        yield Named(f"{draft.folder}/{question.id}", _kind(question), draft.quiz, (*path, "id"))
    if draft.activities.document is not None:
        for path, activity in draft.activities.entries():
            yield Named(f"{draft.folder}/{activity.id}", _kind(activity), draft.activities.document, (*path, "id"))


def named_in(module: Module) -> Iterator[tuple[str, str]]:
    """The same names and kinds out of a module that was read before."""
    yield module.slug, MODULE
    for one in (*module.questions, *module.activities):
        yield f"{module.slug}/{one.id}", one.kind


def added(index: Index, drafts: Iterable[Draft]) -> dict[str, Entry]:
    """What the list lacks; the first of two with the same id."""
    found: dict[str, Entry] = {}
    for draft in drafts:
        for one in named(draft):
            if one.name not in index.entries:
                found.setdefault(one.name, Entry(one.kind))
    return found


def _kind(entry: object) -> str:
    """Each kind of question and activity has its name as a literal field."""
    return str(getattr(entry, "kind", ""))

"""Ids are for ever: each one is in ids.txt under its kind, none comes back, and none goes without a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from app.content.draft import Draft
from app.content.errors import Problem
from app.content.index import ASK, FILE, MODULE, RETIRED, Index, Named, named, named_in
from app.domain.content import Module

ANOTHER = "eine neue Id wählen; gegebene Antworten hängen an der alten"


def check(index: Index, drafts: Sequence[Draft], folders: Set[str], ready: Sequence[Module] = ()) -> Iterator[Problem]:
    """All ids of `drafts` against the list, and the list against them.

    `folders` has the unreadable modules too. For what is wrong with one that is `ready` there is no exact place.
    """
    for draft in drafts:
        files: dict[str, str] = {}
        for one in named(draft):
            if one.name not in files:
                files[one.name] = one.document.file
                yield from _known(index, one)
            elif files[one.name] != one.document.file:  # twice in one file is told where that file is checked
                message = f"die Id '{one.id}' hat schon eine Frage"
                yield one.document.problem(one.path, message, "in einem Modul hat jede Id nur eine Bedeutung")
    for module in ready:
        own = dict(named_in(module))
        listed = {name: one for name, one in index.entries.items() if name.partition("/")[0] == module.slug}
        if own != {name: one.kind for name, one in listed.items() if not one.retired}:
            yield Problem(module.slug, 1, 1, f"die Ids stimmen nicht mit {FILE} überein", ASK)
    yield from _gone(index, drafts, folders)


def _known(index: Index, one: Named) -> Iterator[Problem]:
    entry = index.entries.get(one.name)
    if entry is None:
        yield one.document.problem(one.path, f"die Id '{one.id}' steht nicht in {FILE}", ASK)
    elif entry.retired:
        message = f"die Id '{one.id}' ist in {FILE} zurückgezogen und kommt nicht wieder"
        yield one.document.problem(one.path, message, ANOTHER)
    elif entry.kind != one.kind:
        message = f"die Id '{one.id}' stand bisher für '{entry.kind}', jetzt für '{one.kind}'"
        yield one.document.problem(one.path, message, ANOTHER)


def _gone(index: Index, drafts: Sequence[Draft], folders: Set[str]) -> Iterator[Problem]:
    read = {one.folder: one for one in drafts}
    for name, entry in index.entries.items():
        slug, _, id_ = name.partition("/")
        if entry.retired:
            continue
        if entry.kind == MODULE and slug not in folders:
            yield _missing(index, name, f"das Modul '{slug}' gibt es nicht mehr")
        elif id_ and slug in read and not _there(read[slug], id_):
            yield _missing(index, name, f"die Id '{id_}' gibt es in '{slug}' nicht mehr")


def _there(draft: Draft, id_: str) -> bool:
    """Whether a question or an activity has this id, as far as the files can be read."""
    return any(ids is None or id_ in ids for ids in (draft.ids, draft.activities.ids))


def _missing(index: Index, name: str, message: str) -> Problem:
    hint = f"zurückholen, oder {RETIRED} hinter die Zeile schreiben"
    return Problem(index.file, index.entries[name].line, 1, message, hint)

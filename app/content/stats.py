"""What the modules cover: competences, kinds of questions, and where questions are used. Tables in aligned columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from app.domain.content import Library, Module
from app.domain.grading import KINDS
from app.domain.questions import Question

USES = ("live", "practice", "exit", "pre", "post")
FRAMEWORKS = ("kmk", "dc")
Row = Sequence[str | int]


def tables(library: Library) -> str:
    """All tables. A competence counts the modules that name it and the questions under it; 0 shows a gap."""
    modules = list(library.modules.values())
    parts = [_competences(library, modules)]
    parts.append(_counted(library, modules, "Fragen nach Art", list(KINDS), lambda one: [one.kind]))
    parts.append(_counted(library, modules, "Fragen nach Einsatz", USES, lambda one: one.uses))
    return "\n\n".join(parts) + "\n"


def _competences(library: Library, modules: Sequence[Module]) -> str:
    rows: list[Row] = []
    for key, competence in library.competences.items():
        if key.partition(":")[0] not in FRAMEWORKS:
            continue
        naming = [one for one in modules if key in one.competences]
        asked = sum(1 for one in modules for question in one.questions if question.competence == key)
        tracks = " ".join(sorted({one.track for one in naming}))
        rows.append((key, len(naming), asked, tracks, competence.name))
    return table(("Kompetenz", "Module", "Fragen", "Bereiche", "Name"), rows)


def _counted(
    library: Library,
    modules: Sequence[Module],
    title: str,
    columns: Sequence[str],
    of: Callable[[Question], Iterable[str]],
) -> str:
    """A line for each module and track, and one for all; a question can be in several columns, or in none."""
    rows: list[Row] = []
    for key, track in library.tracks.items():
        own = [one for one in modules if one.track == key]
        rows += [_row(one.slug, [one], columns, of) for one in own]
        rows.append(_row(f"{track.name} ({key})", own, columns, of))
    rows.append(_row("alle", modules, columns, of))
    return table((title, *columns, "alle"), rows)


def _row(name: str, modules: Sequence[Module], columns: Sequence[str], of: Callable[[Question], Iterable[str]]) -> Row:
    questions = [question for one in modules for question in one.questions]
    counts: Mapping[str, int] = {
        column: sum(1 for question in questions if column in of(question)) for column in columns
    }
    return (name, *counts.values(), len(questions))


def table(head: Row, rows: Sequence[Row]) -> str:
    """Columns of one width; numbers stand right."""
    widths = [max(len(str(row[n])) for row in (head, *rows)) for n in range(len(head))]
    right = [all(isinstance(row[n], int) for row in rows) for n in range(len(head))]
    return "\n".join(_line(row, widths, right) for row in (head, *rows))


def _line(row: Row, widths: Sequence[int], right: Sequence[bool]) -> str:
    cells: Iterator[str] = (
        f"{cell:>{width}}" if numbers else f"{cell:<{width}}"
        for cell, width, numbers in zip(row, widths, right, strict=True)
    )
    return "  ".join(cells).rstrip()

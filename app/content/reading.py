"""Read the modules folder file by file. What is broken is told and left out; the rest is still read and checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from app.content import glossary, yaml
from app.content import index as ids
from app.content.canonical import with_version
from app.content.check import CHECKS, WARNINGS, index, lists
from app.content.check.glossary import check_new
from app.content.draft import Draft, Shared
from app.content.errors import Problem
from app.content.formats import lesson, quiz
from app.content.formats.activities import Written, activities
from app.content.formats.base import Schema, Strict, validate
from app.content.formats.lesson import SlideDraft
from app.content.formats.module import ModuleFile
from app.content.formats.shared import CompetencesFile, FactsFile, GlossaryFile, TracksFile
from app.content.index import Index
from app.content.yaml import Document
from app.domain.content import Library, Module, Slide
from app.domain.questions import Question

LARGEST_FILE = 500_000
LONGEST_LINE = 2_000
"""Nobody writes more, and looking for what may not stand in a line takes longer than in proportion."""
TECHNICAL = "technical.txt"
LISTS = ("tracks.yaml", "competences.yaml", "facts.yaml", "glossary.yaml", TECHNICAL)
PARTS = ("module.yaml", "lesson.md", "quiz.yaml", "activities.yaml", "media")
PICTURES = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
PICTURE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.svg")


@dataclass(frozen=True)
class Found:
    """What was read, and what is wrong with it. With errors, `library` lacks what is broken."""

    library: Library
    drafts: tuple[Draft, ...]
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    lists: tuple[tuple[Document, Strict], ...] = ()
    """The lists beside the modules as they are written."""
    index: Index | None = None
    """ids.txt; None when there is none."""


def read(modules: Path, today: date, kept: Callable[[Path], Module | None] = lambda folder: None) -> Found:
    """Everything in the folder `modules` as of `today`.

    `kept` gives modules that need not be read again. They are in the library and have no draft.
    """
    reader = _Reader(modules, today)
    if not modules.is_dir() or (modules / "module.yaml").exists():
        reader.complain(
            modules, "das ist nicht der Ordner mit den Modulen", "den Ordner angeben, in dem facts.yaml liegt"
        )
        return Found(Library({}, {}, {}, {}, {}), (), tuple(reader.problems), ())
    shared = reader.shared()
    drafts = []
    folders = sorted(one for one in modules.glob("*") if one.is_dir())
    ready: list[Module] = []
    for folder in folders:
        known = kept(folder)
        if known is not None:
            ready.append(known)
            continue
        draft = reader.module(folder, shared)
        if draft is not None:
            drafts.append(draft)
            reader.problems += [problem for check in CHECKS for problem in check(draft)]
            reader.warnings += [problem for check in WARNINGS for problem in check(draft)]
    names = reader.index()
    if names is not None:
        reader.problems += index.check(names, drafts, {one.name for one in folders}, ready)
    reader.problems += [*lists.check(reader.lists), *check_new(drafts, ready)]
    library = Library(
        tracks=shared.tracks or {},
        competences=shared.competences or {},
        facts=shared.facts or {},
        words=shared.words or {},
        modules={one.slug: one for one in sorted((*ready, *(one.module for one in drafts)), key=lambda one: one.slug)},
    )
    if not library.modules and not reader.problems:
        reader.complain(modules / "tracks.yaml", "in diesem Ordner ist kein Modul")
    errors, warnings = (tuple(sorted(set(one))) for one in (reader.problems, reader.warnings))
    return Found(library, tuple(drafts), errors, warnings, tuple(reader.lists), names)


class _Reader:
    """Reads files below one folder and collects what is wrong."""

    def __init__(self, root: Path, today: date) -> None:
        self.root = root
        self.today = today
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.lists: list[tuple[Document, Strict]] = []

    def shared(self) -> Shared:
        """The lists beside the modules."""
        return Shared(
            tracks=self._list("tracks.yaml", TracksFile, "tracks", "key"),
            competences=self._list("competences.yaml", CompetencesFile, "competences", "key"),
            facts=self._list("facts.yaml", FactsFile, "facts", "id"),
            words=self._list("glossary.yaml", GlossaryFile, "words", "key"),
            technical=self._lines(TECHNICAL),
        )

    def index(self) -> Index | None:
        """The list of all ids; without it no id is known, and that is told once."""
        file = self.root / ids.FILE
        if not file.exists():
            self.complain(file, "diese Datei fehlt", ids.ASK)
            return None
        text = self._text(file)
        return None if text is None else ids.parse(self.name(file), text, self.problems)

    def module(self, folder: Path, shared: Shared) -> Draft | None:
        """The module in `folder`; None when its module.yaml cannot be read."""
        head_file = self._yaml(folder / "module.yaml")
        quiz_file = self._yaml(folder / "quiz.yaml")
        head = validate(ModuleFile, head_file, self.problems) if head_file else None
        numbered = quiz.questions(quiz_file, self.problems) if quiz_file else []
        doings = self._activities(folder / "activities.yaml")
        slides = self._slides(folder / "lesson.md")
        pictures = self._pictures(folder / "media")
        self._strangers(folder)
        if head is None or head_file is None or quiz_file is None or slides is None:
            return None
        value = _module(head, slides, [one.to_domain() for _, one in numbered], pictures, shared)
        value = replace(value, activities=tuple(one.to_domain() for _, one in doings.numbered))
        raw = quiz_file.value.get("questions") if isinstance(quiz_file.value, dict) else None
        return Draft(
            module=with_version(value),
            head=head_file,
            quiz=quiz_file,
            lesson=self.name(folder / "lesson.md"),
            slides=slides,
            numbers=[number for number, _ in numbered],
            entries=[entry for _, entry in numbered],
            ids=frozenset(str(one.get("id")) for one in raw if isinstance(one, dict))
            if isinstance(raw, list)
            else None,
            activities=doings,
            pictures={name: self.name(folder / "media" / name) for name in pictures},
            folder=folder.name,
            shared=shared,
            today=self.today,
        )

    def name(self, file: Path) -> str:
        """The path for messages, from the folder that holds `modules`."""
        return file.relative_to(self.root.parent).as_posix()

    def complain(self, file: Path, message: str, hint: str = "", line: int = 1) -> None:
        """A problem with `file`."""
        self.problems.append(Problem(self.name(file), line, 1, message, hint))

    def _list(self, name: str, schema: type[Schema], part: str, key: str) -> dict[str, Any] | None:
        document = self._yaml(self.root / name)
        checked = validate(schema, document, self.problems) if document else None
        if document is None or checked is None:
            return None
        self.lists.append((document, checked))
        found: dict[str, Any] = {}
        for number, entry in enumerate(getattr(checked, part)):
            value = entry.to_domain()
            id_ = getattr(value, key)
            if id_ in found:
                self.problems.append(document.problem((part, number, key), f"'{id_}' steht hier zweimal"))
            found[id_] = value
        return found

    def _lines(self, name: str) -> tuple[str, ...]:
        """The lines of a list that may be missing."""
        file = self.root / name
        text = self._text(file) if file.exists() else None
        return tuple(one for one in (text or "").splitlines() if one.strip())

    def _pictures(self, folder: Path) -> dict[str, str]:
        found: dict[str, str] = {}
        for file in sorted(folder.glob("*")):
            if not file.is_file() or not PICTURE.fullmatch(file.name):
                self.complain(
                    file,
                    "hierher gehören nur Bilder mit Namen wie paket.svg",
                    "kleine Buchstaben, Ziffern, Bindestriche",
                )
            else:
                found[file.name] = self._text(file) or ""
        return found

    def _strangers(self, folder: Path) -> None:
        """Tell what does not belong into a module: a misspelt name would else be passed over in silence."""
        for one in sorted(folder.glob("*")):
            if one.name not in PARTS:
                self.complain(one, "das gehört nicht in ein Modul", f"ein Modul hat {', '.join(PARTS)}")

    def _slides(self, file: Path) -> list[SlideDraft] | None:
        text = self._text(file)
        return None if text is None else lesson.parse(self.name(file), text, self.problems)

    def _activities(self, file: Path) -> Written:
        """A module without this file has no activities."""
        if not file.exists():
            return Written()
        document = self._yaml(file)
        return activities(document, self.problems) if document is not None else Written(ids=None)

    def _yaml(self, file: Path) -> Document | None:
        text = self._text(file)
        return None if text is None else yaml.parse(self.name(file), text, self.problems)

    def _text(self, file: Path) -> str | None:
        try:
            raw = file.read_bytes()
        except FileNotFoundError:
            self.complain(file, "diese Datei fehlt")
            return None
        except OSError as error:
            self.complain(file, f"diese Datei ist nicht zu lesen: {error.strerror}")
            return None
        if len(raw) > LARGEST_FILE:
            self.complain(file, f"diese Datei ist größer als {LARGEST_FILE // 1000} kB")
            return None
        try:
            text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            self.complain(file, "diese Datei ist kein UTF-8-Text", "als UTF-8 speichern", line)
            return None
        for number, line_ in enumerate(text.split("\n"), start=1):
            if len(line_) > LONGEST_LINE and file.suffix != ".svg":
                self.complain(file, f"diese Zeile hat mehr als {LONGEST_LINE} Zeichen", "Absätze machen", number)
                return None
        return text


def _module(
    head: ModuleFile,
    slides: Sequence[SlideDraft],
    questions: Sequence[Question],
    media: Mapping[str, str],
    shared: Shared,
) -> Module:
    """The value of a module, still without its version."""
    facts = shared.facts or {}
    values = tuple(one.to_domain(id_) for one, id_ in zip(slides, lesson.slide_ids(slides), strict=True))
    return Module(
        version="",
        slug=head.slug,
        title=head.title,
        subtitle=head.subtitle,
        track=head.track,
        lang=head.lang,
        grades=tuple(head.grades),
        status=head.status,
        goals=tuple(head.goals),
        competences=tuple(head.competences),
        facts=tuple(facts[one] for one in head.facts if one in facts),
        fascinating=head.fascinating,
        at_home=head.at_home,
        phases=tuple(one.to_domain() for one in head.phases),
        slides=values,
        questions=tuple(questions),
        media=media,
        words=glossary.used(_read_at_home(values, questions), (shared.words or {}).values()),
        authors=tuple(head.authors),
        licence=head.licence,
    )


def _read_at_home(slides: Sequence[Slide], questions: Sequence[Question]) -> Iterator[str]:
    """What pupils read: slides, what stands below them at home, and what is asked."""
    for slide in slides:
        yield from (PICTURES.sub("", one) for one in (slide.body, slide.home))
    for question in questions:
        yield from glossary.texts_of(question)

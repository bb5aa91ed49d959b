"""lesson.md: slides between `---`, grouped by `# phase: key`, with blocks between `::: name` and `:::`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from app.content.errors import Place, Problem, meant
from app.content.formats.module import PHASES
from app.domain.content import Slide

PHASE = re.compile(r"# phase:\s*(\S+)\s*")
TITLE = re.compile(r"##\s+(\S.*)")
BLOCK = re.compile(r":::\s*([a-z]+)(?:\s+(\S+))?\s*")
END = re.compile(r":::\s*")
LINE = "---"
NEARLY_LINE = re.compile(r"-{2,}|\*{3,}|_{3,}")
SAY = "Sag:"
REMOTE = "Aus der Ferne:"

WITH_NAME = {"question", "activity", "fact"}
EMPTY = {"question", "activity", "fact", "sources"}
BLOCKS = ("home", "notes", "question", "activity", "fact", "job", "dark", "sources")
KINDS = {"question": "question", "activity": "activity", "job": "job", "dark": "dark", "sources": "sources"}


@dataclass(frozen=True)
class Text:
    """Lines of the file that belong together, each with its number."""

    lines: tuple[tuple[int, str], ...] = ()

    def __str__(self) -> str:
        return "\n".join(text for _, text in self.lines).strip()

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[Place, re.Match[str]]]:
        """Every match of `pattern` with its position in the file."""
        for number, text in self.lines:
            for match in pattern.finditer(text):
                yield Place(number, match.start() + 1), match


@dataclass
class SlideDraft:
    """A slide as it stands in the file, with positions."""

    place: Place
    phase: str
    title: str = ""
    kind: str = "text"
    body: list[tuple[int, str]] = field(default_factory=list)
    home: list[tuple[int, str]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    say: str = ""
    remote: str = ""
    spoken: list[tuple[int, str]] = field(default_factory=list)
    """The lines of `say` and `remote`."""
    notes_place: Place = Place(1)
    question: str | None = None
    question_place: Place = Place(1)
    activity: str | None = None
    activity_place: Place = Place(1)
    facts: list[tuple[Place, str]] = field(default_factory=list)
    blocks: set[str] = field(default_factory=set)

    def text(self, part: str) -> Text:
        """The lines of "body", "home" or "notes"."""
        return Text(tuple(getattr(self, part)))

    def to_domain(self, id_: str) -> Slide:
        """As a value."""
        return Slide(
            id=id_,
            phase=self.phase,
            kind=self.kind,
            title=self.title,
            body=str(self.text("body")),
            say=self.say,
            remote=self.remote,
            notes=str(self.text("notes")),
            home=str(self.text("home")),
            question=self.question,
            activity=self.activity,
        )


def parse(file: str, text: str, problems: list[Problem]) -> list[SlideDraft]:
    """The slides in `text`; what is wrong goes into `problems`."""
    reader = _Reader(file, problems)
    for number, line in enumerate(text.split("\n"), start=1):
        reader.read(number, line.rstrip())
    reader.finish()
    return reader.slides


class _Reader:
    """Reads line by line: knows the phase, the slide and the block it is in."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.slides: list[SlideDraft] = []
        self.slide: SlideDraft | None = None
        self.phase = ""
        self.block = ""
        self.opened = 0

    def read(self, number: int, line: str) -> None:
        """One line."""
        if self.block:
            self._inside(number, line)
        elif line == LINE or NEARLY_LINE.fullmatch(line):
            if line != LINE:
                self._complain(number, f"'{line}' trennt keine Folien", f"{LINE} schreiben")
            self.slide = None
        elif line.startswith(":::"):
            self._open(number, line)
        elif line.startswith("#"):
            self._heading(number, line)
        elif line:
            self._slide(number).body.append((number, line))
        elif self.slide is not None:
            self.slide.body.append((number, line))

    def finish(self) -> None:
        """The end of the file."""
        if self.block:
            self._complain(self.opened, f"der Block '{self.block}' wird nie geschlossen", "mit ::: schließen")
        if not self.slides:
            self._complain(1, "hier ist keine Folie")

    def _slide(self, number: int) -> SlideDraft:
        if self.slide is None:
            if not self.phase:
                self._complain(number, "das steht vor der ersten Phase", "mit '# phase: abruf' anfangen")
                self.phase = next(iter(PHASES))
            self.slide = SlideDraft(Place(number), self.phase)
            self.slides.append(self.slide)
        return self.slide

    def _heading(self, number: int, line: str) -> None:
        phase, title = PHASE.fullmatch(line), TITLE.fullmatch(line)
        if phase:
            self._start_phase(number, line, phase)
        elif title:
            slide = self._slide(number)
            if slide.title:
                self._complain(number, "diese Folie hat schon einen Titel", "Folien mit --- trennen")
            else:
                slide.title, slide.place = title[1], Place(number)
        else:
            self._complain(
                number, f"'{line}' ist keine Überschrift einer Stunde", "möglich: '# phase: key' oder '## Titel'"
            )

    def _start_phase(self, number: int, line: str, found: re.Match[str]) -> None:
        key = found[1]
        if key not in PHASES:
            self._complain(number, f"die Phase '{key}' gibt es nicht", meant(key, PHASES), found.start(1) + 1)
        elif self.slide is not None:
            self._complain(number, "eine Phase beginnt mitten in einer Folie", "--- davor setzen")
        else:
            self.phase = key

    def _open(self, number: int, line: str) -> None:
        found = BLOCK.fullmatch(line)
        if found is None or found[1] not in BLOCKS:
            self._complain(number, f"'{line}' öffnet keinen Block, den es gibt", meant(line.strip(": "), BLOCKS))
            self.block, self.opened = (found[1] if found else "?"), number
            return
        name, argument = found[1], found[2]
        slide = self._slide(number)
        if name in slide.blocks and name != "fact":
            self._complain(number, f"diese Folie hat schon einen Block '{name}'")
        if (argument is not None) != (name in WITH_NAME):
            needed = "fehlt die Id" if name in WITH_NAME else "darf nichts stehen"
            self._complain(number, f"hinter '::: {name}' {needed}")
        slide.blocks.add(name)
        self.block, self.opened = name, number
        self._begin(slide, number, name, argument or "", (found.start(2) if argument else 0) + 1)

    def _begin(self, slide: SlideDraft, number: int, name: str, argument: str, column: int) -> None:
        if name in KINDS:
            if slide.kind != "text":
                self._complain(number, f"diese Folie hat schon einen Block '{slide.kind}'")
            slide.kind = KINDS[name]
        if name == "notes":
            slide.notes_place = Place(number)
        if name == "question":
            slide.question, slide.question_place = argument, Place(number, column)
        if name == "activity":
            slide.activity, slide.activity_place = argument, Place(number, column)
        if name == "fact":
            slide.facts.append((Place(number, column), argument))
            slide.body.append((number, f"::: fact {argument}"))

    def _inside(self, number: int, line: str) -> None:
        slide = self._slide(number)
        if END.fullmatch(line):
            if self.block == "fact":
                slide.body.append((number, ":::"))
            self.block = ""
        elif line.startswith(":::") or line == LINE:
            self._complain(
                self.opened, f"der Block '{self.block}' ist nicht geschlossen", f"::: vor Zeile {number} setzen"
            )
            self.block = ""
            self.read(number, line)
        elif self.block in EMPTY and line:
            self._complain(number, f"im Block '{self.block}' darf kein Text stehen")
        elif self.block == "notes":
            self._note(slide, number, line)
        elif self.block == "home":
            slide.home.append((number, line))
        elif self.block in {"job", "dark"}:
            slide.body.append((number, line))

    def _note(self, slide: SlideDraft, number: int, line: str) -> None:
        if line.startswith(SAY) and not slide.say:
            slide.say = line.removeprefix(SAY).strip()
            slide.spoken.append((number, line))
        elif line.startswith(REMOTE) and not slide.remote:
            slide.remote = line.removeprefix(REMOTE).strip()
            slide.spoken.append((number, line))
        else:
            slide.notes.append((number, line))

    def _complain(self, number: int, message: str, hint: str = "", column: int = 1) -> None:
        self.problems.append(Problem(self.file, number, column, message, hint))


def slide_ids(slides: Sequence[SlideDraft]) -> list[str]:
    """An id for each slide, made of its title; a title that comes again gets a number."""
    ids: list[str] = []
    for slide in slides:
        base = _slug(slide.title) or "folie"
        names = (base if n == 1 else f"{base}-{n}" for n in count(1))
        ids.append(next(one for one in names if one not in ids))
    return ids


def _slug(title: str) -> str:
    text = title.lower().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")

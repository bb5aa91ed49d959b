"""Learning content as values: tracks, modules, slides and questions. Read from disk by `app.content`, never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.activities import Activity
from app.domain.errors import UnknownQuestion


@dataclass(frozen=True)
class Track:
    """A group of modules: m, r, s or b."""

    key: str
    name: str


@dataclass(frozen=True)
class Competence:
    """A code of a framework, such as kmk:4.1, and its German name."""

    key: str
    name: str


@dataclass(frozen=True)
class Source:
    """Where a fact comes from, and the day somebody read it there."""

    body: str
    title: str
    year: int
    read: date


@dataclass(frozen=True)
class Fact:
    """A sentence with its source. After `check_by` somebody has to look at it again."""

    id: str
    text: str
    source: Source
    status: str
    check_by: date


@dataclass(frozen=True)
class Translation:
    """A word of the glossary and its explanation in another language: ar, uk, tr, vi or ro."""

    lang: str
    word: str
    text: str


@dataclass(frozen=True)
class Word:
    """A word of the glossary, explained in at most twelve words."""

    key: str
    word: str
    text: str
    translations: tuple[Translation, ...] = ()


@dataclass(frozen=True)
class Phase:
    """One of the seven phases of a lesson, with its minutes in the three forms of an hour."""

    key: str
    name: str
    minutes_45: int
    minutes_90: int
    minutes_short: int
    may_drop: bool


@dataclass(frozen=True)
class Slide:
    """One slide. `body`, `notes` and `home` are Markdown; kind is text, question, activity, dark, job or sources."""

    id: str
    phase: str
    kind: str
    title: str
    body: str = ""
    say: str = ""
    remote: str = ""
    notes: str = ""
    home: str = ""
    question: str | None = None
    activity: str | None = None


@dataclass(frozen=True)
class Option:
    """One option of a choice. A wrong one names the misconception (`mis`, in words `name`) and has its own feedback."""

    id: str
    text: str
    right: bool = False
    mis: str = ""
    name: str = ""
    feedback: str = ""


@dataclass(frozen=True)
class Item:
    """One thing to put in order."""

    id: str
    text: str


@dataclass(frozen=True)
class Slip:
    """The misconception behind putting `first` before `second`."""

    first: str
    second: str
    mis: str
    name: str
    feedback: str


@dataclass(frozen=True)
class Group:
    """A place that items are sorted into."""

    id: str
    text: str


@dataclass(frozen=True)
class GroupItem:
    """One item and the group it belongs to; `mis` is the misconception behind another place."""

    id: str
    text: str
    group: str
    mis: str = ""
    name: str = ""
    feedback: str = ""

    @property
    def home(self) -> str:
        """The place it belongs to."""
        return self.group


@dataclass(frozen=True)
class Region:
    """A region of a picture: left, top, width and height in percent. `mark` is None where nothing is to be found."""

    id: str
    text: str
    box: tuple[int, int, int, int]
    mark: str | None = None
    name: str = ""
    feedback: str = ""


@dataclass(frozen=True)
class Partner:
    """What an item is paired with. A partner that no item has stands there to mislead."""

    id: str
    text: str


@dataclass(frozen=True)
class Half:
    """One item and the partner it belongs to; `mis` is the misconception behind another one."""

    id: str
    text: str
    partner: str
    mis: str = ""
    name: str = ""
    feedback: str = ""

    @property
    def home(self) -> str:
        """The partner it belongs to."""
        return self.partner


@dataclass(frozen=True)
class Filling:
    """A known wrong text in a gap, and the misconception behind it."""

    text: str
    mis: str
    name: str
    feedback: str


@dataclass(frozen=True)
class Gap:
    """One gap: the texts it accepts, best first, and known wrong ones. An `exact` one forgives nothing."""

    id: str
    accepts: tuple[str, ...]
    exact: bool = False
    slips: tuple[Filling, ...] = ()


@dataclass(frozen=True)
class Means:
    """What a line of a message, a passage of a text or a region of a picture can be marked for."""

    id: str
    name: str


@dataclass(frozen=True)
class Passage:
    """One passage of a text and the ink it belongs in; `mis` is the misconception behind another one."""

    id: str
    text: str
    ink: str
    mis: str = ""
    name: str = ""
    feedback: str = ""

    @property
    def home(self) -> str:
        """The ink it belongs in."""
        return self.ink


@dataclass(frozen=True)
class Line:
    """One line of a message; `mark` is the means it uses, None when it is harmless."""

    id: str
    text: str
    mark: str | None = None
    name: str = ""
    feedback: str = ""


@dataclass(frozen=True, kw_only=True)
class Asking:
    """What all questions have. `uses` are from live, practice, exit, pre and post; `facts` are ids.

    `hints` lead to the answer step by step, from a small push to nearly all of it.
    """

    id: str
    prompt: str
    competence: str
    uses: tuple[str, ...]
    reason: str
    advice: str
    facts: tuple[str, ...] = ()
    case: bool = False
    judging: bool = False
    trustworthy: bool = False
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Choice(Asking):
    """Choose one option."""

    options: tuple[Option, ...]
    kind: str = "choice"

    @property
    def right(self) -> Option:
        """The one right option."""
        return next(one for one in self.options if one.right)


@dataclass(frozen=True, kw_only=True)
class Multiple(Asking):
    """Choose all options that are right; there is a right one and a wrong one at least."""

    options: tuple[Option, ...]
    kind: str = "multiple"


@dataclass(frozen=True)
class Cause:
    """A reason why a statement is true (`says`) or not. One is right; each other one names a misconception."""

    id: str
    text: str
    says: bool
    right: bool = False
    mis: str = ""
    name: str = ""
    feedback: str = ""


@dataclass(frozen=True, kw_only=True)
class Truth(Asking):
    """Say whether a statement is true, and why."""

    statement: str
    causes: tuple[Cause, ...]
    kind: str = "truth"

    @property
    def right(self) -> Cause:
        """The one right reason."""
        return next(one for one in self.causes if one.right)


@dataclass(frozen=True)
class Span:
    """Numbers from `low` to `high`, both in it, that show a misconception; None leaves an end open."""

    low: float | None
    high: float | None
    mis: str
    name: str
    feedback: str


@dataclass(frozen=True, kw_only=True)
class Number(Asking):
    """Write a number: right within `tolerance`, in `unit`. An `estimate` is half right within twice of that.

    `steps` divide the numbers into the rows of a class's result.
    """

    right: float
    tolerance: float
    unit: str
    estimate: bool
    steps: tuple[float, ...]
    slips: tuple[Span, ...] = ()
    kind: str = "number"


@dataclass(frozen=True)
class Wording:
    """One answer in all its accepted wordings; a wrong one names the misconception behind it."""

    id: str
    texts: tuple[str, ...]
    right: bool = False
    mis: str = ""
    name: str = ""
    feedback: str = ""


@dataclass(frozen=True, kw_only=True)
class Short(Asking):
    """Write a word or a few; up to `slips` typing slips are forgiven in a right answer."""

    answers: tuple[Wording, ...]
    slips: int
    kind: str = "short"


@dataclass(frozen=True, kw_only=True)
class Poll(Asking):
    """What do you think? Nothing is right; on a `scale` the options keep their order."""

    options: tuple[Item, ...]
    scale: bool = False
    kind: str = "poll"


@dataclass(frozen=True, kw_only=True)
class Free(Asking):
    """Write what you think. Others see it only when somebody of the staff has read and approved it."""

    kind: str = "free"


@dataclass(frozen=True, kw_only=True)
class Cloud(Asking):
    """Write up to `most` words; approved ones become a cloud."""

    most: int
    kind: str = "cloud"


@dataclass(frozen=True, kw_only=True)
class Order(Asking):
    """Put items in order; `right` is the right order of ids, whatever order `items` are shown in."""

    items: tuple[Item, ...]
    right: tuple[str, ...]
    slips: tuple[Slip, ...] = ()
    kind: str = "order"


@dataclass(frozen=True, kw_only=True)
class Groups(Asking):
    """Sort items into groups."""

    groups: tuple[Group, ...]
    items: tuple[GroupItem, ...]
    kind: str = "groups"


@dataclass(frozen=True, kw_only=True)
class Match(Asking):
    """Match pairs: items on the left, partners on the right."""

    items: tuple[Half, ...]
    partners: tuple[Partner, ...]
    kind: str = "match"


@dataclass(frozen=True, kw_only=True)
class Gaps(Asking):
    """Fill the gaps (`___`) of a text, in its order; with `words` they are chosen from these, else typed."""

    text: str
    gaps: tuple[Gap, ...]
    words: tuple[str, ...] = ()
    kind: str = "gap"


@dataclass(frozen=True, kw_only=True)
class Mark(Asking):
    """Mark the lines of a message that use some means. Lines stay in their order."""

    sender: str
    lines: tuple[Line, ...]
    marks: tuple[Means, ...]
    kind: str = "mark"


@dataclass(frozen=True, kw_only=True)
class Highlight(Asking):
    """Highlight the passages of a text, in its order. The last of `inks` leaves a passage plain."""

    inks: tuple[Means, ...]
    passages: tuple[Passage, ...]
    kind: str = "highlight"


@dataclass(frozen=True, kw_only=True)
class Spots(Asking):
    """Mark the regions of a picture that use some means. `picture` is a file of the module's media, `alt` its words."""

    picture: str
    alt: str
    regions: tuple[Region, ...]
    marks: tuple[Means, ...]
    kind: str = "spots"


Question = (
    Choice
    | Multiple
    | Truth
    | Number
    | Short
    | Poll
    | Free
    | Cloud
    | Order
    | Groups
    | Match
    | Gaps
    | Mark
    | Highlight
    | Spots
)


@dataclass(frozen=True)
class Module:
    """One module at one version. `media` maps the names of its pictures to their SVG."""

    version: str
    slug: str
    title: str
    subtitle: str
    track: str
    lang: str
    grades: tuple[int, ...]
    status: str
    goals: tuple[str, ...]
    competences: tuple[str, ...]
    facts: tuple[Fact, ...]
    fascinating: str
    at_home: str
    phases: tuple[Phase, ...]
    slides: tuple[Slide, ...]
    questions: tuple[Question, ...]
    media: Mapping[str, str]
    words: tuple[Word, ...]
    authors: tuple[str, ...]
    licence: str
    activities: tuple[Activity, ...] = ()

    @property
    def draft(self) -> bool:
        """Nobody but its authors may see it: pupils do not find it, and no hour is planned with it."""
        return self.status == "Entwurf"

    def question(self, id_: str) -> Question:
        """The question with this id. Raises UnknownQuestion."""
        for one in self.questions:
            if one.id == id_:
                return one
        raise UnknownQuestion(id_)

    def activity(self, id_: str) -> Activity:
        """The activity with this id; KeyError for an id the module does not have."""
        for one in self.activities:
            if one.id == id_:
                return one
        raise KeyError(id_)

    def phase(self, key: str) -> Phase:
        """The phase with this key; KeyError for a key no lesson has."""
        for one in self.phases:
            if one.key == key:
                return one
        raise KeyError(key)


@dataclass(frozen=True)
class Library:
    """Everything the modules folder holds, by key, in the order of the files."""

    tracks: Mapping[str, Track]
    competences: Mapping[str, Competence]
    facts: Mapping[str, Fact]
    words: Mapping[str, Word]
    modules: Mapping[str, Module]

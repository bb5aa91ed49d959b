"""Questions as values, a class for each kind and one for each of its parts. Read from disk, never changed."""

from __future__ import annotations

from dataclasses import dataclass


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

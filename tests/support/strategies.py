"""Questions and responses for property tests: any question that content may hold, any answer to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from app.domain.grading.wording import folded
from app.domain.questions import (
    Cause,
    Choice,
    Cloud,
    Filling,
    Free,
    Gap,
    Gaps,
    Group,
    GroupItem,
    Groups,
    Half,
    Highlight,
    Item,
    Line,
    Mark,
    Match,
    Means,
    Multiple,
    Number,
    Option,
    Order,
    Partner,
    Passage,
    Poll,
    Question,
    Region,
    Short,
    Slip,
    Span,
    Spots,
    Truth,
    Wording,
)

COMMON: Mapping[str, Any] = {
    "prompt": "?",
    "competence": "kmk:4.1",
    "uses": ("live", "practice"),
    "reason": "because",
    "advice": "next time",
}
IDS = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=8)
SEEDS = st.integers(0, 2**31 - 1)


def names(smallest: int, largest: int) -> st.SearchStrategy[list[str]]:
    """Different ids."""
    return st.lists(IDS, min_size=smallest, max_size=largest, unique=True)


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    """A choice with two to six options, one of them right."""
    ids = draw(names(2, 6))
    right = draw(st.sampled_from(ids))
    options = tuple(Option(one, one, one == right, "" if one == right else f"mis-{one}") for one in ids)
    return Choice(id=draw(IDS), options=options, **COMMON)


@st.composite
def multiples(draw: st.DrawFn) -> Multiple:
    """Three to six options, two of them right at least and one wrong."""
    ids = draw(names(3, 6))
    right = draw(st.lists(st.sampled_from(ids), min_size=2, max_size=len(ids) - 1, unique=True))
    options = tuple(Option(one, one, one in right, "" if one in right else f"mis-{one}") for one in ids)
    return Multiple(id=draw(IDS), options=options, **COMMON)


@st.composite
def truths(draw: st.DrawFn) -> Truth:
    """Two to six reasons, one of them right, on both sides."""
    ids = draw(names(2, 6))
    right = draw(st.sampled_from(ids))
    says = [True, False, *(draw(st.booleans()) for _ in ids[2:])]
    causes = tuple(
        Cause(one, one, side, one == right, "" if one == right else f"mis-{one}")
        for one, side in zip(ids, says, strict=True)
    )
    return Truth(id=draw(IDS), statement="so it is", causes=causes, **COMMON)


@st.composite
def numbers(draw: st.DrawFn) -> Number:
    """Any right number with its steps; estimates and exact ones."""
    whole = st.integers(-9999, 9999)
    steps = draw(st.lists(whole, min_size=1, max_size=5, unique=True))
    return Number(
        id=draw(IDS),
        right=float(draw(whole)),
        tolerance=float(draw(st.integers(1, 50))),
        unit=draw(st.sampled_from(["", "%", "Stunden"])),
        estimate=draw(st.booleans()),
        steps=tuple(float(one) for one in sorted(steps)),
        slips=(Span(None, -5000.0, "mis-low", "low", "no"),),
        **COMMON,
    )


@st.composite
def shorts(draw: st.DrawFn) -> Short:
    """One to four answers, the first of them right."""
    ids = draw(st.lists(st.text("abcdefgh", min_size=1, max_size=8), min_size=1, max_size=4, unique=True))
    answers = tuple(
        Wording(one, (one,), n == 0, "" if n == 0 else f"mis-{one}", one, "no") for n, one in enumerate(ids)
    )
    return Short(id=draw(IDS), answers=answers, slips=draw(st.integers(0, 3)), **COMMON)


@st.composite
def polls(draw: st.DrawFn) -> Poll:
    """Two to six options, a scale or not."""
    options = tuple(Item(one, one) for one in draw(names(2, 6)))
    return Poll(id=draw(IDS), options=options, scale=draw(st.booleans()), **COMMON)


def frees() -> st.SearchStrategy[Free]:
    """There is one only."""
    return IDS.map(lambda id_: Free(id=id_, **COMMON))


def clouds() -> st.SearchStrategy[Cloud]:
    """Up to three words."""
    return st.builds(lambda id_, most: Cloud(id=id_, most=most, **COMMON), IDS, st.integers(1, 3))


@st.composite
def orders(draw: st.DrawFn) -> Order:
    """Two to seven items, shown in any order, with up to three slips."""
    right = draw(names(2, 7))
    shown = draw(st.permutations(right))
    pairs = st.tuples(st.sampled_from(right), st.sampled_from(right)).filter(
        lambda pair: right.index(pair[0]) > right.index(pair[1])
    )
    slips = tuple(Slip(a, b, f"mis-{a}", a, "no") for a, b in draw(st.lists(pairs, max_size=3)))
    return Order(id=draw(IDS), items=tuple(Item(one, one) for one in shown), right=tuple(right), slips=slips, **COMMON)


@st.composite
def groups(draw: st.DrawFn) -> Groups:
    """Two to four groups and two to eight items."""
    places = draw(names(2, 4))
    items = tuple(GroupItem(one, one, draw(st.sampled_from(places)), f"mis-{one}") for one in draw(names(2, 8)))
    return Groups(id=draw(IDS), groups=tuple(Group(one, one) for one in places), items=items, **COMMON)


@st.composite
def matches(draw: st.DrawFn) -> Match:
    """Two to five items, each with a partner of its own, and perhaps one more partner."""
    items = draw(names(2, 5))
    partners = [f"to-{one}" for one in items] + draw(st.sampled_from([[], ["more"]]))
    halves = tuple(Half(one, one, f"to-{one}", f"mis-{one}") for one in items)
    return Match(id=draw(IDS), items=halves, partners=tuple(Partner(one, one) for one in partners), **COMMON)


@st.composite
def gaps(draw: st.DrawFn) -> Gaps:
    """One to four gaps with one or two accepted texts and perhaps a wrong one that is known; typed or with words."""
    texts = st.lists(st.text("abcdeäß", min_size=1, max_size=6), min_size=3, max_size=3, unique_by=folded)
    made = []
    for id_ in draw(names(1, 4)):
        first, second, wrong = draw(texts)
        slips = draw(st.sampled_from([(), (Filling(wrong, f"mis-{id_}", id_, "no"),)]))
        made.append(Gap(id_, draw(st.sampled_from([(first,), (first, second)])), draw(st.booleans()), slips))
    words = dict.fromkeys([*(one.accepts[-1] for one in made), *(slip.text for one in made for slip in one.slips), "x"])
    return Gaps(
        id=draw(IDS),
        text=" ___ ".join(["so"] * (len(made) + 1)),
        gaps=tuple(made),
        words=tuple(words) if draw(st.booleans()) else (),
        **COMMON,
    )


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    """Two to eight lines, any of which may use a means; also none."""
    lines = tuple(Line(one, one, draw(st.sampled_from([None, "haste", "money"]))) for one in draw(names(2, 8)))
    means = (Means("haste", "haste"), Means("money", "money"))
    return Mark(id=draw(IDS), sender="somebody", lines=lines, marks=means, **COMMON)


@st.composite
def highlights(draw: st.DrawFn) -> Highlight:
    """Two to six passages in three or four inks."""
    inks = draw(names(3, 4))
    passages = tuple(Passage(one, one, draw(st.sampled_from(inks)), f"mis-{one}") for one in draw(names(2, 6)))
    return Highlight(id=draw(IDS), inks=tuple(Means(one, one) for one in inks), passages=passages, **COMMON)


@st.composite
def spots(draw: st.DrawFn) -> Spots:
    """Two to six regions, any of which may use a means; also none."""
    means = st.sampled_from([None, "haste", "money"])
    regions = tuple(Region(one, one, (0, 0, 50, 50), draw(means)) for one in draw(names(2, 6)))
    marks = (Means("haste", "haste"), Means("money", "money"))
    return Spots(id=draw(IDS), picture="a.svg", alt="a", regions=regions, marks=marks, **COMMON)


def questions() -> st.SearchStrategy[Question]:
    """Any question."""
    return st.one_of(
        choices(),
        multiples(),
        truths(),
        numbers(),
        shorts(),
        polls(),
        frees(),
        clouds(),
        orders(),
        groups(),
        matches(),
        gaps(),
        marks(),
        highlights(),
        spots(),
    )


@st.composite
def answered(draw: st.DrawFn) -> tuple[Question, dict[str, Any]]:
    """Any question with any response of its shape."""
    question = draw(questions())
    return question, draw(responses(question))


def responses(question: Question) -> st.SearchStrategy[dict[str, Any]]:  # noqa: C901 - one case a kind
    """Any response of the shape that `question` asks for."""
    match question:
        case Choice():
            return st.sampled_from([one.id for one in question.options]).map(lambda one: {"option": one})
        case Multiple():
            chosen = st.lists(st.sampled_from([one.id for one in question.options]), min_size=1, unique=True)
            return chosen.map(lambda found: {"options": found})
        case Truth():
            return st.sampled_from([one.id for one in question.causes]).map(lambda one: {"because": one})
        case Number():
            return st.integers(-99999, 99999).map(lambda one: {"number": str(one)})
        case Short():
            known = st.sampled_from([text for one in question.answers for text in one.texts])
            return (known | st.text("abcäöüß ", min_size=1, max_size=60).filter(str.strip)).map(
                lambda one: {"text": one}
            )
        case Poll():
            return st.sampled_from([one.id for one in question.options]).map(lambda one: {"option": one})
        case Free():
            return st.text("abc ä", min_size=1, max_size=140).filter(str.strip).map(lambda one: {"text": one})
        case Cloud():
            words = st.lists(st.text("abcä", min_size=1, max_size=24), min_size=1, max_size=question.most)
            return words.map(lambda found: {"words": found})
        case Order():
            return st.permutations(question.right).map(lambda ids: {"order": list(ids)})
        case Mark():
            return _marked([one.id for one in question.lines])
        case Spots():
            return _marked([one.id for one in question.regions])
        case Gaps():
            known = [*(text for one in question.gaps for text in one.accepts), "a", "ß"]
            return _placed("gaps", question.gaps, question.words or known)
        case Groups():
            return _placed("groups", question.items, [one.id for one in question.groups])
        case Match():
            return _placed("pairs", question.items, [one.id for one in question.partners])
        case Highlight():
            return _placed("passages", question.passages, [one.id for one in question.inks])


def _marked(ids: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.lists(st.sampled_from(ids), unique=True).map(lambda found: {"marks": found})


def _placed(key: str, items: Iterable[Any], places: Sequence[str]) -> st.SearchStrategy[dict[str, Any]]:
    place = st.sampled_from(places)
    return st.fixed_dictionaries({one.id: place for one in items}).map(lambda found: {key: found})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)

"""A small module for tests of the rules: one question of each kind, and slides that ask them."""

from __future__ import annotations

from app.domain.content import Module, Phase, Slide
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

USES = ("live", "practice", "exit")

CHOICE = Choice(
    id="lock",
    prompt="What does the lock say?",
    competence="kmk:4.1",
    uses=USES,
    reason="The lock belongs to the line.",
    advice="Look at how you got here.",
    options=(
        Option("line", "Nobody reads along", right=True),
        Option("real", "The sender is real", mis="lock-is-real", name="Lock means real", feedback="Many think so."),
        Option("checked", "Somebody checked", mis="somebody-checks", name="Somebody checks", feedback="Nobody does."),
    ),
)
ORDER = Order(
    id="steps",
    prompt="What first?",
    competence="kmk:4.1",
    uses=USES,
    reason="Stop first.",
    advice="Breathe.",
    items=(Item("ask", "Ask"), Item("stop", "Stop"), Item("open", "Open"), Item("tell", "Tell")),
    right=("stop", "open", "ask", "tell"),
    slips=(Slip("open", "stop", "open-first", "Opening helps", "Opening is what they want."),),
)
GROUPS = Groups(
    id="ways",
    prompt="Safe or not?",
    competence="kmk:2.1",
    uses=USES,
    reason="Go your own way.",
    advice="Type it yourself.",
    groups=(Group("safe", "Safe"), Group("risky", "Risky")),
    items=(
        GroupItem("app", "Own app", "safe"),
        GroupItem("link", "Link in a message", "risky", "link-is-short", "A link is a short way", "It is theirs."),
        GroupItem("call", "Call back", "safe", "calls-are-bad", "Calls are bad", "Not those you make."),
    ),
)
MARK = Mark(
    id="message",
    prompt="Mark what presses.",
    competence="kmk:4.2",
    uses=USES,
    reason="Haste is a means.",
    advice="Wait.",
    sender="Paketdienst",
    lines=(
        Line("hello", "Hello"),
        Line("now", "Only today!", mark="haste", name="Haste", feedback="It hurries you."),
        Line("pay", "Pay 1 Euro", mark="money", name="Money", feedback="A small sum lowers the guard."),
        Line("bye", "Bye", feedback="Being polite proves nothing."),
    ),
    marks=(Means("haste", "Haste"), Means("money", "Money")),
)
MULTIPLE = Multiple(
    id="strong",
    prompt="Which are strong?",
    competence="kmk:4.1",
    uses=USES,
    reason="Length counts.",
    advice="Make it long.",
    options=(
        Option("long", "Four words", right=True, feedback="Long."),
        Option("phrase", "A sentence", right=True, feedback="Long too."),
        Option("short", "One sign", mis="signs-do-it", name="Signs do it", feedback="A sign is short."),
        Option("name", "Own name", mis="nobody-knows", name="Nobody knows", feedback="Many know it."),
    ),
)
TRUTH = Truth(
    id="updates",
    prompt="True? Why?",
    competence="kmk:4.1",
    uses=USES,
    reason="Updates close holes.",
    advice="Update soon.",
    statement="Updates are only for looks.",
    causes=(
        Cause("looks", "They change icons", says=True, mis="only-looks", name="Only looks", feedback="You see those."),
        Cause("holes", "They close holes", says=False, right=True, feedback="Right."),
        Cause("fast", "They make it fast", says=False, mis="only-speed", name="Only speed", feedback="Not mainly."),
    ),
)
NUMBER = Number(
    id="share",
    prompt="How many of 100?",
    competence="kmk:4.1",
    uses=USES,
    reason="Many do it.",
    advice="Count with care.",
    right=56,
    tolerance=5,
    unit="%",
    estimate=True,
    steps=(20, 40, 60, 80),
    slips=(Span(None, 10, "nobody-clicks", "Nobody clicks", "More than you think."),),
)
SHORT = Short(
    id="word",
    prompt="What is it called?",
    competence="kmk:4.1",
    uses=USES,
    reason="It has a name.",
    advice="Say it aloud.",
    answers=(
        Wording("manager", ("Passwort-Manager", "Passwortmanager"), right=True),
        Wording("notebook", ("Notizbuch",), mis="paper-only", name="Paper only", feedback="Paper helps as well."),
    ),
    slips=2,
)
POLL = Poll(
    id="mood",
    prompt="What do you think?",
    competence="kmk:4.1",
    uses=("live",),
    reason="All of that is fine.",
    advice="Ask others.",
    options=(Item("good", "Good"), Item("so", "So so"), Item("bad", "Bad")),
    scale=True,
)
FREE = Free(
    id="wish",
    prompt="What would you like to learn?",
    competence="kmk:4.1",
    uses=("live",),
    reason="We collect wishes.",
    advice="Say it.",
)
CLOUD = Cloud(
    id="words",
    prompt="Which words come to mind?",
    competence="kmk:4.1",
    uses=("live",),
    reason="Words show what we know.",
    advice="Compare.",
    most=3,
)
MATCH = Match(
    id="keys",
    prompt="What belongs together?",
    competence="kmk:4.1",
    uses=USES,
    reason="Each key has its lock.",
    advice="Try them.",
    items=(
        Half("small", "Small key", "box", "size-says-nothing", "Size says nothing", "It does."),
        Half("large", "Large key", "gate"),
        Half("flat", "Flat key", "door", "flat-is-false", "Flat is false", "It is not."),
    ),
    partners=(Partner("door", "Door"), Partner("gate", "Gate"), Partner("box", "Box"), Partner("tin", "Tin")),
)
GAP = Gaps(
    id="sentence",
    prompt="Fill in.",
    competence="kmk:4.1",
    uses=USES,
    reason="Words have places.",
    advice="Read it aloud.",
    text="A ___ opens the ___.",
    gaps=(
        Gap("first", ("Schlüssel", "Dietrich"), slips=(Filling("Haken", "hook", "A hook does it", "It does not."),)),
        Gap("second", ("Straßentür",), exact=True),
    ),
)
HIGHLIGHT = Highlight(
    id="text",
    prompt="What is what?",
    competence="kmk:4.1",
    uses=USES,
    reason="Claims can be checked.",
    advice="Ask who pays.",
    inks=(Means("claim", "Claim"), Means("opinion", "Opinion"), Means("none", "None of it")),
    passages=(
        Passage("open", "It opens at nine.", "claim"),
        Passage("nice", "It is lovely.", "opinion", "praise-is-a-claim", "Praise is a claim", "Nobody can check it."),
        Passage("bye", "See you.", "none", "all-is-opinion", "All is opinion", "It says nothing."),
    ),
)
SPOTS = Spots(
    id="poster",
    prompt="Where does it press?",
    competence="kmk:4.2",
    uses=USES,
    reason="A clock hurries you.",
    advice="Wait.",
    picture="poster.svg",
    alt="A poster with a clock and a flower.",
    regions=(
        Region("clock", "Clock", (10, 10, 30, 30), mark="haste", name="Clock overlooked", feedback="It runs down."),
        Region("flower", "Flower", (50, 10, 30, 30), name="Flower suspected", feedback="A flower is a flower."),
        Region("price", "Price", (10, 60, 50, 30), mark="money", name="Price overlooked", feedback="Today only."),
    ),
    marks=(Means("haste", "Haste"), Means("money", "Money")),
)
QUESTIONS: tuple[Question, ...] = (
    CHOICE,
    ORDER,
    GROUPS,
    MARK,
    MULTIPLE,
    TRUTH,
    NUMBER,
    SHORT,
    POLL,
    FREE,
    CLOUD,
    MATCH,
    GAP,
    HIGHLIGHT,
    SPOTS,
)

SECRET_NOTES = "NOTES-FOR-THE-MENTOR"
SECRET_REMOTE = "FROM-AFAR"
SECRET_SAY = "SAY-THIS"


def module(questions: tuple[Question, ...] = QUESTIONS) -> Module:
    """A module that opens with a text slide, asks each of `questions` on a slide of its own, and ends with text."""
    slides = [_slide("first", "start", "text")]
    slides += [_slide(f"ask-{one.id}", "check", "question", one.id) for one in questions]
    slides.append(_slide("last", "end", "text"))
    return Module(
        version="v" * 64,
        slug="a-lesson",
        title="A lesson",
        subtitle="",
        track="s",
        lang="de",
        grades=(7, 8),
        status="fertig",
        goals=(),
        competences=tuple(sorted({one.competence for one in questions})),
        facts=(),
        fascinating="",
        at_home="",
        phases=(Phase("start", "Start", 5, 10, 3, False), Phase("check", "Check", 30, 70, 10, False)),
        slides=tuple(slides),
        questions=questions,
        media={},
        words=(),
        authors=(),
        licence="CC BY 4.0",
    )


def _slide(id_: str, phase: str, kind: str, question: str | None = None) -> Slide:
    return Slide(
        id=id_,
        phase=phase,
        kind=kind,
        title=f"Slide {id_}",
        body="What everybody sees.",
        say=SECRET_SAY,
        remote=SECRET_REMOTE,
        notes=SECRET_NOTES,
        question=question,
    )

"""Every page of the product: its endpoint, who opens it where, and on what device."""

from __future__ import annotations

from dataclasses import dataclass

from tests.browser.support.devices import BOARD, LAPTOP, PHONE

HALF_BOARD = {"width": 960, "height": 1080}
"""A board beside another window; it has no layout of its own in any other test."""
NARROWEST = {"width": 320, "height": 640}

Size = dict[str, int]


@dataclass(frozen=True)
class Page:
    """A page to look at.

    `path` holds {names} of the cast's keys; `send` is what its form gets first, to see the page with its errors.
    """

    name: str
    endpoint: str
    path: str
    who: str = "nobody"
    sizes: tuple[Size, ...] = (PHONE, LAPTOP)
    send: tuple[tuple[str, str], ...] = ()
    status: int = 200

    @property
    def surface(self) -> str:
        """board, phone, laptop or print."""
        if BOARD in self.sizes:
            return "board"
        return "phone" if self.sizes[0] == PHONE else "laptop"


BOTH = (PHONE, LAPTOP)
STAFF = (LAPTOP, PHONE)
BOARDS = (BOARD, HALF_BOARD)

PAGES = (
    Page("first page", "home.start", "/"),
    Page("an unknown address", "error", "/nirgendwo", status=404),
    Page("sign-in", "auth.login", "/login"),
    Page("sign-in, wrong", "auth.login", "/login", send=(("email", "krause@lindenschule.example"), ("password", "-"))),
    Page("card", "auth.card", "/card"),
    Page("card, wrong", "auth.card", "/card", send=(("word", "LINDE-48"), ("pin", "1"))),
    Page("code", "join.code", "/join"),
    Page("code, wrong", "join.code", "/join", send=(("code", "000"),)),
    Page("code, with a card", "join.code", "/join", "pupil"),
    Page("seat", "join.seat", "/join/seat", "phone"),
    Page("board waits", "board.start", "/board", sizes=BOARDS),
    Page("board's key", "board.key", "/board/key", sizes=BOARDS),
    Page("board's key, wrong", "board.key", "/board/key", sizes=BOARDS, send=(("key", "ABC"),)),
    Page("board in the hour", "board.show", "/board/show", "board", BOARDS),
    Page("pupil's start", "learn.start", "/learn", "pupil"),
    Page("own progress", "learn.progress", "/learn/progress", "pupil"),
    Page("module", "learn.overview", "/learn/s2-phishing", "pupil"),
    Page("step to read", "learn.lesson", "/learn/s2-phishing/3", "pupil"),
    Page("step with an activity", "learn.lesson", "/learn/b2-algorithmen-ohne-strom/7", "pupil"),
    Page("step with a question", "learn.lesson", "/learn/s2-phishing/7", "pupil"),
    Page("choice", "learn.question", "/learn/s2-phishing/question/schloss", "pupil"),
    Page("order", "learn.question", "/learn/s2-phishing/question/falscher-klick", "pupil"),
    Page("groups", "learn.question", "/learn/s2-phishing/question/handlung", "pupil"),
    Page("pairs to match", "learn.question", "/learn/s1-schluesselbund/question/schutz-wogegen", "pupil"),
    Page("gaps to fill", "learn.question", "/learn/s3-meine-daten/question/recht-mit-namen", "pupil"),
    Page(
        "passages to highlight",
        "learn.question",
        "/learn/m2-werbung-meinung-nachricht/question/satz-fuer-satz",
        "pupil",
    ),
    Page("picture to mark", "learn.question", "/learn/m2-werbung-meinung-nachricht/question/zeitungsseite", "pupil"),
    Page("lines to mark", "learn.question", "/learn/s2-phishing/question/mark-paket", "pupil"),
    Page("feedback to a choice", "learn.attempt", "/learn/attempt/{choice}", "pupil"),
    Page("feedback to an order", "learn.attempt", "/learn/attempt/{order}", "pupil"),
    Page("feedback to groups", "learn.attempt", "/learn/attempt/{groups}", "pupil"),
    Page("feedback to marks", "learn.attempt", "/learn/attempt/{mark}", "pupil"),
    Page("feedback to a right answer", "learn.attempt", "/learn/attempt/{right}", "pupil"),
    Page("before the hour", "learn.check", "/learn/s2-phishing/check/pre", "pupil"),
    Page("hours", "present.hours", "/present", "mentor", STAFF),
    Page("hour", "present.hour", "/present/{hour}", "mentor", STAFF),
    Page("hour, wrong code", "present.hour", "/present/{hour}", "mentor", STAFF, send=(("code", "12"),)),
    Page("remote", "present.remote", "/present/{hour}/remote", "mentor", BOTH),
    Page("printed sheet", "present.sheet", "/present/{hour}/sheet", "mentor", (LAPTOP,)),
    Page("material to print", "present.material", "/present/{hour}/material", "mentor", (LAPTOP,)),
    Page("questions on paper", "present.questions", "/present/{hour}/questions", "mentor", (LAPTOP,)),
    Page("groups of a teacher", "teach.groups", "/teach", "teacher", STAFF),
    Page("class", "teach.group", "/teach/{group}", "teacher", STAFF),
    Page("pupil", "teach.pupil", "/teach/{group}/{pupil}", "teacher", STAFF),
)

NO_PAGES = {
    "api.mine": "JSON",
    "api.state": "JSON; its HTML is the board's, the remote's and the seat's, looked at in every state",
    "api.stream": "a stream",
    "assets.file": "files",
    "board.join_code": "a picture",
    "board.state": "JSON",
    "home.healthz": "a word for machines",
    "learn.media": "pictures",
}
"""Endpoints that answer a GET with something else than a page, and what that is."""

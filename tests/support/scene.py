"""Today's hour, open on a question, and a good request to every route: what the tests over all routes start from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from app.content.canonical import with_version
from app.db.base import new_key
from app.db.models import Attempt, Entry, LiveSession, Login, Round
from app.demo import DEMO_PASSWORD
from app.domain.collected import Decision
from app.domain.grading import full_credit
from app.domain.live import moves
from app.domain.roles import Role, Staff
from app.work import boards, cards, hours
from app.work.library import module_at, store_versions
from app.work.live import entries
from app.work.live.moves import make
from app.work.login import sign_in
from app.work.tokens import hash_of
from tests.support import lesson as texts
from tests.support.forms import hidden
from tests.support.world import ADDRESSES, World

ACTORS = (
    "teacher", "co_teacher", "mentor", "mentor_home", "coordinator", "stranger", "pupil", "other_pupil", "nobody",
    "board", "device", "other_board", "other_device",
)  # fmt: skip
"""other_board and other_device are in an hour of the other school."""


@dataclass(frozen=True)
class Line:
    """One way to call a route, and what each actor gets."""

    name: str
    way: str
    expected: Mapping[str, str] = field(default_factory=dict)

    @property
    def endpoint(self) -> str:
        """The route it is about."""
        return self.name.partition("/")[0]


class Scene:
    """The world with today's hour open on a question, and everything that addresses can name."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.live = world.todays_hour(opened=True)
        with world.session() as session, session.begin():
            live = world.live(session, self.live)
            self.join_code, self.hour_key = live.join_code or "", live.hour_key
            self.version, self.group = live.version, world.group(session, "8b").key
            mila = world.pupil(session, "Mila")
            self.pupil = mila.key
            self.secret = cards.issue(session, mila.id, world.settings.secret_key).secret
            self._ask(session, live)
            other = hours.plan(
                session,
                group=world.group(session, "7c"),
                version=live.version,
                staff=[world.staff(session, "stranger")],
                starts_at=live.starts_at,
                minutes=45,
                room="",
            )
            boards.open_hour(session, other)
            self.other_live = other.key
            self._open_talk(session, live)
        library = world.app.extensions["library"]
        self.module = library.modules["s2-phishing"]
        self.question = next(one for one in self.module.questions if one.kind == "choice" and "practice" in one.uses)
        self.asked = next(one.question for one in self.module.slides if one.question)
        self.attempt = new_key()
        path, data = self._answer(self.attempt)
        self.post(self.client("pupil"), path, data)

    def client(self, actor: str) -> FlaskClient:
        """A browser of this actor."""
        match actor:
            case "board":
                return self.world.board_client(self.live)
            case "other_board":
                return self.world.board_client(self.other_live)
            case "device":
                return self.world.device_client(self.live)
            case "other_device":
                return self.world.device_client(self.other_live)
        return self.world.client_for(actor)

    def call(self, line: Line, client: FlaskClient) -> TestResponse:
        """Call the route of `line` as its own pages do."""
        path, data = self.request(line, client)
        if line.way == "GET":
            return client.get(path)
        if line.way == "JSON":
            return client.post(path, json=data, headers={"Origin": "http://localhost"})
        return self.post(client, path, data)

    def post(self, client: FlaskClient, path: str, data: Mapping[str, Any]) -> TestResponse:
        """Send a form with the token of this browser; every browser may open the page for the hour's key."""
        token = hidden(client.get("/board/key"), "csrf_token")
        return client.post(path, data={**data, "csrf_token": token})

    def request(self, line: Line, client: FlaskClient) -> tuple[str, Mapping[str, Any]]:
        """Path and fields of a good request: only the actor decides what comes of it."""
        slug, mentor = self.module.slug, ADDRESSES["mentor"]
        live, learn, present = f"/live/{self.live}", f"/learn/{slug}", f"/present/{self.live}"
        simple = {
            "home.start": "/",
            "home.healthz": "/healthz",
            "auth.login": "/login",
            "auth.card": "/card",
            "auth.logout": "/logout",
            "learn.start": "/learn",
            "learn.progress": "/learn/progress",
            "learn.overview": learn,
            "learn.lesson": f"{learn}/1",
            "learn.check": f"{learn}/check/pre",
            "learn.question": f"{learn}/question/{self.question.id}",
            "learn.attempt": f"/learn/attempt/{self.attempt}",
            "learn.media": f"/m/{self.version}/{next(iter(self.module.media)).removesuffix('.svg')}.svg",
            "board.start": "/board",
            "board.pairings": "/board/pairings",
            "board.state": "/board/state",
            "board.show": "/board/show",
            "board.join_code": "/board/join.svg",
            "join.seat": "/join/seat",
            "present.hours": "/present",
            "present.hour": present,
            "present.open_hour": f"{present}/open",
            "present.remote": f"{present}/remote",
            "present.sheet": f"{present}/sheet",
            "present.questions": f"{present}/questions",
            "present.material": f"{present}/material",
            "teach.groups": "/teach",
            "teach.group": f"/teach/{self.group}",
            "teach.pupil": f"/teach/{self.group}/{self.pupil}",
            "api.stream": f"{live}/stream",
            "api.mine": f"{live}/mine",
        }
        if line.name in simple:
            return simple[line.name], {}
        name, _, audience = line.name.partition("/")
        special: dict[str, Callable[[], tuple[str, Mapping[str, Any]]]] = {
            "assets.file": lambda: (self._asset(), {}),
            "auth.enter": lambda: ("/login", {"email": mentor, "password": DEMO_PASSWORD}),
            "auth.enter_by_pin": lambda: ("/card", {"word": "linde 47", "pin": "2604"}),
            "auth.enter_by_link": lambda: ("/card/link", {"secret": self.secret}),
            "learn.answer": lambda: self._answer(new_key()),
            "board.key": lambda: ("/board/key", {"key": self.hour_key}),
            "join.code": lambda: ("/join", {"code": self.join_code}),
            "present.pair": lambda: (f"{present}/pair", {"code": self._waiting_board()}),
            "api.state": lambda: (f"{live}/state?as={audience}", {}),
            "api.moves": lambda: (f"{live}/moves?as={audience}", self._move(audience)),
            "api.entries": self._decision,
            "teach.done": lambda: (f"/teach/{self.group}/handed/{self._handed()}", {}),
            "api.answers": lambda: (f"{live}/answers", self._live_answer(client)),
        }
        return special[name]()

    def _ask(self, session: Any, live: LiveSession) -> None:
        """Go to the first question of the hour and ask it. Nobody of the table holds the right afterwards."""
        mentor = self.world.staff(session, "mentor")
        token = sign_in(session, live.starts_at, staff=mentor.id)
        row = session.scalars(select(Login).where(Login.token_hash == hash_of(token))).one()
        actor = Staff(mentor.id, Role(mentor.role), None, row.id, mentor.first_name)
        slides = module_at(session, live.version).slides
        place = next(place for place, slide in enumerate(slides) if slide.question)
        for move in (moves.Take(), moves.Start(), moves.Step(place), moves.Ask()):
            make(session, live, actor, move, live.turn, live.starts_at)

    def _open_talk(self, session: Any, live: LiveSession) -> None:
        """An hour of last week, in which texts were written."""
        lesson = with_version(texts.module())
        store_versions(session, [lesson], live.starts_at)
        names = ("teacher", "co_teacher", "mentor", "mentor_home")
        talk = hours.plan(
            session,
            group=self.world.group(session, "8b"),
            version=lesson.version,
            staff=[self.world.staff(session, one) for one in names],
            starts_at=live.starts_at - timedelta(weeks=1),
            minutes=45,
            room="",
        )
        talk.status = "finished"
        moments = dict.fromkeys(("opened_at", "closed_at", "shown_at"), talk.starts_at)
        round_ = Round(key=new_key(), live_id=talk.id, question=texts.FREE.id, number=1, **moments)
        session.add(round_)
        session.flush()
        self.talk, self.round = talk.key, round_.key

    def _text(self, session: Any) -> tuple[LiveSession, str]:
        """One more text in that hour: the hour and the key of the text."""
        talk = self.world.live(session, self.talk)
        round_ = session.scalars(select(Round).where(Round.key == self.round)).one()
        graded = {"score": 1.0, "correct": True, "misconceptions": [], "graded": False}
        text = Attempt(
            key=new_key(),
            round_id=round_.id,
            version=talk.version,
            question=round_.question,
            competence=texts.FREE.competence,
            context="live",
            seed=1,
            response={"text": "Ein Text"},
            answered_at=talk.starts_at,
            **graded,
        )
        session.add(text)
        session.flush()
        return talk, text.key

    def _decision(self) -> tuple[str, Mapping[str, Any]]:
        with self.world.session() as session, session.begin():
            _, key = self._text(session)
        return f"/live/{self.talk}/entries", {"round": self.round, "entry": key, "decision": "shown"}

    def _handed(self) -> str:
        """The key of a text that waits for the teacher."""
        with self.world.session() as session, session.begin():
            talk, key = self._text(session)
            entries.decide(session, talk, self.round, key, Decision.HANDED, talk.starts_at)
            return session.scalars(select(Entry.key).where(Entry.text_key == key)).one()

    def _answer(self, key: str) -> tuple[str, Mapping[str, Any]]:
        fields = {"key": key, "seed": "1", "confidence": "sure", **full_credit(self.question)}
        return f"/learn/{self.module.slug}/question/{self.question.id}", fields

    def _waiting_board(self) -> str:
        answer = self.world.app.test_client().post("/board/pairings", json={}, headers={"Origin": "http://localhost"})
        return str(answer.get_json()["code"])

    def _move(self, audience: str) -> Mapping[str, Any]:
        """Something this audience may do whoever holds the right; `turn` is that of the newest frame."""
        with self.world.session() as session:
            turn = self.world.live(session, self.live).turn
        move: dict[str, Any] = {"move": "present", "count": 23} if audience == "board" else {"move": "take"}
        return {**move, "turn": turn}

    def _live_answer(self, client: FlaskClient) -> Mapping[str, Any]:
        """The own seat where there is one, else somebody else's."""
        mine = client.get(f"/live/{self.live}/mine").get_json()
        seats = mine.get("seats") or self.client("device").get(f"/live/{self.live}/mine").get_json()["seats"]
        frame = self.client("device").get(f"/live/{self.live}/state?as=seats").get_json()
        response = full_credit(self.module.question(self.asked))
        return {"id": new_key(), "seat": seats[0]["key"], "round": frame["round"], "response": response}

    def _asset(self) -> str:
        from app.web.assets import asset

        with self.world.app.test_request_context():
            return asset("img/icon.svg")

"""The live session at the edge: who may look, what they get, and what they send.

The server's ASGI shell and the plain routes in `app.features.api` both call these functions, so a phone cannot tell
which of them answers. All of them may run in any thread.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, cast

from flask import Flask
from markupsafe import Markup
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker
from werkzeug.datastructures import Headers

from app.access import NotFound, get_live_for_board, get_live_for_device, get_live_for_staff
from app.config import Settings
from app.content.rendered import Rendered
from app.db.models import LiveSession
from app.domain.live.frame import StaffView
from app.domain.roles import STRANGER, Actor, Device
from app.web import clock
from app.web.cookies import tokens
from app.web.messages import MESSAGES
from app.web.security import is_own_origin
from app.work import seats
from app.work.library import module_at
from app.work.live.answer import NewAnswer
from app.work.live.frames import View, round_key, view_for
from app.work.login import Door, actor_for

DOORS: dict[str, Door] = {"board": "board", "staff": "login", "seats": "device"}
TEMPLATES = {"board": "board/_stage.html", "staff": "present/_remote.html", "seats": "join/_seat.html"}
KEY = re.compile(r"[A-Za-z0-9_-]{22}")
CONFIDENCES = {None, "guess", "fairly", "sure"}
LARGEST_FRAME = 16_384
BLANKS = re.compile(r"[ \t\n]+")  # not \s: that would eat the no-break spaces of codes and texts


class Refused(Exception):
    """No: with the HTTP status and the JSON body that says why in plain German."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.body = {"code": code, "message": str(MESSAGES.get(code, MESSAGES["unknown"]))}


@dataclass(frozen=True)
class LiveFrame:
    """One frame, ready to send: `body` is compact JSON, `etag` the hash of those bytes without their `seq`."""

    seq: int
    body: bytes
    etag: str

    @property
    def round(self) -> str:
        """The key of the round on screen; empty when there is none."""
        return json.loads(self.body)["round"] or ""

    @property
    def html(self) -> Markup:
        """The part of a page that this frame fills, for the first load."""
        return Markup(json.loads(self.body)["html"])  # noqa: S704 - rendered by our own templates, with escaping


def authorise(app: Flask, cookies: Mapping[str, str], live: str, audience: str) -> Actor:
    """The actor who may watch `live` as `audience`. Raises Refused(404) for an unknown hour, 401 for an ended login."""
    with app.app_context(), _sessions(app)() as session:
        who, _ = _enter(session, app, cookies, live, audience)
        return who


def frame(app: Flask, live: str, audience: str) -> LiveFrame:
    """The frame of `live` for `audience` as of now; the caller has asked `authorise`. Raises Refused(404)."""
    with app.app_context(), _sessions(app)() as session:
        row = session.scalar(select(LiveSession).where(LiveSession.key == live))
        if row is None or audience not in DOORS:
            raise Refused(404, "unknown")
        return render(app, session, row, audience)


def render(app: Flask, session: Session, live: LiveSession, audience: str) -> LiveFrame:
    """The frame from rows already at hand. The template gets the view of its audience and nothing else."""
    view = view_for(session, live, audience)
    data = frame_data(app, session, live, view, audience)
    body = _compact(data)
    if len(body) > LARGEST_FRAME:
        raise ValueError(f"a frame of {len(body)} bytes for {audience}")
    return LiveFrame(live.seq, body, hashlib.sha256(_compact({**data, "seq": 0})).hexdigest()[:32])


def frame_data(app: Flask, session: Session, live: LiveSession, view: View, audience: str) -> dict[str, Any]:
    """The frame as JSON values: numbers a script needs, and the HTML it shows."""
    html = app.jinja_env.get_template(TEMPLATES[audience]).render(
        view=_without_seq(view), slides=rendered(app, session, live), live_key=live.key
    )
    data: dict[str, Any] = {"seq": live.seq, "phase": live.phase, "round": _open_round(session, live, view)}
    if audience != "seats":  # phones make no moves, and a move that does not concern them must not reach them
        data["turn"] = live.turn
    return {**data, "html": BLANKS.sub(" ", html).strip()}


def rendered(app: Flask, session: Session, live: LiveSession) -> Rendered:
    """The slides of the hour's module version as safe HTML, with the facts that held on its day."""
    settings: Settings = app.extensions["settings"]
    return Rendered(module_at(session, live.version), settings.instance / "cache", live.starts_at.date())


def mine(session: Session, who: Device) -> dict[str, list[dict[str, Any]]]:
    """What is a device's own, and so in no frame: its seats, and what they answered."""
    return {
        "seats": [asdict(one) for one in seats.seats_of(session, who.id)],
        "answers": [asdict(one) for one in seats.answers_of(session, who.id)],
    }


def parse_answer(app: Flask, cookies: Mapping[str, str], live: str, body: bytes) -> NewAnswer:
    """The answer in `body`, from the device behind `cookies`. Raises Refused as `device_of` and `read_answer` do."""
    return read_answer(live, body, device_of(app, cookies).token_hash)


def device_of(app: Flask, cookies: Mapping[str, str]) -> Device:
    """The device that sends. Raises Refused(404) for anybody else."""
    who = _actor(app, cookies, "device")
    if not isinstance(who, Device):
        raise Refused(404, "unknown")
    return who


def read_answer(live: str, body: bytes, device: str) -> NewAnswer:
    """The answer in `body`; `device` is the hash of the sender's token. Raises Refused(422) for what is no answer.

    Whether seat and round fit is the writer's business: a seat can be removed while the answer waits.
    """
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(422, "bad") from None
    if not isinstance(data, dict) or not isinstance(data.get("response"), dict):
        raise Refused(422, "bad")
    keys = [data.get(name) for name in ("id", "seat", "round")]
    if not all(isinstance(one, str) and KEY.fullmatch(one) for one in keys):
        raise Refused(422, "bad")
    confidence = data.get("confidence")
    if not isinstance(confidence, str | None) or confidence not in CONFIDENCES:
        raise Refused(422, "bad")
    key, seat, round_ = cast("list[str]", keys)
    return NewAnswer(key, live, seat, round_, data["response"], confidence, device)


def check_origin(app: Flask, headers: Mapping[str, str]) -> None:
    """Raise Refused(403) unless the JSON request comes from a page of ours."""
    if not is_own_origin(Headers(dict(headers)), app.extensions["settings"]):
        raise Refused(403, "staff-only")


def live_for(session: Session, who: Actor, live: str, audience: str) -> LiveSession:
    """The hour under `live` for this actor in this audience. Raises NotFound."""
    doors = {"board": get_live_for_board, "staff": get_live_for_staff, "seats": get_live_for_device}
    return doors[audience](session, who, live)


def _enter(
    session: Session, app: Flask, cookies: Mapping[str, str], live: str, audience: str
) -> tuple[Actor, LiveSession]:
    if audience not in DOORS:
        raise Refused(404, "unknown")
    settings: Settings = app.extensions["settings"]
    who = actor_for(session, tokens(cookies, settings), DOORS[audience], clock.now())
    if who is STRANGER:
        raise Refused(401, "sign-in")
    try:
        return who, live_for(session, who, live, audience)
    except NotFound:
        raise Refused(404, "unknown") from None


def _actor(app: Flask, cookies: Mapping[str, str], door: Door) -> Actor:
    with _sessions(app)() as session:
        return actor_for(session, tokens(cookies, app.extensions["settings"]), door, clock.now())


def _open_round(session: Session, live: LiveSession, view: View) -> str | None:
    """The key of the round on screen; answers name it."""
    board = view.board if isinstance(view, StaffView) else view
    if board.question is None or not board.round_number:
        return None
    return round_key(session, live, board.question.id, board.round_number)


def _without_seq(view: View) -> View:
    """Templates must not print the number: a frame that looks the same must be the same."""
    if isinstance(view, StaffView):
        return replace(view, board=replace(view.board, seq=0))
    return replace(view, seq=0)


def _compact(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _sessions(app: Flask) -> sessionmaker[Session]:
    return cast("sessionmaker[Session]", app.extensions["sessions"])

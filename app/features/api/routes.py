"""What pages of a running hour ask and send. The server's shell answers the stream itself and the answers too."""

from __future__ import annotations

from typing import cast

from flask import Response, current_app, jsonify, request
from flask.typing import ResponseReturnValue

from app.domain.collected import Decision
from app.domain.errors import IllegalMove, NotAllowed
from app.domain.live import parse
from app.domain.roles import Board, Device, Staff
from app.features.api import bp
from app.web import clock
from app.web import live as edge
from app.web.login import actor
from app.web.transaction import after_commit_publish, db
from app.work.live.entries import UnknownText, decide
from app.work.live.moves import Stale, make
from app.work.ports import AnswerSink, SinkFull

DECISIONS = frozenset({Decision.SHOWN, Decision.HIDDEN, Decision.HANDED})


@bp.errorhandler(edge.Refused)
def refused(error: edge.Refused) -> ResponseReturnValue:
    """The refusal as JSON."""
    return jsonify(error.body), error.status


@bp.before_request
def check_origin() -> None:
    """Every unsafe request must come from a page of ours."""
    if request.method not in {"GET", "HEAD", "OPTIONS"}:
        edge.check_origin(current_app, dict(request.headers))


@bp.get("/state")
def state(live: str) -> ResponseReturnValue:
    """The newest frame for `?as=board|staff|seats`; 304 when the page has it already."""
    audience = request.args.get("as", "seats")
    if audience not in edge.DOORS:
        raise edge.Refused(404, "unknown")
    who = actor(edge.DOORS[audience])
    if not isinstance(who, Board | Staff | Device):
        raise edge.Refused(401, "sign-in")
    row = edge.live_for(db(), who, live, audience)
    frame = edge.render(current_app, db(), row, audience)
    response = Response(frame.body, mimetype="application/json")
    response.set_etag(frame.etag)
    response.headers["Cache-Control"] = "no-cache"
    return response.make_conditional(request)


@bp.get("/stream")
def stream(live: str) -> ResponseReturnValue:
    """Only the server's shell can stream; here the page learns that it has to ask for the state by itself."""
    return "", 204


@bp.post("/moves")
def moves(live: str) -> ResponseReturnValue:
    """Make the move `{"move": "step", "to": 3, "turn": 7}`; `turn` is what the mover had on screen.

    The answer names the turn that the move made, so that the next one need not wait for its frame.
    """
    audience = request.args.get("as", "staff")
    who = actor("board" if audience == "board" else "login")
    if not isinstance(who, Board | Staff):
        raise edge.Refused(401, "sign-in")
    data = request.get_json(silent=True)
    if not isinstance(data, dict) or not isinstance(data.get("turn"), int):
        raise edge.Refused(422, "bad-move")
    row = edge.live_for(db(), who, live, audience)
    try:
        seq = make(db(), row, who, parse(data), data["turn"], clock.now())
    except Stale:
        raise edge.Refused(409, "stale") from None
    except NotAllowed as error:
        raise edge.Refused(403, error.code) from None
    except IllegalMove as error:
        raise edge.Refused(422, error.code) from None
    after_commit_publish(live, seq)
    return jsonify(seq=seq, turn=row.turn)


@bp.post("/entries")
def entries(live: str) -> ResponseReturnValue:
    """Decide about a text the class wrote: `{"round", "entry", "decision"}`; any staff of the hour may."""
    who = actor("login")
    if not isinstance(who, Staff):
        raise edge.Refused(401, "sign-in")
    row = edge.live_for(db(), who, live, "staff")
    data = request.get_json(silent=True)
    if not isinstance(data, dict) or data.get("decision") not in DECISIONS:
        raise edge.Refused(422, "bad-move")
    try:
        seq = decide(db(), row, str(data.get("round")), str(data.get("entry")), Decision(data["decision"]), clock.now())
    except UnknownText:
        raise edge.Refused(404, "unknown-text") from None
    after_commit_publish(live, seq)
    return jsonify(seq=seq)


@bp.post("/answers")
def answers(live: str) -> ResponseReturnValue:
    """Store an answer `{"id", "seat", "round", "response", "confidence"}`; answered after it is safe."""
    answer = edge.parse_answer(current_app, request.cookies, live, request.get_data())
    sink = cast("AnswerSink", current_app.extensions["sink"])
    try:
        receipt = sink.put(answer).result(timeout=30)
    except SinkFull:
        return jsonify(code="busy"), 503, {"Retry-After": "1"}
    return jsonify(dict(receipt.body)), receipt.status


@bp.get("/mine")
def mine(live: str) -> ResponseReturnValue:
    """The seats of this device and what they answered: `{"seats": [...], "answers": [...]}`."""
    who = actor("device")
    if not isinstance(who, Device):
        raise edge.Refused(401, "sign-in")
    edge.live_for(db(), who, live, "seats")
    return jsonify(edge.mine(db(), who))

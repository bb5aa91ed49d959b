"""The board's pages: waiting for an hour, typing the hour's key, showing the hour."""

from __future__ import annotations

import json
from typing import Any

from flask import Response, current_app, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from app.access import NotFound
from app.domain.roles import Board
from app.features.board import bp
from app.features.board.forms import KeyForm
from app.features.board.queries import kept_slides, live_of, runs
from app.features.board.service import fresh_board, own_board, waiting_board
from app.web import clock
from app.web import live as edge
from app.web.address import base_url, qr_svg, shown
from app.web.cookies import set_token
from app.web.login import actor, needs_board
from app.web.messages import MESSAGES, wait_message
from app.web.security import csrf, is_own_origin
from app.web.transaction import after_commit_publish, after_commit_revoke, db, keep_changes
from app.work.boards import NotPaired, pair_by_key
from app.work.login import LONGEST
from app.work.tokens import SYMBOLS


@bp.get("/board")
@bp.get("/tafel")
def start() -> ResponseReturnValue:
    """The code of this board. The page's script asks for it, since a GET must not make one."""
    who = actor("board")
    if isinstance(who, Board) and runs(db(), who.live):
        return redirect(url_for("board.show"))
    return render_template("board/start.html", host=shown(_base()))


@bp.post("/board/pairings")
def pairings() -> ResponseReturnValue:
    """Make this browser a board that waits: `{"code": "306518"}`, or code null when it is in an hour already.

    `{"new": true}` throws the old code away. 403 for a request that does not come from a page of ours.
    """
    if not is_own_origin(request.headers, current_app.extensions["settings"]):
        return jsonify(code="origin", message=str(MESSAGES["origin"])), 403
    data = request.get_json(silent=True)
    who, now = actor("board"), clock.now()
    if isinstance(data, dict) and data.get("new") is True:
        waiting, old = fresh_board(db(), who, now)
        if old:
            after_commit_revoke(old)
    else:
        waiting = waiting_board(db(), who, now)
    response = jsonify(code=waiting.code)
    if waiting.token:
        set_token(response, "board", waiting.token, LONGEST)
    return response


csrf.exempt(pairings)  # JSON, checked by its origin


@bp.get("/board/state")
def state() -> ResponseReturnValue:
    """Whether the hour has come: `{"paired": false}`. 401 when this browser is no board (any more)."""
    who = actor("board")
    if not isinstance(who, Board):
        return jsonify(code="no-board"), 401
    response = jsonify(paired=runs(db(), who.live))
    response.add_etag()
    response.headers["Cache-Control"] = "no-cache"
    return response.make_conditional(request)


@bp.route("/board/key", methods=["GET", "POST"])
def key() -> ResponseReturnValue:
    """Open an hour with the key from its printed sheet. What was typed stays after an error."""
    form = KeyForm()
    if not form.validate_on_submit():
        return _key_page(form, 422 if form.is_submitted() else 200)
    now = clock.now()
    board, token = own_board(db(), actor("board"), now)
    try:
        live = pair_by_key(db(), board, form.key.data or "", now)
    except NotPaired as error:
        keep_changes()  # the wrong try is counted
        message = wait_message(error.wait) if error.code == "wait" else str(MESSAGES[error.code])
        form.key.errors = [message]
        return _with_token(_key_page(form, 429 if error.code == "wait" else 422), token)
    after_commit_publish(live.key, live.seq)
    return _with_token(make_response(redirect(url_for("board.show"))), token)


@bp.get("/board/show")
@needs_board
def show() -> ResponseReturnValue:
    """The hour. The first frame stands in the page, the rest comes by the channel; all slides lie behind it."""
    who = actor("board")
    live = live_of(db(), who.live) if isinstance(who, Board) else None
    if live is None:
        return redirect(url_for("board.start"))
    frame: dict[str, Any] = json.loads(edge.render(current_app, db(), live, "board").body)
    return render_template(
        "board/show.html",
        live_key=live.key,
        frame=frame,
        stage=Markup(frame["html"]),  # noqa: S704 - rendered by our own template, with escaping
        kept=kept_slides(db(), live),
        slides=edge.rendered(current_app, db(), live),
        host=shown(_base()),
    )


@bp.get("/board/join.svg")
@needs_board
def join_code() -> ResponseReturnValue:
    """The QR code that leads a phone into this board's hour."""
    who = actor("board")
    live = live_of(db(), who.live) if isinstance(who, Board) else None
    if live is None or not live.join_code:
        raise NotFound("join code")
    return Response(qr_svg(f"{_base()}{url_for('join.code')}?code={live.join_code}"), mimetype="image/svg+xml")


def _key_page(form: KeyForm, status: int) -> Response:
    return make_response(render_template("board/key.html", form=form, symbols=SYMBOLS), status)


def _with_token(response: Response, token: str | None) -> Response:
    if token:
        set_token(response, "board", token, LONGEST)
    return response


def _base() -> str:
    return base_url(current_app.extensions["settings"], request.scheme, request.host)

"""The page for the code, and the seat."""

from __future__ import annotations

import json
from typing import cast

from flask import Response, current_app, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.domain.roles import Device, Pupil
from app.features.join import bp
from app.features.join.forms import CodeForm
from app.features.join.queries import ended, fits, kinds_of, live_of, place_of
from app.features.join.service import take_seat
from app.web import clock
from app.web import live as edge
from app.web.cookies import set_token
from app.web.login import actor, needs_device
from app.web.messages import MESSAGES
from app.web.transaction import after_commit_publish, after_commit_revoke, db
from app.web.words import code_halves
from app.work.login import LONGEST
from app.work.seats import find_hour
from app.work.tokens import normal_code


@bp.route("/mit", methods=["GET", "POST"])
@bp.route("/join", methods=["GET", "POST"])
def code() -> ResponseReturnValue:
    """Join with the code from the board, typed or brought by the QR code. What was typed stays after an error.

    A phone that sits in this hour already goes to its seat instead of taking a second one.
    """
    place, who, now = place_of(db(), actor("device")), actor(), clock.now()
    sits = place is not None and fits(db(), place, who, now)
    if request.method != "POST":
        typed = normal_code(request.args.get("code", "")[:20])
        if place and sits and typed in {"", place.code}:
            return redirect(url_for("join.seat"))
        return _code_page(CodeForm(data={"code": code_halves(typed)}), 200, forget=place is None)
    form = CodeForm()
    if not form.validate():
        return _code_page(form, 422)
    typed = normal_code(form.code.data or "")
    if place and sits and typed == place.code:
        return redirect(url_for("join.seat"), 303)
    live = find_hour(db(), typed)
    if live is None:
        over = ended(db(), typed)
        form.code.errors = [str(MESSAGES["hour-over" if over else "no-hour"])]
        return _code_page(form, 410 if over else 404)
    taken = take_seat(db(), live, actor("device"), who, now)
    after_commit_publish(live.key, live.seq)
    for token in taken.left:
        after_commit_revoke(token)
    response = make_response(redirect(url_for("join.seat"), 303))
    set_token(response, "device", taken.token, LONGEST)
    return response


@bp.get("/join/seat")
@needs_device
def seat() -> ResponseReturnValue:
    """The seat. The first frame and the own answers stand in the page, the rest comes by the channel."""
    who = cast("Device", actor("device"))
    live = live_of(db(), who)
    frame = edge.render(current_app, db(), live, "seats")
    mine = edge.mine(db(), who)
    signed_in = actor()
    own = bool(mine["seats"]) and not mine["seats"][0]["name"] and isinstance(signed_in, Pupil)
    return render_template(
        "join/seat.html",
        live_key=live.key,
        code=live.join_code,
        frame=json.loads(frame.body),
        kinds=kinds_of(db(), live.version),
        part=frame.html,
        mine=mine,
        name=cast("Pupil", signed_in).name if own else mine["seats"][0]["name"] if mine["seats"] else "",
    )


def _code_page(form: CodeForm, status: int, *, forget: bool = False) -> Response:
    """`forget`: nothing on this phone can still be sent, so it must not keep answers of whoever had it before."""
    return make_response(render_template("join/code.html", form=form, forget=forget), status)

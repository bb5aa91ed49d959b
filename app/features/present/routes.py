"""The mentor's pages."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access import get_live_for_staff, hours_of
from app.features.present import bp, queries, service
from app.features.present.forms import PairForm
from app.web import clock
from app.web import live as edge
from app.web.address import base_url, shown
from app.web.login import needs_staff, staff
from app.web.messages import MESSAGES
from app.web.transaction import after_commit_publish, db
from app.work import boards

AHEAD = timedelta(days=14)
BACK = timedelta(days=14)


@bp.get("")
@needs_staff()
def hours() -> ResponseReturnValue:
    """Today's hours, then those to come, then the last ones."""
    now = clock.now()
    cards = queries.cards(db(), hours_of(db(), staff(), now - BACK, now + AHEAD))
    today = clock.today()
    return render_template(
        "present/hours.html",
        today=[one for one in cards if _day(one.starts_at) == today],
        coming=[one for one in cards if _day(one.starts_at) > today],
        past=[one for one in reversed(cards) if _day(one.starts_at) < today],
    )


@bp.get("/<key>")
@needs_staff()
def hour(key: str) -> ResponseReturnValue:
    """One hour: when, who, what, and the state of its board."""
    return _hour_page(key, PairForm(), 200)


@bp.post("/<key>/open")
@needs_staff()
def open_hour(key: str) -> ResponseReturnValue:
    """Let the class in, and go to the remote."""
    live = get_live_for_staff(db(), staff(), key)
    if live.status == "finished":
        flash(str(MESSAGES["finished"]), "warn")
        return redirect(url_for("present.hour", key=key))
    after_commit_publish(live.key, service.open_hour(db(), live, staff(), clock.now()))
    return redirect(url_for("present.remote", key=key))


@bp.post("/<key>/pair")
@needs_staff()
def pair(key: str) -> ResponseReturnValue:
    """Pair the board that shows this code with the hour, which opens by it."""
    form = PairForm()
    live = get_live_for_staff(db(), staff(), key)
    if not form.validate_on_submit():
        return _hour_page(key, form, 422)
    if live.status == "finished":
        form.code.errors = [MESSAGES["finished"]]
        return _hour_page(key, form, 409)
    try:
        boards.pair_by_code(db(), live, form.code.data or "", clock.now())
    except boards.NotPaired as refused:
        form.code.errors = [MESSAGES[refused.code]]
        return _hour_page(key, form, 404)
    after_commit_publish(live.key, service.open_hour(db(), live, staff(), clock.now()))
    flash(_("Die Tafel ist verbunden."), "info")
    return redirect(url_for("present.hour", key=key))


@bp.get("/<key>/remote")
@needs_staff()
def remote(key: str) -> ResponseReturnValue:
    """The remote: notes, time plan, next slide and one big button."""
    live = get_live_for_staff(db(), staff(), key)
    if live.status == "planned":
        return redirect(url_for("present.hour", key=key))
    frame = edge.render(current_app, db(), live, "staff")
    return render_template("present/remote.html", live=live, frame=frame, login=staff().login)


@bp.get("/<key>/sheet")
@needs_staff()
def sheet(key: str) -> ResponseReturnValue:
    """The printed sheet: all notes, times, expected answers and the hour's key."""
    live = get_live_for_staff(db(), staff(), key)
    page = queries.hour_page(db(), live)
    return render_template(
        "present/sheet.html",
        page=page,
        phases=queries.sheet(page, live.seed),
        board_address=_board_address(),
    )


@bp.get("/<key>/questions")
@needs_staff()
def questions(key: str) -> ResponseReturnValue:
    """The questions of the hour on paper, in the order and with the letters of the board."""
    live = get_live_for_staff(db(), staff(), key)
    page = queries.hour_page(db(), live)
    return render_template("present/questions.html", page=page, questions=queries.questions(page.module, live.seed))


@bp.get("/<key>/material")
@needs_staff()
def material(key: str) -> ResponseReturnValue:
    """What is printed and cut out before the hour: its activities without any device."""
    page = queries.hour_page(db(), get_live_for_staff(db(), staff(), key))
    return render_template("present/material.html", page=page)


def _hour_page(key: str, form: PairForm, status: int) -> ResponseReturnValue:
    live = get_live_for_staff(db(), staff(), key)
    page = queries.hour_page(db(), live)
    shown = render_template(
        "present/hour.html",
        page=page,
        phases=queries.sheet(page, live.seed),
        slides=edge.rendered(current_app, db(), live),
        pair=form,
        board_address=_board_address(),
    )
    return shown, status


def _board_address() -> str:
    """What is typed into the board's browser."""
    base = base_url(current_app.extensions["settings"], request.scheme, request.host)
    return f"{shown(base)}/tafel"


def _day(moment: datetime) -> date:
    return moment.astimezone(clock.ZONE).date()

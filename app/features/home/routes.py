"""The first page, and the sign of life."""

from __future__ import annotations

from flask import Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app.domain.roles import Pupil, Staff
from app.features.home import bp
from app.web.login import actor
from app.web.transaction import db


@bp.get("/")
def start() -> ResponseReturnValue:
    """Two large doors, board and room; whoever is signed in goes on to their own first page."""
    match actor():
        case Staff():
            return redirect(url_for("present.hours"))
        case Pupil():
            return redirect(url_for("learn.start"))
        case _:
            return render_template("home/start.html")


@bp.get("/healthz")
def healthz() -> Response:
    """200 when the database answers; a failing one makes it a 500 like any other page."""
    db().execute(select(1))
    return Response("ok\n", mimetype="text/plain")

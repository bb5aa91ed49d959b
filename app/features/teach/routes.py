"""Teacher's pages: all but one are read only."""

from __future__ import annotations

from flask import current_app, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.access import get_group_for, get_handed_in, get_pupil_in, groups_of, handed_in
from app.domain.roles import Role
from app.features.teach import bp, queries
from app.features.teach.handed import handed
from app.web import clock
from app.web.login import needs_staff, staff
from app.web.transaction import db


@bp.get("")
@needs_staff(Role.TEACHER)
def groups() -> ResponseReturnValue:
    """The groups of this teacher."""
    return render_template("teach/groups.html", groups=queries.cards(db(), groups_of(db(), staff(), clock.today())))


@bp.get("/<key>")
@needs_staff(Role.TEACHER)
def group(key: str) -> ResponseReturnValue:
    """One group: who has done what, by competence."""
    found = get_group_for(db(), staff(), key, clock.today())
    page = queries.group_page(db(), found, current_app.extensions["library"], clock.today())
    return render_template("teach/group.html", page=page, handed=handed(db(), handed_in(db(), found)))


@bp.post("/<key>/handed/<entry>")
@needs_staff(Role.TEACHER)
def done(key: str, entry: str) -> ResponseReturnValue:
    """The teacher has seen to a text that was handed over."""
    found = get_group_for(db(), staff(), key, clock.today())
    get_handed_in(db(), found, entry).done_at = clock.now()
    return redirect(url_for("teach.group", key=key), 303)


@bp.get("/<key>/<pupil>")
@needs_staff(Role.TEACHER)
def pupil(key: str, pupil: str) -> ResponseReturnValue:
    """One pupil of one group."""
    found = get_group_for(db(), staff(), key, clock.today())
    who = get_pupil_in(db(), found, pupil, clock.today())
    page = queries.pupil_page(db(), found, who, current_app.extensions["library"], clock.today())
    return render_template("teach/pupil.html", page=page)

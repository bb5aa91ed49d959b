"""Groups and the pupils in them: for staff with a placement that runs today, and never a name for mentors."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from app.access.errors import NotFound
from app.db.models import Group, Membership, Placement, Pupil
from app.domain.roles import Actor, Role, Staff


def groups_of(session: Session, actor: Actor, today: date) -> list[Group]:
    """The groups whose reports `actor` may read, by name: teachers see those they are placed with."""
    return list(session.scalars(_groups(actor, today).order_by(Group.name)))


def get_group_for(session: Session, actor: Actor, key: str, today: date) -> Group:
    """The group under `key`, for a teacher placed with it today. Raises NotFound."""
    group = session.scalar(_groups(actor, today).where(Group.key == key))
    if group is None:
        raise NotFound(key)
    return group


def get_pupil_in(session: Session, group: Group, key: str, today: date) -> Pupil:
    """The pupil under `key` who belongs to `group` today. Raises NotFound."""
    pupil = session.scalar(
        select(Pupil)
        .join(Membership, Membership.pupil_id == Pupil.id)
        .where(Pupil.key == key, Membership.group_id == group.id, running(Membership, today))
    )
    if pupil is None:
        raise NotFound(key)
    return pupil


def running(rows: type[Membership] | type[Placement], today: date) -> ColumnElement[bool]:
    """These memberships or placements have begun and not ended on `today`."""
    return (rows.since <= today) & (rows.until.is_(None) | (rows.until >= today))


def _groups(actor: Actor, today: date) -> Select[Group]:
    """Groups with names and results in them: teachers only, since a mentor's device never receives a pupil's name."""
    if not isinstance(actor, Staff) or actor.role is not Role.TEACHER:
        raise NotFound
    return (
        select(Group)
        .join(Placement, Placement.group_id == Group.id)
        .where(Placement.staff_id == actor.id, running(Placement, today))
    )

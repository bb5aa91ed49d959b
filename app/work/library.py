"""Module versions: from disk into the database, and from there back as values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.content.canonical import from_json, to_json
from app.db.base import insert_ignore
from app.db.models import ContentVersion
from app.domain.content import Module

MOST_KEPT = 200
_modules: dict[str, Module] = {}


def store_versions(session: Session, modules: Iterable[Module], now: datetime) -> None:
    """Put every version of `modules` that the database does not know yet into it."""
    wanted = {one.version: one for one in modules}
    known = set(session.scalars(select(ContentVersion.version).where(ContentVersion.version.in_(wanted))))
    for version, module in wanted.items():
        if version not in known:
            row = {"version": version, "slug": module.slug, "canonical": to_json(module), "added_at": now}
            session.execute(insert_ignore(session, ContentVersion), row)


def module_at(session: Session, version: str) -> Module:
    """The module as it was under `version`. Raises LookupError for a version that was never stored.

    A version never changes, so it is read once and then kept in memory.
    """
    return _modules.get(version) or _read(session, version)


def _read(session: Session, version: str) -> Module:
    canonical = session.scalar(select(ContentVersion.canonical).where(ContentVersion.version == version))
    if canonical is None:
        raise LookupError(version)
    module = from_json(canonical)
    if len(_modules) >= MOST_KEPT:
        _modules.pop(next(iter(_modules)), None)
    _modules[version] = module
    return module

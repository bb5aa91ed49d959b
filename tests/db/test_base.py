"""Column types and statements of our own, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError, StatementError

from app.db.base import insert_ignore, new_key
from app.db.models import Attempt, ContentVersion, LiveSession, School, Staff
from tests.support.world import World

NOW = datetime(2026, 11, 24, 9, 5, 7, 123456, tzinfo=UTC)


def test_insert_ignore_leaves_out_what_is_there_and_says_so(world: World) -> None:
    row = {"version": "w" * 64, "slug": "x", "canonical": "{}", "added_at": NOW}
    with world.session() as session:
        made = insert_ignore(session, ContentVersion).returning(ContentVersion.__table__.c.version)
        assert session.scalar(made.values(row)) == "w" * 64
        assert session.scalar(made.values(row | {"slug": "y"})) is None
        session.commit()
        assert session.scalar(select(ContentVersion.slug).where(ContentVersion.version == "w" * 64)) == "x"


def test_insert_ignore_keeps_the_good_rows_of_a_batch(world: World) -> None:
    with world.session() as session:
        first = {"version": "a" * 64, "slug": "x", "canonical": "{}", "added_at": NOW}
        session.execute(insert_ignore(session, ContentVersion).values([first, first, first | {"version": "b" * 64}]))
        known = select(func.count()).where(ContentVersion.version.in_(["a" * 64, "b" * 64]))
        assert session.scalar(known) == 2


def test_moments_come_back_as_they_went_in(world: World) -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=5, minutes=30)))
    with world.session() as session:
        session.add(ContentVersion(version="t" * 64, slug="x", canonical="{}", added_at=elsewhere))
        session.commit()
        session.expire_all()
        found = session.get_one(ContentVersion, "t" * 64).added_at
        assert (found, found.tzinfo) == (NOW, UTC)
        session.expunge_all()
        later = ContentVersion.added_at > NOW - timedelta(microseconds=1)
        assert session.scalar(select(func.count()).where(ContentVersion.version == "t" * 64, later)) == 1


def test_a_moment_without_a_zone_is_refused(world: World) -> None:
    with world.session() as session:
        session.add(ContentVersion(version="t" * 64, slug="x", canonical="{}", added_at=NOW.replace(tzinfo=None)))
        with pytest.raises(StatementError, match="without a time zone"):
            session.flush()


@pytest.mark.parametrize(
    ("model", "column", "value"),
    [
        (Staff, "role", "headmaster"),
        (LiveSession, "phase", "break"),
        (LiveSession, "status", "open"),
        (Attempt, "context", "exam"),
        (Attempt, "confidence", "maybe"),
        (Attempt, "score", 1.5),
    ],
)
def test_the_database_refuses_what_no_code_means(
    world: World, model: type[Staff | LiveSession | Attempt], column: str, value: object
) -> None:
    with world.session() as session:
        row = session.scalars(select(model).limit(1)).one()
        setattr(row, column, value)
        with pytest.raises(IntegrityError):
            session.flush()


def test_deleting_a_school_takes_everything_of_it_along(world: World) -> None:
    with world.session() as session:
        for one in session.scalars(select(School)).all():
            session.delete(one)
        session.commit()
        assert session.scalar(select(func.count()).select_from(Attempt)) == 0
        assert session.scalar(select(func.count()).select_from(LiveSession)) == 0


def test_keys_are_22_characters_and_never_the_same() -> None:
    keys = {new_key() for _ in range(200)}
    assert len(keys) == 200
    assert {len(one) for one in keys} == {22}

"""The demo world: complete, the same again for the same moment, and made anew by one command."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.cli import main
from app.content.loader import load
from app.db.base import Base
from app.db.engine import make_engine, make_sessions
from app.db.migrate import upgrade
from app.db.models import Attempt, Card, Group, LiveSession, LiveStaff, Membership, Placement, Pupil, Staff, Standing
from app.demo import fill, is_demo, logins, refresh
from app.demo.practice import WEEKS
from app.work import standings
from tests.support.world import STAFF_KEYS, World

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def made(folder: Path, now: datetime, modules: Path) -> dict[str, Any]:
    """What a world as of `now` holds of people, answers, levels and secrets."""
    engine = make_engine(f"sqlite:///{folder / 'demo.sqlite3'}")
    upgrade(engine)
    with make_sessions(engine).begin() as session:
        fill(session, load(modules, now.date()), now, "key")
        secrets = {*session.scalars(select(LiveSession.hour_key)), *session.scalars(select(Card.link_hash))}
        found = {**snapshot(session), "secrets": secrets}
    engine.dispose()
    return found


def snapshot(session: Session) -> dict[str, Any]:
    attempts = select(
        Attempt.pupil_id, Attempt.question, Attempt.context, Attempt.response, Attempt.confidence, Attempt.answered_at
    )
    sums = select(Standing.pupil_id, Standing.competence, Standing.level, Standing.recent)
    return {
        "pupils": session.execute(select(Pupil.id, Pupil.name).order_by(Pupil.id)).all(),
        "attempts": session.execute(attempts.order_by(Attempt.id)).all(),
        "standings": session.execute(sums.order_by(Standing.pupil_id, Standing.competence)).all(),
    }


def test_everybody_of_the_design_lives_there(world: World) -> None:
    with world.session() as session:
        sizes = dict(
            session.execute(
                select(Group.name, func.count()).join(Membership, Membership.group_id == Group.id).group_by(Group.name)
            ).all()
        )
        assert sizes["8b"] == 24
        course = select(Membership.pupil_id).join(Group).where(Group.kind == "course")
        homes = select(Group.name).join(Membership).where(Group.kind == "class", Membership.pupil_id.in_(course))
        assert len(set(session.scalars(homes))) == 2
        placed = dict(session.execute(select(Staff.email, Placement.group_id).join(Placement)).all())
        assert {world.staff(session, one).email for one in STAFF_KEYS} - set(placed) == {
            world.staff(session, "coordinator").email
        }
        assert world.staff(session, "stranger").school_id != world.staff(session, "teacher").school_id
        assert all(one.endswith(".example") for one in session.scalars(select(Staff.email)))
        cards = select(func.count()).select_from(Card)
        assert session.scalar(cards) == 24


def test_every_page_has_something_to_show(world: World) -> None:
    with world.session() as session:
        moments = session.scalars(select(Attempt.answered_at)).all()
        assert max(moments) - min(moments) > timedelta(weeks=WEEKS - 2)
        assert set(session.scalars(select(Attempt.context))) >= {"practice", "live"}
        assert len(set(session.scalars(select(Standing.level)))) >= 3
        for group in ("8b", "Kurs Medien"):
            held = select(LiveSession.status).where(LiveSession.group_id == world.group(session, group).id)
            assert "finished" in session.scalars(held).all()
        for who in ("teacher", "co_teacher", "mentor", "mentor_home"):
            hours = select(LiveSession.status).join(LiveStaff).where(LiveStaff.staff_id == world.staff(session, who).id)
            assert set(session.scalars(hours)) >= {"finished", "planned"}, who
        begun = select(func.count(func.distinct(Attempt.pupil_id))).join(Pupil, Pupil.id == Attempt.pupil_id)
        assert session.scalar(begun.where(Pupil.school_id == world.pupil(session, "Clara").school_id)) > 0  # type: ignore[operator]


def test_the_sums_are_those_of_the_attempts(world: World) -> None:
    with world.session() as session:
        before = snapshot(session)["standings"]
        standings.rebuild(session)
        assert snapshot(session)["standings"] == before


def test_the_same_moment_gives_the_same_people_and_answers_but_no_secret_twice(tmp_path: Path, world: World) -> None:
    one, other = (made(tmp_path / name, NOW, world.settings.modules) for name in ("one", "other"))
    assert len(one["attempts"]) > 300
    secrets = one.pop("secrets") | other.pop("secrets")
    assert one == other
    assert len(secrets) == 2 * (24 + 3)


@pytest.mark.parametrize("days", [0, 1, 30])
def test_a_start_on_another_day_plans_an_hour_for_it_once(world: World, days: int) -> None:
    now = datetime.now(UTC) + timedelta(days=days)
    library = world.app.extensions["library"]
    with world.session() as session:
        before = session.scalar(select(func.count()).select_from(LiveSession)) or 0
        refresh(session, library, now)
        refresh(session, library, now)
        session.flush()
        assert session.scalar(select(func.count()).select_from(LiveSession)) == before + (1 if days else 0)
        shown = logins(session, now)
        assert len(shown.cards) == 3
        assert len(shown.staff) == 6
        hour = session.scalars(select(LiveSession).where(LiveSession.hour_key == shown.hour_key)).one()
        berlin = ZoneInfo("Europe/Berlin")
        assert hour.starts_at.astimezone(berlin).date() == now.astimezone(berlin).date()


@pytest.fixture
def command(world: World, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs `techteens` on this test's world."""
    monkeypatch.setenv("DATABASE_URL", world.settings.database_url)
    monkeypatch.setenv("TECHTEENS_INSTANCE", str(world.settings.instance))
    monkeypatch.setenv("TECHTEENS_MODULES", str(world.settings.modules))
    return lambda *words: main(words)


def test_reset_makes_the_world_as_new(world: World, command: Any) -> None:
    with world.session() as session, session.begin():
        before = {
            one.name: session.scalar(select(func.count()).select_from(one)) for one in Base.metadata.sorted_tables
        }
        session.delete(world.pupil(session, "Mila"))
        world.staff(session, "teacher").name = "Somebody Else"
    assert command("demo", "--reset") == 0
    with world.session() as session:
        after = {one.name: session.scalar(select(func.count()).select_from(one)) for one in Base.metadata.sorted_tables}
        assert after == before
        assert world.staff(session, "teacher").name == "Sabine Krause"
        assert is_demo(session)


def test_reset_leaves_a_real_school_alone(world: World, command: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with world.session() as session, session.begin():
        world.staff(session, "teacher").email = "somebody@school.example"
    assert command("demo", "--reset") == 1
    assert "Es wurde nichts geändert" in capsys.readouterr().err
    with world.session() as session:
        assert session.scalar(select(func.count()).select_from(Attempt)) > 300  # type: ignore[operator]


def test_the_sums_can_be_made_anew_by_command(world: World, command: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with world.session() as session, session.begin():
        before = snapshot(session)["standings"]
        for one in session.scalars(select(Standing)):
            one.level, one.recent = 0, []
    assert command("progress", "rebuild") == 0
    assert capsys.readouterr().out == f"Stände neu berechnet: {len(before)}.\n"
    with world.session() as session:
        assert snapshot(session)["standings"] == before

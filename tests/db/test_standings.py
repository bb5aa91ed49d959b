"""What counts for a standing: the first try of a question, in a context, on a day (docs/decisions/0005)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from app.content.canonical import with_version
from app.db.base import new_key
from app.db.models import Pupil, Standing
from app.demo.world import TODAYS_MODULE
from app.domain.content import Module
from app.domain.grading import full_credit
from app.web import clock
from app.work.attempts import record
from app.work.library import store_versions
from app.work.standings import rebuild
from tests.support.world import World


def tries(world: World, *modules: Module) -> list[int]:
    """How many tries count for somebody new after answering the first question of each of `modules` in turn today."""
    counted = []
    with world.session() as session, session.begin():
        store_versions(session, modules, clock.now())
        group = world.group(session, "8b")
        pupil = Pupil(key=new_key(), school_id=group.school_id, name="Wanda")
        session.add(pupil)
        session.flush()
        for n, module in enumerate(modules):
            question = module.questions[0]
            record(
                session,
                key=new_key(),
                pupil=pupil.id,
                module=module,
                question=question.id,
                context="practice",
                seed=1,
                response=full_credit(question),
                confidence=None,
                now=clock.now() + timedelta(milliseconds=n),
            )
            mine = select(Standing).where(Standing.pupil_id == pupil.id)
            counted.append(sum(len(one.recent) for one in session.scalars(mine)))
        rebuild(session)
        assert sum(len(one.recent) for one in session.scalars(mine)) == counted[-1]
        session.rollback()
    return counted


def test_a_second_try_on_a_day_does_not_count_not_even_at_a_newer_version(world: World) -> None:
    module = world.app.extensions["library"].modules[TODAYS_MODULE]
    newer = with_version(replace(module, title="Neuer Titel"))
    assert newer.version != module.version
    assert tries(world, module, module, newer) == [1, 1, 1]


def test_two_modules_may_use_the_same_id(world: World) -> None:
    module = world.app.extensions["library"].modules[TODAYS_MODULE]
    assert tries(world, module, with_version(replace(module, slug="s9-anders"))) == [1, 2]

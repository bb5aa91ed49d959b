"""The teacher's pages: who has done what, by competence, and one pupil."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.base import new_key
from app.db.models import Group, Membership, Placement, Pupil
from app.demo.world import TODAYS_MODULE
from app.domain.questions import Choice
from app.work.attempts import record
from tests.support.world import World


@pytest.fixture
def fresh(world: World) -> tuple[str, str]:
    """The keys of a class that has not had its first hour, and of the one pupil in it."""
    day = datetime.now(UTC).date() - timedelta(days=1)
    with world.session() as session, session.begin():
        year = world.group(session, "8b")
        group = Group(key=new_key(), school_id=year.school_id, year_id=year.year_id, kind="class", name="5z", grade=5)
        pupil = Pupil(key=new_key(), school_id=year.school_id, name="Wanda")
        session.add_all((group, pupil))
        session.flush()
        session.add(Membership(group_id=group.id, pupil_id=pupil.id, list_number=1, since=day))
        session.add(Placement(staff_id=world.staff(session, "teacher").id, group_id=group.id, since=day))
        return group.key, pupil.key


def answer_wrong(world: World, session: Session, pupil: str, mis: str) -> int:
    """Let `pupil` give every answer of the module behind which `mis` hides; returns how many questions that were."""
    module = world.app.extensions["library"].modules[TODAYS_MODULE]
    row = session.scalars(select(Pupil).where(Pupil.key == pupil)).one()
    wrong = [
        (question.id, next(one.id for one in question.options if one.mis == mis))
        for question in module.questions
        if isinstance(question, Choice) and any(one.mis == mis for one in question.options)
    ]
    for question, option in wrong:
        record(
            session,
            key=new_key(),
            pupil=row.id,
            module=module,
            question=question,
            context="practice",
            seed=1,
            response={"option": option},
            confidence="sure",
            now=datetime.now(UTC),
        )
    return len(wrong)


def test_a_class_without_answers_says_what_will_stand_here(world: World, fresh: tuple[str, str]) -> None:
    group, pupil = fresh
    teacher = world.client_for("teacher")
    page = teacher.get(f"/teach/{group}").text
    assert "Noch keine Ergebnisse. Nach der ersten Stunde steht hier der Stand der Klasse." in page
    page = teacher.get(f"/teach/{group}/{pupil}").text
    assert "Noch keine Antworten." in page
    assert "Stufe" not in page


def test_a_misconception_is_named_once_however_many_questions_look_for_it(world: World, fresh: tuple[str, str]) -> None:
    group, pupil = fresh
    with world.session() as session, session.begin():
        assert answer_wrong(world, session, pupil, "alles-ist-betrug") > 1
    page = world.client_for("teacher").get(f"/teach/{group}/{pupil}").text
    assert page.count("„Alles ist Betrug“") == 1


def test_a_class_sees_the_competences_of_what_it_did(world: World, fresh: tuple[str, str]) -> None:
    group, pupil = fresh
    library = world.app.extensions["library"]
    with world.session() as session, session.begin():
        answer_wrong(world, session, pupil, "alles-ist-betrug")
    page = world.client_for("teacher").get(f"/teach/{group}").text
    wanted = {library.competences[one.competence].name for one in library.modules[TODAYS_MODULE].questions}
    assert set(re.findall(r'<th scope="col">([^<]*)</th>', page)) == {*wanted, "Antworten"}


def test_the_class_shows_everybody_with_a_level_in_each_competence(world: World) -> None:
    with world.session() as session:
        group = world.group(session, "8b").key
    page = world.client_for("teacher").get(f"/teach/{group}").text
    columns = page.count('<th scope="col">') - 1  # the last one is the number of answers
    assert page.count('<th scope="row">') == 24
    assert page.split("<tbody>")[1].split("</tbody>")[0].count('class="cell"') == 24 * columns

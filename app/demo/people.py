"""Who lives in the demo world. All names are invented; addresses end in `.example`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.db.models import Group, Membership, Placement, Pupil, School, SchoolYear, Staff
from app.domain.roles import Role

# fmt: off
CLASS_8B = (
    "Mila", "Yusuf", "Emma", "Leon", "Amira", "Finn", "Lina", "Karim", "Hanna", "Milan", "Zoe", "Emil", "Leyla",
    "Jonas", "Nele", "Tarik", "Ida", "Anton", "Mai", "Oskar", "Sara", "Paul", "Defne", "Luis",
)
CLASS_9A = ("Frieda", "Malik", "Ella", "Ben", "Rana", "Theo", "Greta", "Samir", "Mathilda", "Kian", "Jule", "Arda")
OTHER_SCHOOL = ("Clara", "Noah", "Aylin", "Max")
# fmt: on


@dataclass(frozen=True)
class StaffMember:
    """One adult of the demo world; `key` is what tests and docs call them."""

    key: str
    role: Role
    first_name: str
    name: str
    email: str


STAFF = (
    StaffMember("teacher", Role.TEACHER, "Sabine", "Sabine Krause", "krause@lindenschule.example"),
    StaffMember("co_teacher", Role.TEACHER, "Tomasz", "Tomasz Nowak", "nowak@lindenschule.example"),
    StaffMember("mentor", Role.MENTOR, "Priya", "Priya Nair", "priya@techteens.example"),
    StaffMember("mentor_home", Role.MENTOR, "Jonas", "Jonas Weber", "jonas@techteens.example"),
    StaffMember("coordinator", Role.COORDINATOR, "Katrin", "Katrin Vogel", "vogel@techteens.example"),
    StaffMember("stranger", Role.TEACHER, "Ulrich", "Ulrich Sommer", "sommer@auenschule.example"),
)


@dataclass(frozen=True)
class People:
    """The rows of the demo world that its history is built on."""

    class_8b: Group
    course: Group
    pupils_8b: tuple[Pupil, ...]
    course_pupils: tuple[Pupil, ...]
    other_pupils: tuple[Pupil, ...]
    staff: dict[str, Staff]


def settle(session: Session, today: date, password_hash: str) -> People:
    """Two schools with their groups and people, in the school year that `today` lies in."""
    linden = School(name="Lindenschule Musterstadt")
    auen = School(name="Auenschule Musterstadt")
    session.add_all([linden, auen])
    session.flush()
    years = {one.id: _year(session, one, today) for one in (linden, auen)}
    class_8b = Group(school=linden, year_id=years[linden.id].id, kind="class", name="8b", grade=8)
    class_9a = Group(school=linden, year_id=years[linden.id].id, kind="class", name="9a", grade=9)
    course = Group(school=linden, year_id=years[linden.id].id, kind="course", name="Kurs Medien", grade=None)
    other = Group(school=auen, year_id=years[auen.id].id, kind="class", name="7c", grade=7)
    session.add_all([class_8b, class_9a, course, other])
    session.flush()
    since = years[linden.id].first_day
    pupils_8b = _enrol(session, linden, class_8b, CLASS_8B, since)
    pupils_9a = _enrol(session, linden, class_9a, CLASS_9A, since)
    other_pupils = _enrol(session, auen, other, OTHER_SCHOOL, since)
    course_pupils = (*pupils_8b[:5], *pupils_9a[:7])
    for number, one in enumerate(course_pupils, start=1):
        session.add(Membership(group_id=course.id, pupil_id=one.id, list_number=number, since=since))
    staff = _hire(session, linden, auen, password_hash)
    for key, group in (
        ("teacher", class_8b),
        ("teacher", course),
        ("co_teacher", class_8b),
        ("mentor", class_8b),
        ("mentor", course),
        ("mentor_home", class_8b),
        ("stranger", other),
    ):
        session.add(Placement(staff_id=staff[key].id, group_id=group.id, since=since))
    session.flush()
    return People(class_8b, course, pupils_8b, course_pupils, other_pupils, staff)


def _year(session: Session, school: School, today: date) -> SchoolYear:
    start = today.year if today.month >= 8 else today.year - 1
    name = f"{start}/{(start + 1) % 100:02d}"
    year = SchoolYear(school_id=school.id, name=name, first_day=date(start, 8, 1), last_day=date(start + 1, 7, 31))
    session.add(year)
    session.flush()
    return year


def _enrol(session: Session, school: School, group: Group, names: tuple[str, ...], since: date) -> tuple[Pupil, ...]:
    pupils = tuple(Pupil(school_id=school.id, name=one) for one in names)
    session.add_all(pupils)
    session.flush()
    for number, one in enumerate(pupils, start=1):
        session.add(Membership(group_id=group.id, pupil_id=one.id, list_number=number, since=since))
    return pupils


def _hire(session: Session, linden: School, auen: School, password_hash: str) -> dict[str, Staff]:
    homes = {"teacher": linden.id, "co_teacher": linden.id, "stranger": auen.id}
    staff = {
        one.key: Staff(
            school_id=homes.get(one.key),
            role=one.role,
            email=one.email,
            name=one.name,
            first_name=one.first_name,
            password_hash=password_hash,
        )
        for one in STAFF
    }
    session.add_all(staff.values())
    session.flush()
    return staff

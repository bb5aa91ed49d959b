"""Schools, groups, and the people in them. A pupil is a first name and a list number: nothing else is asked."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.base import Base, Key, one_of
from app.domain.roles import Role


class School(Base):
    """A school, with the zone its days are counted in."""

    __tablename__ = "school"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[Key]
    name: Mapped[str] = mapped_column(String(120))
    zone: Mapped[str] = mapped_column(String(40), default="Europe/Berlin")


class SchoolYear(Base):
    """One school year of one school."""

    __tablename__ = "school_year"
    __table_args__ = (UniqueConstraint("school_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(9))
    first_day: Mapped[date]
    last_day: Mapped[date]


class Group(Base):
    """A class or a course in one school year."""

    __tablename__ = "school_group"
    __table_args__ = (UniqueConstraint("year_id", "name"), one_of("kind", ("class", "course")))

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[Key]
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id", ondelete="CASCADE"), index=True)
    year_id: Mapped[int] = mapped_column(ForeignKey("school_year.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(6))
    name: Mapped[str] = mapped_column(String(40))
    grade: Mapped[int | None]

    school: Mapped[School] = relationship()


class Pupil(Base):
    """A young person: the name the class calls them by."""

    __tablename__ = "pupil"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[Key]
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(40))

    school: Mapped[School] = relationship()


class Membership(Base):
    """A pupil belongs to a group under a list number, from one day to another."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("group_id", "pupil_id"), UniqueConstraint("group_id", "list_number"))

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("school_group.id", ondelete="CASCADE"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id", ondelete="CASCADE"), index=True)
    list_number: Mapped[int]
    since: Mapped[date]
    until: Mapped[date | None]


class Staff(Base):
    """A teacher, mentor or coordinator."""

    __tablename__ = "staff"
    __table_args__ = (one_of("role", Role),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[Key]
    school_id: Mapped[int | None] = mapped_column(ForeignKey("school.id", ondelete="CASCADE"), index=True)
    role: Mapped[Role] = mapped_column(String(12))
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    first_name: Mapped[str] = mapped_column(String(40))
    password_hash: Mapped[str] = mapped_column(String(200))
    until: Mapped[date | None]


class Placement(Base):
    """A member of staff works with a group, from one day to another: what opens the group's pages to them."""

    __tablename__ = "placement"
    __table_args__ = (UniqueConstraint("staff_id", "group_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"))
    group_id: Mapped[int] = mapped_column(ForeignKey("school_group.id", ondelete="CASCADE"), index=True)
    since: Mapped[date]
    until: Mapped[date | None]

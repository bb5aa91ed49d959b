"""Who acts: the five kinds of actor every access question is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a member of staff is here for."""

    TEACHER = "teacher"
    MENTOR = "mentor"
    COORDINATOR = "coordinator"


@dataclass(frozen=True)
class Staff:
    """A signed-in adult.

    `login` is the id of the login row: one device of that person, which can hold the steering right.
    `school` is None for mentors and coordinators, who belong to no single school.
    """

    id: int
    role: Role
    school: int | None
    login: int
    name: str


@dataclass(frozen=True)
class Pupil:
    """A signed-in pupil."""

    id: int
    school: int
    login: int
    name: str


@dataclass(frozen=True)
class Device:
    """A browser that takes part in one live session; it owns one or more seats."""

    id: int
    live: int
    token_hash: str


@dataclass(frozen=True)
class Board:
    """A browser in front of the class, paired with one live session (or waiting for it: `live` is None)."""

    id: int
    live: int | None


@dataclass(frozen=True)
class Stranger:
    """Anybody else."""


Actor = Staff | Pupil | Device | Board | Stranger

STRANGER = Stranger()

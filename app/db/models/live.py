"""One hour with one group, and all that belongs to it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db.base import Base, Key, TokenHash, one_of
from app.db.models.people import Group
from app.domain.collected import Decision
from app.domain.live.state import Hands, Phase


class LiveSession(Base):
    """An hour: planned, running (phase lobby to revealed, once opened) or finished.

    `seq` rises with every change, `turn` with every move only, so that an answer never makes a move stale. `phase` to
    `locked` are the state of `app.domain.live`, together with the rounds.
    """

    __tablename__ = "live_session"
    __table_args__ = (
        one_of("status", ("planned", "running", "finished")),
        one_of("phase", Phase),
        one_of("hands", Hands),
        Index(
            "ix_live_session_open_code",
            "join_code",
            unique=True,
            sqlite_where=text("status = 'running'"),
            postgresql_where=text("status = 'running'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[Key]
    group_id: Mapped[int] = mapped_column(ForeignKey("school_group.id", ondelete="CASCADE"), index=True)
    version: Mapped[str] = mapped_column(ForeignKey("content_version.version"), index=True)
    starts_at: Mapped[datetime] = mapped_column(index=True)
    minutes: Mapped[int]
    room: Mapped[str] = mapped_column(String(40), default="")
    status: Mapped[str] = mapped_column(String(8), default="planned")
    join_code: Mapped[str | None] = mapped_column(String(6))
    hour_key: Mapped[str] = mapped_column(String(8), unique=True)
    seed: Mapped[int]

    seq: Mapped[int] = mapped_column(default=0)
    turn: Mapped[int] = mapped_column(default=0)
    phase: Mapped[Phase] = mapped_column(String(10), default=Phase.LOBBY)
    position: Mapped[int] = mapped_column(default=0)
    hands: Mapped[Hands] = mapped_column(String(5), default=Hands.DOWN)
    present: Mapped[int | None]
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("login.id", ondelete="SET NULL"))
    locked: Mapped[bool] = mapped_column(default=False)
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    group: Mapped[Group] = relationship()


class LiveStaff(Base):
    """Staff of an hour."""

    __tablename__ = "live_staff"
    __table_args__ = (UniqueConstraint("live_id", "staff_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    live_id: Mapped[int] = mapped_column(ForeignKey("live_session.id", ondelete="CASCADE"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)


class Board(Base):
    """A browser that waits to be paired (it has a code) or is paired with one hour (it has none)."""

    __tablename__ = "board"
    __table_args__ = (CheckConstraint("(code IS NULL) OR (live_id IS NULL)", name="waiting_or_paired"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[TokenHash]
    code: Mapped[str | None] = mapped_column(String(6), unique=True)
    live_id: Mapped[int | None] = mapped_column(ForeignKey("live_session.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    paired_at: Mapped[datetime | None]
    wrong_keys: Mapped[int] = mapped_column(default=0)
    wait_until: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class Device(Base):
    """A browser that takes part in one hour."""

    __tablename__ = "device"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[TokenHash]
    live_id: Mapped[int] = mapped_column(ForeignKey("live_session.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class Seat(Base):
    """A place that can answer: a guest under an alias, or a pupil."""

    __tablename__ = "seat"
    __table_args__ = (UniqueConstraint("live_id", "alias"), UniqueConstraint("live_id", "pupil_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[Key]
    live_id: Mapped[int] = mapped_column(ForeignKey("live_session.id", ondelete="CASCADE"))
    device_id: Mapped[int | None] = mapped_column(ForeignKey("device.id", ondelete="SET NULL"), index=True)
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id", ondelete="CASCADE"), index=True)
    alias: Mapped[str | None] = mapped_column(String(40))
    joined_at: Mapped[datetime]
    kicked_at: Mapped[datetime | None]


class Entry(Base):
    """What the staff decided about a text that was written in a round.

    `text_key` is the key of the attempt, or the folded word of a cloud: a decision about a word is one about all who
    wrote it. Texts nobody has decided about have no row. `done_at` says when the teacher had seen to a handed one.
    """

    __tablename__ = "entry"
    __table_args__ = (UniqueConstraint("round_id", "text_key"), one_of("decision", Decision))

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[Key]
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"))
    text_key: Mapped[str] = mapped_column(String(60))
    decision: Mapped[Decision] = mapped_column(String(6))
    decided_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


class Round(Base):
    """One vote on one question of an hour."""

    __tablename__ = "round"
    __table_args__ = (UniqueConstraint("live_id", "question", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[Key]
    live_id: Mapped[int] = mapped_column(ForeignKey("live_session.id", ondelete="CASCADE"))
    question: Mapped[str] = mapped_column(String(60))
    number: Mapped[int]
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    shown_at: Mapped[datetime | None]
    revealed_at: Mapped[datetime | None]

    tallies: Mapped[list[Tally]] = relationship(cascade="all, delete-orphan", order_by="Tally.id")


class Tally(Base):
    """Hands counted for one option of one round."""

    __tablename__ = "tally"
    __table_args__ = (UniqueConstraint("round_id", "option"), CheckConstraint("count >= 0", name="count"))

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"))
    option: Mapped[str] = mapped_column(String(60))
    count: Mapped[int]


class MoveLog(Base):
    """What was done in an hour, for people who look back; never replayed. `hand` is staff or board, never a person."""

    __tablename__ = "move_log"
    __table_args__ = (UniqueConstraint("live_id", "seq"), one_of("hand", ("staff", "board")))

    id: Mapped[int] = mapped_column(primary_key=True)
    live_id: Mapped[int] = mapped_column(ForeignKey("live_session.id", ondelete="CASCADE"))
    seq: Mapped[int]
    at: Mapped[datetime]
    hand: Mapped[str] = mapped_column(String(5))
    move: Mapped[dict[str, Any]]

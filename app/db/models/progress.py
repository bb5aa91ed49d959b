"""Attempts, the source of all progress, and the sum kept from them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base, one_of

CONTEXTS = ("practice", "recall", "live", "paper", "test", "pre", "post")
CONFIDENCES = ("guess", "fairly", "sure")


class Attempt(Base):
    """One answered and graded question, at one content version, in one context.

    `key` is made by the client and makes sending twice harmless. `seed` draws the order the options were shown in.
    `late` answers came after the close: the pupil sees them, no result and no standing counts them. Nor does a standing
    count an answer that took `hints`, or one to a question without a right answer (not `graded`).
    """

    __tablename__ = "attempt"
    __table_args__ = (
        UniqueConstraint("round_id", "seat_id", "try_number"),
        CheckConstraint("score >= 0 AND score <= 1", name="score"),
        one_of("context", CONTEXTS),
        CheckConstraint("hints BETWEEN 0 AND 3", name="hints"),
        CheckConstraint("confidence IS NULL OR confidence IN ('guess', 'fairly', 'sure')", name="confidence"),
        Index("ix_attempt_pupil", "pupil_id", "answered_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(22), unique=True)
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id", ondelete="CASCADE"))
    seat_id: Mapped[int | None] = mapped_column(ForeignKey("seat.id", ondelete="CASCADE"), index=True)
    round_id: Mapped[int | None] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"))
    version: Mapped[str] = mapped_column(ForeignKey("content_version.version"), index=True)
    question: Mapped[str] = mapped_column(String(60))
    competence: Mapped[str] = mapped_column(String(12))
    context: Mapped[str] = mapped_column(String(8))
    try_number: Mapped[int] = mapped_column(default=1)
    seed: Mapped[int]
    response: Mapped[dict[str, Any]]
    confidence: Mapped[str | None] = mapped_column(String(6))
    score: Mapped[float]
    correct: Mapped[bool]
    misconceptions: Mapped[list[str]]
    late: Mapped[bool] = mapped_column(default=False)
    hints: Mapped[int] = mapped_column(default=0)
    graded: Mapped[bool] = mapped_column(default=True)
    answered_at: Mapped[datetime]


class Standing(Base):
    """The sum kept for one pupil in one competence; rebuildable from the attempts."""

    __tablename__ = "standing"
    __table_args__ = (
        UniqueConstraint("pupil_id", "competence"),
        CheckConstraint("level BETWEEN 0 AND 4", name="level"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id", ondelete="CASCADE"))
    competence: Mapped[str] = mapped_column(String(12))
    recent: Mapped[list[str]]
    level: Mapped[int]
    secure_on: Mapped[date | None]
    wrong_in_a_row: Mapped[int]
    due_on: Mapped[date | None]

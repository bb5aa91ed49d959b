"""Signed-in browsers and the cards pupils sign in with. Secrets are stored as hashes only."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base, TokenHash


class Login(Base):
    """One browser of one person, from sign-in to sign-out, expiry or revocation."""

    __tablename__ = "login"
    __table_args__ = (CheckConstraint("(staff_id IS NULL) <> (pupil_id IS NULL)", name="one_person"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[TokenHash]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class Card(Base):
    """A printed login card: a secret link (as QR), and a word with a PIN for typing."""

    __tablename__ = "card"

    id: Mapped[int] = mapped_column(primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id", ondelete="CASCADE"), index=True)
    word: Mapped[str] = mapped_column(String(20), unique=True)
    link_hash: Mapped[TokenHash]
    pin_hash: Mapped[str] = mapped_column(String(64))
    wrong_pins: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]

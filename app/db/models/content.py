"""Module versions that an hour or an attempt points to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base


class ContentVersion(Base):
    """A module as it was: canonical JSON under its hash. Never changed."""

    __tablename__ = "content_version"

    version: Mapped[str] = mapped_column(String(64), primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), index=True)
    canonical: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime]

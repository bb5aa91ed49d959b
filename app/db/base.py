"""The declarative base, the column types of our own, and what hides the two dialects."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any

from sqlalchemy import JSON, CheckConstraint, DateTime, Dialect, MetaData, String, Table, TypeDecorator
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column
from sqlalchemy.sql.dml import Insert

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC: takes aware datetimes only, gives aware ones back on both databases."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """On the way in. Raises ValueError for a moment without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """On the way out."""
        return None if value is None else value.replace(tzinfo=UTC)


JsonColumn = JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
"""JSON for answers, state and log; JSONB on PostgreSQL so that equal answers can be grouped."""


def new_key() -> str:
    """A random 128-bit key for URLs and clients: 22 characters."""
    return secrets.token_urlsafe(16)


Key = Annotated[str, mapped_column(String(22), unique=True, default=new_key)]
TokenHash = Annotated[str, mapped_column(String(64), unique=True)]


class Base(DeclarativeBase):
    """Base of all rows."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime: UtcDateTime(), dict[str, Any]: JsonColumn, list[str]: JsonColumn}


def one_of(column: str, values: type[StrEnum] | tuple[str, ...]) -> CheckConstraint:
    """A CHECK that `column` holds one of `values`: how enums are stored here."""
    names = [one.value for one in values] if isinstance(values, type) else list(values)
    listed = ", ".join(f"'{one}'" for one in names)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def insert_ignore(session: Session, rows: type[Base]) -> Insert:
    """INSERT .. ON CONFLICT DO NOTHING for the dialect of `session`: a row that breaks a unique key is left out."""
    table = rows.__table__
    assert isinstance(table, Table)
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()

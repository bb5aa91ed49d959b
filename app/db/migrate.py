"""Bring a database to the newest schema: one chain of migrations for SQLite and PostgreSQL."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

LOCK = 7_419_552_013
"""Number of the PostgreSQL advisory lock that lets one server migrate at a time."""


def config() -> Config:
    """Alembic's settings, without a file."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return made


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Run the migrations that are missing. Safe to call at every start and from several servers at once.

    Raises RuntimeError when rows point nowhere afterwards (SQLite is migrated with foreign keys off, because changing a
    table drops and remakes it, which would empty the tables that point to it).
    """
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            _upgrade_sqlite(connection, revision)
        else:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            _run(connection, revision)
            connection.commit()


def _upgrade_sqlite(connection: Connection, revision: str) -> None:
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    try:
        _run(connection, revision)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise RuntimeError(f"the migration left {len(broken)} rows that point nowhere; nothing was changed")
        connection.commit()
    finally:
        connection.rollback()  # after an error: inside a transaction the next line would do nothing
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")


def _run(connection: Connection, revision: str) -> None:
    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, revision)

"""Migrations: from nothing to the models' tables, and over a filled database without losing a row."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, func, select, text

from app.db import migrate, models  # noqa: F401 - fills the metadata
from app.db.base import Base
from app.db.engine import make_engine
from tests.support.world import World

TEMPLATE = '''
"""Throw-away."""
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"
branch_labels = depends_on = None


def upgrade() -> None:
{body}
'''


@pytest.fixture
def engine(world: World) -> Iterator[Engine]:
    made = make_engine(world.settings.url)
    yield made
    made.dispose()


@pytest.fixture
def next_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Adds a revision behind the newest one, in a folder of this test."""
    head = ScriptDirectory.from_config(migrate.config()).get_current_head()

    def add(body: str) -> None:
        folder = tmp_path / "versions"
        folder.mkdir()
        text_ = TEMPLATE.format(head=head, body=textwrap.indent(textwrap.dedent(body).strip(), "    "))
        (folder / "9999_throw_away.py").write_text(text_)
        ours = Path(migrate.__file__).parent / "migrations" / "versions"

        def config() -> Config:
            made = Config()
            made.set_main_option("script_location", str(ours.parent))
            made.set_main_option("path_separator", "newline")
            made.set_main_option("version_locations", f"{ours}\n{folder}")
            return made

        monkeypatch.setattr(migrate, "config", config)

    return add


def counts(engine: Engine) -> dict[str, int]:
    """How many rows each table has."""
    with engine.connect() as connection:
        tables = Base.metadata.sorted_tables
        return {one.name: connection.scalar(select(func.count()).select_from(one)) or 0 for one in tables}


def revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def test_the_migrations_make_what_the_models_say(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_there_is_one_chain_with_one_end() -> None:
    script = ScriptDirectory.from_config(migrate.config())
    assert len(script.get_heads()) == 1
    assert len(script.get_bases()) == 1


def test_upgrading_again_changes_nothing(engine: Engine) -> None:
    before = counts(engine)
    migrate.upgrade(engine)
    assert counts(engine) == before
    assert before["attempt"] > 300


def test_remaking_a_table_keeps_the_rows_that_point_to_it(engine: Engine, next_revision: Any) -> None:
    """With foreign keys on, SQLite's way to change a table (drop and remake) would empty `attempt` and `membership`."""
    next_revision("""
        remake = "always" if op.get_bind().dialect.name == "sqlite" else "auto"
        with op.batch_alter_table("pupil", recreate=remake) as b:
            b.alter_column("name", type_=sa.String(60))
            b.add_column(sa.Column("note", sa.String(10), nullable=False, server_default=""))
    """)
    before = counts(engine)
    migrate.upgrade(engine)
    assert revision(engine) == "9999"
    assert counts(engine) == before
    with engine.connect() as connection:
        orphans = "SELECT count(*) FROM attempt a LEFT JOIN pupil p ON p.id = a.pupil_id"
        assert connection.scalar(text(f"{orphans} WHERE a.pupil_id IS NOT NULL AND p.id IS NULL")) == 0
        assert connection.scalar(text("SELECT count(*) FROM pupil WHERE note = ''")) == before["pupil"]


def test_rows_that_would_point_nowhere_stop_the_migration(engine: Engine, next_revision: Any) -> None:
    next_revision(
        'op.execute("DELETE FROM pupil")' if engine.dialect.name == "sqlite" else 'op.execute("DROP TABLE no")'
    )
    before = counts(engine)
    with pytest.raises(Exception, match=r"point nowhere|does not exist"):
        migrate.upgrade(engine)
    assert counts(engine) == before
    assert revision(engine) != "9999"


def test_a_broken_migration_leaves_everything_as_it_was(engine: Engine, next_revision: Any) -> None:
    next_revision("""
        op.execute("DELETE FROM attempt")
        op.execute("CREATE TABLE half (id INTEGER)")
        raise LookupError("halfway")
    """)
    before = counts(engine)
    with pytest.raises(LookupError, match="halfway"):
        migrate.upgrade(engine)
    assert counts(engine) == before
    assert revision(engine) != "9999"
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'half'").scalar() == 0


def test_old_migrations_need_no_code_of_ours() -> None:
    """What moves on must not change what a migration of last year does."""
    for one in ScriptDirectory.from_config(migrate.config()).walk_revisions():
        assert not re.search(r"^\s*(from|import) app\b", Path(one.path).read_text(), re.MULTILINE)


def test_answers_from_before_hints_and_opinions_are_kept_and_count(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'old.sqlite3'}")
    migrate.upgrade(engine, "0001")
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO content_version VALUES ('v', 's2-phishing', '{}', '2026-11-01 08:00:00')"))
        connection.execute(
            text(
                "INSERT INTO attempt (key, version, question, competence, context, try_number, seed, response, score,"
                " correct, misconceptions, late, answered_at) VALUES ('k', 'v', 'schloss', 'kmk:4.1', 'practice', 1, 7,"
                " '{}', 1, 1, '[]', 0, '2026-11-01 08:00:00')"
            )
        )
    migrate.upgrade(engine)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT key, context, hints, graded FROM attempt")).all()
    engine.dispose()
    assert [tuple(one) for one in rows] == [("k", "practice", 0, 1)]

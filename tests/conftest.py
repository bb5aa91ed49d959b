"""One world for all tests: the demo world, made once and copied for each test that writes.

On SQLite every test gets its own copy of a filled file, on PostgreSQL (TECHTEENS_TEST_DATABASE=postgres) its own
database made from a template. Tests commit for real. Only loopback addresses can be reached (see pyproject.toml).
The application is imported inside the fixtures: tests of pure code start without it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.config import Settings

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from tests.support.statements import Statements
    from tests.support.world import World

ON_POSTGRES = os.environ.get("TECHTEENS_TEST_DATABASE") == "postgres"
MODULES = Path(__file__).parent.parent / "modules"
KEY = "a key that only tests use"


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database with the demo world, never written to again."""
    if not ON_POSTGRES:
        url = f"sqlite:///{tmp_path_factory.mktemp('template') / 'world.sqlite3'}"
        _fill(url)
        yield url
        return
    from tools import postgres

    name = f"world_{os.getpid()}"
    _administer(f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}")
    _fill(postgres.address_of(name))
    yield name
    _administer(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture
def settings(template: str, tmp_path: Path) -> Iterator[Settings]:
    """Settings with an instance folder and a database of this test's own, filled with the demo world."""
    if not ON_POSTGRES:
        shutil.copy(template.removeprefix("sqlite:///"), tmp_path / "techteens.sqlite3")
        yield Settings(instance=tmp_path, modules=MODULES, secret_key=KEY)
        return
    from tools import postgres

    name = f"{template}_{tmp_path.name[-40:]}".lower().replace("-", "_")[:60]
    _administer(
        f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)',
        f'CREATE DATABASE "{name}" TEMPLATE {template} STRATEGY wal_log',
    )
    yield Settings(instance=tmp_path, modules=MODULES, secret_key=KEY, database_url=postgres.address_of(name))
    _administer(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The application on this test's world, as a plain WSGI host runs it."""
    from app.factory import create_app
    from tests.support.compiled import COMPILED

    made = create_app(settings)
    made.testing = True
    made.jinja_env.bytecode_cache = COMPILED
    yield made
    made.extensions["sessions"].kw["bind"].dispose()


@pytest.fixture
def world(app: Flask) -> World:
    """The people and rows of the demo world by name."""
    from tests.support.world import World

    return World(app)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser nobody signed in with."""
    return app.test_client()


@pytest.fixture
def statements(app: Flask) -> Statements:
    """Counts the SQL statements while it is used: `with statements.counted() as seen: ...`."""
    from tests.support.statements import Statements

    return Statements(app.extensions["sessions"].kw["bind"])


def _fill(url: str) -> None:
    from app.content.loader import load
    from app.db.engine import make_engine, make_sessions
    from app.db.migrate import upgrade
    from app.demo import fill

    settings = Settings(database_url=url, modules=MODULES, secret_key=KEY)
    engine = make_engine(settings.url)
    upgrade(engine)
    now = datetime.now(UTC)
    with make_sessions(engine).begin() as session:
        fill(session, load(MODULES, now.date()), now, KEY)
    if not ON_POSTGRES:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


def _administer(*statements: str) -> None:
    from sqlalchemy import create_engine, text

    from tools import postgres

    engine = create_engine(Settings(database_url=postgres.start()).url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for one in statements:
            connection.execute(text(one))
    engine.dispose()

"""`techteens serve` as a command: what it prints, when it refuses, how it ends."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, text

from app.cli.serve import _ctrl_c
from app.config import Settings
from app.db.models import ContentVersion, LiveSession, Staff
from app.demo import DEMO_PASSWORD
from tests.conftest import ON_POSTGRES
from tests.support.hour import Hour
from tests.support.process import ServerProcess
from tests.support.world import World

pytestmark = pytest.mark.slow

STREAMS = 200


@pytest.fixture
def empty(settings: Settings, tmp_path: Path) -> Settings:
    """Settings whose database does not exist yet."""
    if ON_POSTGRES:
        pytest.skip("not for PostgreSQL: the first start is the same, and a database must exist there")
    folder = tmp_path / "empty"
    return replace(settings, instance=folder, secret_key="")


def test_the_first_start_fills_the_demo_and_the_second_loses_nothing(empty: Settings) -> None:
    with ServerProcess(empty) as server:
        assert server.output.startswith("Eine erfundene Schule wird angelegt."), "nobody waits before an empty screen"
        assert DEMO_PASSWORD in server.output
        assert "priya@techteens.example" in server.output
        assert re.search(r"Schlüssel der Stunde heute: \w{4}\s\w{4}", server.output)
        assert server.page().get("/healthz").status == 200
        assert server.stop() < 5
    assert (empty.instance / "secret_key").stat().st_mode & 0o777 == 0o600
    before = (empty.instance / "techteens.sqlite3").read_bytes()
    key = re.search(r"heute: (\w{4})\s(\w{4})", server.output)
    with ServerProcess(empty) as again:
        assert "angelegt" not in again.output
        assert key
        assert key[0] in again.output
    assert len((empty.instance / "techteens.sqlite3").read_bytes()) == len(before)


def test_an_empty_database_stays_empty_where_the_demo_is_not_wanted(
    empty: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TECHTEENS_DEMO", "0")
    with ServerProcess(empty) as server:
        assert DEMO_PASSWORD not in server.output
        server.stop()
    from app.db.engine import make_engine, make_sessions

    engine = make_engine(empty.url)
    with make_sessions(engine)() as session:
        assert session.scalars(select(Staff)).all() == []
        assert session.scalars(select(ContentVersion.slug)).all()  # the lessons are there
    engine.dispose()


def test_a_second_server_on_the_same_folder_is_refused(settings: Settings) -> None:
    if ON_POSTGRES:
        pytest.skip("not for PostgreSQL: there several servers work together")
    with ServerProcess(settings) as first:
        second = ServerProcess(settings)
        assert second.wait() == 1
        [sentence] = second.output.splitlines()
        assert str(first.pid) in sentence
        assert "läuft schon" in sentence
        assert first.page().get("/healthz").status == 200
        second.kill()
        first.kill()
    with ServerProcess(settings):
        pass  # a lock is worth nothing once its owner was killed


def test_a_port_that_is_taken_is_named(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        server = ServerProcess(settings, port=port)
        assert server.wait() == 1
        server.kill()
    [sentence] = server.output.splitlines()
    assert f"127.0.0.1:{port}" in sentence


def test_broken_content_stops_the_start_with_every_error(settings: Settings, tmp_path: Path) -> None:
    modules = tmp_path / "modules"
    shutil.copytree(settings.modules, modules)
    quiz = modules / "s2-phishing" / "quiz.yaml"
    quiz.write_text(re.sub(r"(?m)^(\s*- id:).*$", r"\1 [", quiz.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    (modules / "facts.yaml").write_text("no list\n", encoding="utf-8")
    server = ServerProcess(replace(settings, modules=modules))
    assert server.wait() == 1
    server.kill()
    assert re.search(r"(?m)^\S*quiz\.yaml:\d+:\d+: ", server.output)
    assert re.search(r"(?m)^\S*facts\.yaml:\d+:\d+: ", server.output)
    assert "Traceback" not in server.output


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("TECHTEENS_DEMO", "perhaps", "TECHTEENS_DEMO"),
        ("PORT", "99999", "65535"),
        ("HOST", "192.0.2.1", "HOST=0.0.0.0"),
        ("DATABASE_URL", "postgresql://127.0.0.1:1/x", "Datenbank"),
        ("TECHTEENS_INSTANCE", "/dev/null", "TECHTEENS_INSTANCE"),
    ],
)
def test_what_keeps_it_from_starting_is_said_in_a_line(
    settings: Settings, variable: str, value: str, said: str
) -> None:
    server = ServerProcess(settings, **{variable: value})
    assert server.wait() == 1
    server.kill()
    [line] = server.output.splitlines()
    assert said in line


def test_a_database_of_a_newer_version_is_left_alone(settings: Settings, world: World) -> None:
    with world.session() as session, session.begin():
        session.execute(text("UPDATE alembic_version SET version_num = 'from_tomorrow'"))
    server = ServerProcess(settings)
    assert server.wait() == 1
    server.kill()
    [line] = server.output.splitlines()
    assert "neueren Fassung" in line


def test_a_broken_file_is_no_traceback(empty: Settings) -> None:
    empty.instance.mkdir()
    (empty.instance / "techteens.sqlite3").write_bytes(b"this is no database" * 10)
    server = ServerProcess(empty)
    assert server.wait() == 1
    server.kill()
    [line] = server.output.splitlines()
    assert str(empty.instance) in line


def test_ctrl_c_while_it_starts_ends_it_quietly(empty: Settings) -> None:
    server = ServerProcess(empty)
    while not (empty.instance / "serve.lock").exists():  # from here on it checks, fills and serves
        assert server.running
    server.stop(signal.SIGINT)
    server.kill()
    assert "Traceback" not in server.output


def test_ctrl_c_that_was_lost_in_a_finalizer_still_ends_the_start() -> None:
    with _ctrl_c() as check:
        check()
        with suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            check()


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_many_streams_are_told_and_the_server_ends_at_once(
    settings: Settings, app: Flask, world: World, by: signal.Signals
) -> None:
    hour = Hour(world)
    token = hour.join().token
    with ServerProcess(settings) as server, ExitStack() as open_streams:
        page = server.page(device=token)
        streams = [open_streams.enter_context(page.stream(hour.key, "seats")) for _ in range(STREAMS)]
        for one in streams:
            one.frame()
        with socket.create_connection(("127.0.0.1", server.port), timeout=20) as half:
            half.sendall(b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf")
            took = server.stop(by)
        last = [one.next() for one in streams]
    assert {one.kind for one in last if one} == {"bye"}
    assert len([one for one in last if one]) == STREAMS
    assert took < 5, "about a second is promised; a busy machine may take longer"
    assert "Traceback" not in server.output


def test_the_log_names_no_address_and_no_secret(settings: Settings, app: Flask, world: World) -> None:
    hour = Hour(world)
    seat = hour.join()
    with ServerProcess(settings) as server:
        page = server.page(device=seat.token)
        with page.stream(hour.key, "seats") as stream:
            stream.frame()
        page.get("/nothing/here")
        page.post(f"/live/{hour.key}/answers", {"id": "x"})
        page.ask("POST", "/join", b"x" * 3_000_000)
        with socket.create_connection(("127.0.0.1", server.port), timeout=20) as garbled:
            garbled.sendall(b"GARBLED\r\n\r\n")
            garbled.recv(100)
        server.stop()
    after_start = server.output.partition("Beenden: Strg+C")[2]
    assert "127.0.0.1" not in after_start
    assert hour.key not in after_start
    assert seat.token not in after_start


def test_tls_wants_both_files_and_an_https_address(settings: Settings, tmp_path: Path) -> None:
    certificate, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )  # fmt: skip
    for arguments, url in (
        ((f"--tls-cert={certificate}",), ""),
        ((f"--tls-cert={certificate}", f"--tls-key={key}"), ""),
    ):
        server = ServerProcess(replace(settings, public_url=url), *arguments)
        assert server.wait() == 1
        server.kill()
        assert "TLS" in server.output


def test_the_hour_is_where_it_was_after_a_start(settings: Settings, app: Flask, world: World) -> None:
    hour = Hour(world)
    hour.ask()
    with world.session() as session:
        before = session.scalars(select(LiveSession.seq).where(LiveSession.key == hour.key)).one()
    with ServerProcess(settings) as server:
        page = server.page(login=world.token_for("mentor"))
        frame = page.get(f"/live/{hour.key}/state?as=staff").json
    assert (frame["seq"], frame["phase"]) == (before, "asking")

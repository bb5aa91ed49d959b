"""What the shell does before Flask: bodies, limits, files, headers, guessing."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from app.config import Settings
from app.serve.limits import Limits
from app.web.assets import asset
from tests.support.pages import Answer, Page
from tests.support.serving import Serving

SMALL = Limits(
    body_size=20_000, body_seconds=0.5, thrown_away=400_000, wrong_codes=3, guess_seconds=1.5, guess_places=2
)


@pytest.fixture
def small(settings: Settings) -> Iterator[Serving]:
    """A server with limits a test can reach."""
    with Serving(settings, SMALL) as made:
        yield made


def raw(serving: Serving, sent: bytes) -> bytes:
    """What the server says to these bytes until it closes the connection."""
    with socket.create_connection(("127.0.0.1", serving.port), timeout=20) as connection:
        connection.sendall(sent)
        said = b""
        while part := connection.recv(65_536):
            said += part
        return said


def form_page(serving: Serving) -> tuple[Page, str]:
    """A page with the cookie and the token of the join form."""
    answer = serving.page().get("/join")
    found = re.search(rb'name="csrf_token"[^>]*value="([^"]+)"', answer.body)
    assert found
    page = serving.page()
    page.add_cookie(answer.headers["set-cookie"].partition(";")[0])
    return page, found[1].decode()


def try_code(form: tuple[Page, str], code: str, path: str = "/join") -> Answer:
    """Send the join form."""
    page, token = form
    body = f"csrf_token={token}&code={code}".encode()
    return page.ask("POST", path, body, Content_Type="application/x-www-form-urlencoded")


def test_a_body_that_is_too_large_is_refused_in_german(small: Serving) -> None:
    answer = small.page().ask("POST", "/join", b"x" * 30_000)
    assert answer.status == 413
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "Das ist zu groß" in answer.body.decode()
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_scripts_are_refused_in_json(small: Serving) -> None:
    page = small.page()
    assert page.post("/board/pairings", "x" * 30_000).json["code"] == "413"
    assert page.ask("POST", f"/live/{'x' * 22}/moves", b"x" * 30_000).json["code"] == "413"


def test_a_chunked_body_is_counted_too(small: Serving) -> None:
    head = b"POST /join HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    said = raw(small, head + (b"2710\r\n" + b"x" * 10_000 + b"\r\n") * 3 + b"0\r\n\r\n")
    assert said.startswith(b"HTTP/1.1 413 ")


def test_who_asks_before_sending_need_not_send(small: Serving) -> None:
    said = raw(small, b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 30000\r\nExpect: 100-continue\r\n\r\n")
    assert said.startswith(b"HTTP/1.1 413 ")


def test_an_endless_body_is_cut_off(small: Serving) -> None:
    head = b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 900000000\r\n\r\n"
    with socket.create_connection(("127.0.0.1", small.port), timeout=20) as connection:
        connection.sendall(head)
        with pytest.raises(OSError, match=r"reset|Broken"):
            connection.sendall(b"x" * 40_000_000)


def test_a_body_that_does_not_come_is_not_waited_for(small: Serving) -> None:
    said = raw(small, b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf of it")
    assert said.startswith(b"HTTP/1.1 408 ")
    assert "Das hat zu lange gedauert" in said.decode()
    assert b"connection: close" in said


def test_slow_bodies_hold_no_thread(small: Serving) -> None:
    waiting = [socket.create_connection(("127.0.0.1", small.port), timeout=20) for _ in range(20)]
    for one in waiting:
        one.sendall(b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n")
    began = time.monotonic()
    assert small.page().get("/join").status == 200
    assert {one.recv(12) for one in waiting} == {b"HTTP/1.1 408"}, f"after {time.monotonic() - began:.1f} s"
    for one in waiting:
        one.close()


def test_a_chunked_form_arrives_whole(small: Serving) -> None:
    page, token = form_page(small)
    body = f"csrf_token={token}&code=000000".encode()
    head = f"POST /join HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {page.cookies}\r\nConnection: close\r\n"
    head += "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
    said = raw(small, head.encode() + b"".join(b"1\r\n%c\r\n" % one for one in body) + b"0\r\n\r\n")
    assert said.startswith(b"HTTP/1.1 404 ")
    assert "Diesen Code gibt es gerade nicht" in said.decode()


def test_no_address_reaches_the_application(serving: Serving) -> None:
    seen: dict[str, Any] = {}

    def note() -> None:
        from flask import request

        seen.update(address=request.remote_addr, names=[name for name in request.environ if "REMOTE" in name])

    serving.app.before_request_funcs.setdefault(None, []).append(note)
    assert serving.page().get("/join").status == 200
    assert seen == {"address": None, "names": []}


def test_files_come_from_the_shell_and_are_kept_for_a_year(serving: Serving) -> None:
    path = asset("js/live/channel.js")
    plain, packed = serving.page().get(path), serving.page().get(path, Accept_Encoding="gzip")
    head = serving.page().ask("HEAD", path)
    assert plain.status == packed.status == head.status == 200
    assert "immutable" in plain.headers["cache-control"]
    assert packed.headers["content-encoding"] == "gzip"
    assert len(packed.body) < len(plain.body) == int(head.headers["content-length"])
    assert head.body == b""
    assert plain.headers["x-content-type-options"] == "nosniff"
    assert serving.page().get("/s/x/no.js").status == 404
    assert serving.page().get("/s/x/../../app/config.py").status == 404


def test_health_is_told(serving: Serving) -> None:
    answer = serving.page().get("/healthz")
    assert (answer.status, answer.body) == (200, b"ok\n")
    assert serving.page().ask("HEAD", "/healthz").status == 200


def test_health_is_bad_when_the_database_does_not_answer(serving: Serving) -> None:
    with serving.world().session() as session:
        engine = session.get_bind()

    def fail(*_: Any) -> None:
        raise OSError("the disk is gone")

    from sqlalchemy import event

    event.listen(engine, "before_cursor_execute", fail)
    answer = serving.page().get("/healthz")
    event.remove(engine, "before_cursor_execute", fail)
    assert answer.status == 503
    assert answer.headers["retry-after"]
    assert serving.page().get("/healthz").status == 200


def test_guessing_is_slowed_down_for_everybody_and_right_codes_still_work(small: Serving) -> None:
    live = small.world().todays_hour(opened=True)
    with small.world().session() as session:
        code = small.world().live(session, live).join_code
    for wrong in range(4):
        assert try_code(form_page(small), f"00000{wrong}").status == 404
    form = form_page(small)
    began = time.monotonic()
    assert try_code(form, str(code), "/mit").status == 303
    assert time.monotonic() - began >= SMALL.guess_seconds
    forms = [form_page(small) for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(try_code, forms, ["999999"] * 6))
    assert {one.status for one in answers} == {404, 503}
    assert all(one.headers["retry-after"] for one in answers if one.status == 503)


def test_a_garbled_request_is_refused(serving: Serving) -> None:
    assert raw(serving, b"GARBLED\r\n\r\n").startswith(b"HTTP/1.1 400 ")

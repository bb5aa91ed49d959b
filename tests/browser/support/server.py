"""The real server in a process of its own, on its own folder and port: started, killed, started again, asked."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

HOST = "techteens.example"
"""What browsers call the server by; they find it at 127.0.0.1, and trust it as little as any address on http."""

PATIENCE = 30.0
COMMAND = (sys.executable, "-m", "app.cli", "serve")


@dataclass(frozen=True)
class Answer:
    """What the server said to one request."""

    status: int
    headers: dict[str, str]
    text: str

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.text)


class Server:
    """`techteens serve` on an instance folder that holds a filled database."""

    def __init__(self, instance: Path, secret_key: str, modules: Path) -> None:
        self.instance = instance
        self.port = _free_port()
        self.origin = f"http://{HOST}:{self.port}"
        self._environment = {
            **os.environ,
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "PUBLIC_URL": self.origin,
            "TECHTEENS_INSTANCE": str(instance),
            "TECHTEENS_MODULES": str(modules),
            "TECHTEENS_SECRET_KEY": secret_key,
            "DATABASE_URL": "",
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it can serve. Raises AssertionError with its output when it does not."""
        with self._log.open("ab") as log:
            command = [*COMMAND, "--host", "127.0.0.1", "--port", str(self.port)]
            self._process = subprocess.Popen(command, env=self._environment, stdout=log, stderr=log)
        until = time.monotonic() + PATIENCE
        while not self._is_healthy():
            assert self._process.poll() is None, f"the server ended by itself:\n{self.output()}"
            assert time.monotonic() < until, f"the server does not answer:\n{self.output()}"
            time.sleep(0.05)

    def crash(self) -> None:
        """What a pulled plug does: kill -9, nothing can be saved any more."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """End it the friendly way; a server that does not end is a failure."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.crash()
            raise AssertionError(f"the server did not end on SIGTERM:\n{self.output()}") from None

    def output(self) -> str:
        """What it printed so far."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def get(self, path: str, cookies: dict[str, str] | None = None) -> Answer:
        """What a browser with these cookies gets for `path`, without following a redirect."""
        return self._ask("GET", path, cookies)

    def post(self, path: str, data: dict[str, Any], cookies: dict[str, str]) -> Answer:
        """Send JSON as a page of ours would."""
        return self._ask("POST", path, cookies, "application/json", json.dumps(data))

    def submit(self, path: str, fields: dict[str, str], cookies: dict[str, str]) -> Answer:
        """Send a form as a browser would, without following a redirect."""
        return self._ask("POST", path, cookies, "application/x-www-form-urlencoded", urlencode(fields))

    @property
    def _log(self) -> Path:
        return self.instance / "output.log"

    def _is_healthy(self) -> bool:
        try:
            return self.get("/healthz").status == 200
        except OSError:
            return False

    def _ask(
        self, method: str, path: str, cookies: dict[str, str] | None, kind: str = "", body: str | None = None
    ) -> Answer:
        headers = {"Host": f"{HOST}:{self.port}"}
        if cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        if body is not None:
            headers |= {"Content-Type": kind, "Origin": self.origin}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body=body.encode() if body else None, headers=headers)
            found = connection.getresponse()
            text = found.read().decode()
            return Answer(found.status, {name.lower(): value for name, value in found.getheaders()}, text)
        finally:
            connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

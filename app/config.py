"""Everything that can be set, read once from the environment."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
INSTANCE = ROOT / "instance"
MODULES = ROOT / "modules"
PORTS = range(65_536)
DATABASES = ("postgresql://", "postgres://", "postgresql+psycopg://", "sqlite:///")


def _setting(default: Any, variable: str, help_: str) -> Any:
    return field(default=default, metadata={"variable": variable, "help": help_})


@dataclass(frozen=True)
class Settings:
    """One value for each setting; `describe()` lists them for people.

    `now` is never a setting: code that needs the time asks `app.web.clock` or gets it as an argument.
    """

    host: str = _setting("127.0.0.1", "HOST", "address to listen on; 0.0.0.0 lets phones on the same network in")
    port: int = _setting(8000, "PORT", "port to listen on")
    database_url: str = _setting("", "DATABASE_URL", "empty: SQLite in the instance folder; else postgresql://...")
    public_url: str = _setting("", "PUBLIC_URL", "address people type, with http or https; decides cookies and links")
    instance: Path = _setting(INSTANCE, "TECHTEENS_INSTANCE", "folder for database, secret key and caches")
    modules: Path = _setting(MODULES, "TECHTEENS_MODULES", "folder with the learning modules")
    demo: bool = _setting(True, "TECHTEENS_DEMO", "1: an empty database is filled with the invented demo world")
    secret_key: str = _setting("", "TECHTEENS_SECRET_KEY", "empty: made on first start and kept in the instance folder")

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read the settings from `environ` (default: the process's). Raises ValueError (German, with its name)."""
        environ = os.environ if environ is None else environ
        values: dict[str, Any] = {}
        for one in fields(cls):
            text = environ.get(one.metadata["variable"], "").strip()
            if text:
                values[one.name] = _parse(one.metadata["variable"], text, one.default)
        made = cls(**values)
        made._check()
        return made

    def _check(self) -> None:
        if self.port not in PORTS:
            raise ValueError(f"PORT muss zwischen {PORTS[0]} und {PORTS[-1]} liegen, nicht {self.port}")
        public = urlsplit(self.public_url)
        whole = public.scheme in {"http", "https"} and public.hostname and not public.path.strip("/")
        if self.public_url and not whole:
            raise ValueError(f"PUBLIC_URL muss wie https://techteens.example aussehen, nicht {self.public_url!r}")
        if self.database_url and not self.database_url.startswith(DATABASES):  # never shown: it holds a password
            raise ValueError("DATABASE_URL muss mit postgresql:// beginnen, oder leer sein für SQLite")

    @property
    def url(self) -> str:
        """The database's address as SQLAlchemy wants it."""
        if not self.database_url:
            return f"sqlite:///{self.instance / 'techteens.sqlite3'}"
        scheme, _, rest = self.database_url.partition("://")
        return f"postgresql+psycopg://{rest}" if scheme in {"postgres", "postgresql"} else self.database_url

    @property
    def secure(self) -> bool:
        """True when people reach the product over https: PUBLIC_URL decides, never a request."""
        return urlsplit(self.public_url).scheme == "https"

    def load_secret_key(self) -> str:
        """The key that signs cookies; made with mode 0600 on first use."""
        if self.secret_key:
            return self.secret_key
        path = self.instance / "secret_key"
        self.instance.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text(encoding="ascii").strip()
        with os.fdopen(handle, "w", encoding="ascii") as file:
            key = secrets.token_urlsafe(32)
            file.write(key)
        return key


def _parse(variable: str, text: str, default: object) -> object:
    if isinstance(default, bool):
        if text.lower() in {"1", "true", "yes", "on"}:
            return True
        if text.lower() in {"0", "false", "no", "off"}:
            return False
        raise ValueError(f"{variable} muss 1 oder 0 sein, nicht {text!r}")
    if isinstance(default, int):
        try:
            return int(text)
        except ValueError:
            raise ValueError(f"{variable} muss eine ganze Zahl sein, nicht {text!r}") from None
    if isinstance(default, Path):
        return Path(text).expanduser().resolve()
    return text


def describe() -> list[tuple[str, str, str]]:
    """Every setting as (variable, default, help), in the order of the class."""
    return [(one.metadata["variable"], str(one.default), one.metadata["help"]) for one in fields(Settings)]

"""When a command cannot do its work: a sentence for whoever started it, instead of a traceback."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from alembic.util import CommandError
from sqlalchemy.exc import DatabaseError, OperationalError

from app.config import Settings
from app.content.errors import ContentErrors
from app.serve.lock import Locked


class Unfit(Exception):
    """The command cannot do its work; the message says why and what to do."""


def settings_from(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings in `environ` (default: the process's). Raises Unfit."""
    try:
        return Settings.from_env(environ)
    except ValueError as error:
        raise Unfit(f"Eine Einstellung passt nicht: {error}.") from None


@contextmanager
def plainly(settings: Settings) -> Iterator[None]:
    """Around work on the instance: raises Unfit for what can stop it on any machine, and all else as it is."""
    try:
        settings.load_secret_key()
        settings.instance.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unfit(
            f"In {settings.instance} kann TechTeens nichts ablegen ({error.strerror}). "
            "TECHTEENS_INSTANCE wählt einen anderen Ordner."
        ) from None
    try:
        yield
    except ContentErrors as errors:
        count = f"TechTeens startet nicht: {len(errors.lines)} Fehler in {settings.modules}."
        raise Unfit("\n".join((*errors.lines, count))) from None
    except Locked as locked:
        raise Unfit(
            f"TechTeens läuft schon in {settings.instance} (Prozess {locked}), ein zweites Mal geht das nicht. "
            "Erst dort beenden, mit Strg+C."
        ) from None
    except DatabaseError as error:
        if type(error) not in {DatabaseError, OperationalError}:  # what is left is a fault of ours
            raise
        where = "an der Adresse aus DATABASE_URL" if settings.database_url else f"in {settings.instance}"
        reason = " ".join(str(error.orig).split())
        raise Unfit(f"Die Datenbank {where} lässt sich nicht öffnen: {reason}") from None
    except CommandError as error:
        raise Unfit(
            f"Die Datenbank kommt von einer neueren Fassung von TechTeens ({error}). "
            "Mit dieser Fassung geht es nur mit einer älteren Sicherung weiter."
        ) from None

"""Every error as a plain German page, or as JSON for our own scripts, that says what to do."""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, jsonify, make_response, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from app.access import NotFound
from app.web.security import comes_from_own_page

log = logging.getLogger(__name__)

SECRETS = frozenset({"password", "pin"})
"""Fields that are never written into a page again."""

PASSED_ON = ("Allow", "Retry-After")
"""Headers of an error that tell a client what to do."""

Fields = tuple[tuple[str, str], ...]


def init_app(app: Flask) -> None:
    """Register the handlers."""
    app.register_error_handler(NotFound, lambda error: answer(404))
    app.register_error_handler(CSRFError, old_form)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _crash)


def words(status: int) -> tuple[str, str]:
    """Title and advice for `status`."""
    texts = {
        400: (_("Das ist nicht richtig angekommen"), _("Bitte zurückgehen und noch mal abschicken.")),
        403: (
            _("Das geht hier nicht"),
            _("Dafür braucht es einen anderen Zugang. Die Startseite hilft weiter."),
        ),
        404: (_("Diese Seite gibt es nicht"), _("Vielleicht fehlt in der Adresse ein Zeichen.")),
        405: (_("Das geht so nicht"), _("Hierher führt nur der Knopf auf der Seite davor.")),
        408: (_("Das hat zu lange gedauert"), _("Das Netz ist gerade langsam. Bitte noch mal abschicken.")),
        413: (_("Das ist zu groß"), _("Höchstens 2 Megabyte gehen durch. Bitte kürzen und noch mal abschicken.")),
        429: (_("Zu viele Versuche"), _("In ein paar Minuten geht es weiter.")),
        503: (_("Gerade ist zu viel los"), _("Bitte ein paar Sekunden warten und noch mal laden.")),
    }
    if status in texts:
        return texts[status]
    if status < 500:
        return _("Das geht so nicht"), _("Bitte zurückgehen und noch mal versuchen.")
    return (
        _("Da ist bei uns etwas schiefgegangen"),
        _("Was gespeichert war, ist sicher. Bitte noch mal laden. Hilft das nicht, hilft jemand im Raum."),
    )


def answer(status: int) -> Response:
    """The page or the JSON for `status`."""
    return _answer(status, *words(status))


def old_form(error: CSRFError) -> Response:
    """A form with a token that holds no more. One of our own pages may send it again: nothing typed is lost."""
    if not comes_from_own_page(request.headers, current_app.extensions["settings"]) or SECRETS & set(request.form):
        return answer(400)
    kept = tuple((name, value) for name, value in request.form.items(multi=True) if name != "csrf_token")
    advice = _("Die Seite war zu lange offen, oder jemand hat sich neu angemeldet. Die Eingabe ist noch da.")
    return _answer(400, _("Noch nicht abgeschickt"), advice, kept)


def _answer(status: int, title: str, advice: str, kept: Fields | None = None) -> Response:
    """`kept`: the fields that were sent, when the page may offer to send them again."""
    if request.path.startswith("/live/") or request.is_json:
        return make_response(jsonify(code=str(status), message=f"{title}. {advice}"), status)
    # not by render_template: its context asks the database who is signed in, and that may be what is broken
    page = current_app.jinja_env.get_template("error.html").render(
        title=title, advice=advice, status=status, back=_page_before(), action=request.full_path.rstrip("?"), kept=kept
    )
    return make_response(page, status)


def _http(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < 400:
        return error
    response = answer(error.code)
    response.headers.extend((name, value) for name, value in error.get_headers() if name in PASSED_ON)
    return response


def _crash(error: Exception) -> Response:
    log.exception("a request failed: %s %s", request.method, request.endpoint)
    return answer(InternalServerError.code)


def _page_before() -> str | None:
    """The page of ours that led here."""
    before = urlsplit(request.referrer or "")
    if before.netloc != request.host:
        return None
    return before.path + (f"?{before.query}" if before.query else "")

"""Every error as a plain German page, or as JSON for our own scripts, that says what to do."""

from __future__ import annotations

import logging

from flask import Flask, Response, jsonify, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from app.access import NotFound

log = logging.getLogger(__name__)


def init_app(app: Flask) -> None:
    """Register the handlers."""
    app.register_error_handler(NotFound, lambda error: answer(404))
    app.register_error_handler(CSRFError, lambda error: answer(400))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _crash)


def words(status: int) -> tuple[str, str]:
    """Title and advice for `status`."""
    texts = {
        400: (_("Das Formular ist zu alt"), _("Geh zurück, lade die Seite neu und schick es noch mal ab.")),
        403: (_("Das geht hier nicht"), _("Melde dich mit dem richtigen Zugang an.")),
        404: (_("Diese Seite gibt es nicht"), _("Prüfe die Adresse oder fang auf der Startseite neu an.")),
        405: (_("Das geht hier nicht"), _("Geh zurück und nimm den Knopf auf der Seite.")),
        408: (_("Das hat zu lange gedauert"), _("Prüfe das Netz und schick es noch mal ab.")),
        413: (_("Das ist zu groß"), _("Höchstens 2 Megabyte gehen durch. Kürze es und schick es noch mal ab.")),
        503: (_("Gerade ist zu viel los"), _("Warte ein paar Sekunden und versuch es noch mal.")),
    }
    return texts.get(
        status, (_("Da ist bei uns etwas schiefgegangen"), _("Lade die Seite neu. Es ist nichts verloren."))
    )


def answer(status: int) -> tuple[Response | str, int]:
    """The page or the JSON for `status`."""
    title, advice = words(status)
    if request.path.startswith("/live/"):
        return jsonify(code=str(status), message=f"{title}. {advice}"), status
    return render_template("error.html", title=title, advice=advice, status=status), status


def _http(error: HTTPException) -> tuple[Response | str, int] | HTTPException:
    if error.code is None or error.code < 400:
        return error
    return answer(error.code)


def _crash(error: Exception) -> tuple[Response | str, int]:
    log.exception("a request failed: %s %s", request.method, request.endpoint)
    return answer(InternalServerError.code)

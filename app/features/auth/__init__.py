"""Sign in and out: staff by e-mail and password, pupils by card."""

from flask import Blueprint

from app.features.auth.tries import Tries

bp = Blueprint("auth", __name__)
bp.record_once(lambda state: state.app.extensions.update(sign_in_tries=Tries()))

from app.features.auth import routes  # noqa: E402, F401 - fills the blueprint

"""The live session's JSON: state, moves, answers, and what is a device's own. No pages."""

from flask import Blueprint

from app.web.security import csrf

bp = Blueprint("api", __name__, url_prefix="/live/<live>")
csrf.exempt(bp)  # JSON only, checked by content type and origin in `routes`

from app.features.api import routes  # noqa: E402, F401 - fills the blueprint

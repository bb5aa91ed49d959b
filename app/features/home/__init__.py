"""The bare host: the doors for board, room, pupils and staff; and whether the server can serve."""

from flask import Blueprint

bp = Blueprint("home", __name__)

from app.features.home import routes  # noqa: E402, F401 - fills the blueprint

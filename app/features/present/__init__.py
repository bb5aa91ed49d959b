"""The hour from the mentor's side: what is planned, the sheet, the board's code, and the remote."""

from flask import Blueprint

bp = Blueprint("present", __name__, url_prefix="/present")

from app.features.present import routes  # noqa: E402, F401 - fills the blueprint

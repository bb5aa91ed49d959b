"""What teachers see: their groups, one group's standing, one pupil."""

from flask import Blueprint

bp = Blueprint("teach", __name__, url_prefix="/teach")

from app.features.teach import routes  # noqa: E402, F401 - fills the blueprint

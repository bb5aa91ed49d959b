"""The board in front of the class: pairing it with an hour, and showing the hour."""

from flask import Blueprint

bp = Blueprint("board", __name__)

from app.features.board import routes  # noqa: E402, F401 - fills the blueprint

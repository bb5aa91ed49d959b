"""Phones in the room: joining an hour with its code, and the seat that answers."""

from flask import Blueprint

bp = Blueprint("join", __name__)

from app.features.join import routes  # noqa: E402, F401 - fills the blueprint

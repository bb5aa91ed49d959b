"""What a pupil does at home: start, read, answer, see the own progress; and the pictures of all lessons."""

from flask import Blueprint

bp = Blueprint("learn", __name__)

from app.features.learn import routes  # noqa: E402, F401 - fills the blueprint

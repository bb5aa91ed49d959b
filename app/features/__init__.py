"""The pages, one folder for each thing a person does on screen."""

from __future__ import annotations

from flask import Flask

from app.features import api, auth, board, home, join, learn, present, teach


def init_app(app: Flask) -> None:
    """Register every feature's blueprint."""

    for feature in (home, auth, learn, board, join, present, teach, api):
        app.register_blueprint(feature.bp)

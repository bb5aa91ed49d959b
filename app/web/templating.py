"""What every template can use besides its own values."""

from __future__ import annotations

from flask import Flask
from flask_babel import Babel

from app.web import clock
from app.web.words import LEVELS, code_halves, day_name, plain_time


def init_app(app: Flask) -> None:
    """Add the filters and globals, and Flask-Babel with German as the source language."""
    Babel(app, default_locale="de", default_timezone="Europe/Berlin")
    app.jinja_env.add_extension("jinja2.ext.do")
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(code=code_halves, day=day_name, time=plain_time)
    app.jinja_env.globals.update(level_names=LEVELS, now=clock.now)

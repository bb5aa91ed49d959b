"""Put the application together."""

from __future__ import annotations

from flask import Flask

from app import features
from app.config import ROOT, Settings
from app.content.loader import load
from app.db.engine import make_engine, make_sessions
from app.web import assets, clock, errors, login, packing, security, templating, transaction
from app.work.ports import AnswerSink, Broker, DirectSink, NullBroker

MAX_BODY = 2 * 1024 * 1024


def create_app(settings: Settings | None = None, sink: AnswerSink | None = None, broker: Broker | None = None) -> Flask:
    """The Flask application for `settings` (default: from the environment).

    `sink` and `broker` come from the server; without them answers are written directly and every page polls.
    Raises ContentErrors when a module is broken: the product does not start with lessons it cannot trust.
    """
    settings = settings or Settings.from_env()
    app = Flask(__name__, static_folder=None, template_folder=str(ROOT / "templates"))
    app.config.update(
        SECRET_KEY=settings.load_secret_key(),
        MAX_CONTENT_LENGTH=MAX_BODY,
        SESSION_COOKIE_NAME="__Host-tt_form" if settings.secure else "tt_form",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SECURE=settings.secure,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
    )
    sessions = make_sessions(make_engine(settings.url))
    broker = broker or NullBroker()
    app.extensions.update(
        settings=settings,
        library=load(settings.modules, clock.today(), settings.instance / "cache"),
        broker=broker,
        sink=sink or DirectSink(sessions, broker),
    )
    packing.init_app(app)  # first, so it runs last, on what is really sent
    login.init_app(app)  # before transaction: what comes first here runs last, and a use is noted after the commit
    transaction.init_app(app, sessions)
    templating.init_app(app)
    assets.init_app(app)
    security.init_app(app)
    errors.init_app(app)
    features.init_app(app)
    return app

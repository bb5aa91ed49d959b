"""Sign-in for staff, the page for cards, the card's link, and sign-out."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal, cast

from flask import Response, current_app, flash, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError

from app.config import Settings
from app.domain.roles import Pupil, Staff
from app.features.auth import bp, service
from app.features.auth.forms import CardForm, LoginForm
from app.features.auth.onward import own_path, pack, unpack
from app.features.auth.tries import Tries
from app.web import clock
from app.web.cookies import clear_token, set_token, tokens
from app.web.errors import old_form
from app.web.login import actor
from app.web.messages import MESSAGES, span, wait_message
from app.web.security import comes_from_own_page, csrf, is_own_origin, renew_form_token
from app.web.transaction import after_commit_revoke, db, keep_changes
from app.work import cards
from app.work import login as logins

CLEARED = '"cache", "storage"'
"""What the browser drops at sign-out. No "cookies": that would also unpair a board in the same browser."""


@bp.get("/login")
def login() -> ResponseReturnValue:
    """The form for staff."""
    if isinstance(actor(), Staff):
        return redirect(_onward(url_for("present.hours")))
    return _login_page(LoginForm(), 200)


@bp.post("/login")
def enter() -> ResponseReturnValue:
    """Sign staff in. A form that was sent after its login had ended lands here too, and is kept."""
    if "password" not in request.form:
        return _login_page(LoginForm(formdata=None, kept=_sent()), 401)
    form = LoginForm()
    if not form.validate():
        return _login_page(form, 422)
    tries, now = cast("Tries", current_app.extensions["sign_in_tries"]), clock.now()
    email, password = form.email.data or "", form.password.data or ""
    account = service.account_of(email)
    wait = tries.begin(account, now)
    if wait:
        form.password.errors = [_("Zu viele Versuche. Bitte warten, noch %(span)s.", span=span(wait))]
        return _later(_login_page(form, 429), wait)
    found = service.find_staff(db(), email, password, now)
    if found is None:
        form.password.errors = [_("E-Mail-Adresse und Passwort passen nicht zusammen.")]
        return _login_page(form, 422)
    tries.forget(account)
    response = _welcome(form.kept.data, url_for("present.hours"))
    return _signed_in(response, logins.sign_in(db(), now, staff=found.id))


@bp.get("/card")
def card() -> ResponseReturnValue:
    """The page for cards. `/card#<secret>` is the link on a card: the page's script takes the secret from there."""
    if isinstance(actor(), Pupil) and "next" in request.args:
        return redirect(_onward(url_for("learn.start")))
    return _card_page(CardForm(), 200)


@bp.post("/card")
def enter_by_pin() -> ResponseReturnValue:
    """Sign a pupil in by card word and PIN. Answers that were sent after the login had ended are kept."""
    if "pin" not in request.form:
        return _card_page(CardForm(formdata=None, kept=_sent()), 401)
    form = CardForm()
    if not form.validate():
        return _card_page(form, 422)
    now = clock.now()
    try:
        pupil = cards.by_pin(db(), form.word.data or "", form.pin.data or "", _key(), now)
    except cards.CardRefused as refused:
        keep_changes()  # the wrong try is counted
        if refused.code == "wait":
            form.pin.errors = [wait_message(refused.wait)]
            return _later(_card_page(form, 429), refused.wait)
        form.pin.errors = [str(MESSAGES[refused.code])]
        return _card_page(form, 422)
    response = _welcome(form.kept.data, url_for("learn.start"))
    return _signed_in(response, logins.sign_in(db(), now, pupil=pupil))


@bp.post("/card/link")
@csrf.exempt  # type: ignore[untyped-decorator]  # JSON, checked by its origin
def enter_by_link() -> ResponseReturnValue:
    """Sign a pupil in by the secret of a card's link: `{"secret": ...}`; answers `{"next": "/learn"}`.

    404 for a card that does not hold any more, 403 for a request that does not come from a page of ours.
    """
    if not is_own_origin(request.headers, current_app.extensions["settings"]):
        return jsonify(code="origin", message=str(MESSAGES["origin"])), 403
    data = request.get_json(silent=True)
    secret = data.get("secret") if isinstance(data, dict) else None
    try:
        pupil = cards.by_link(db(), secret if isinstance(secret, str) else "")
    except cards.CardRefused as refused:
        return jsonify(code=refused.code, message=str(MESSAGES[refused.code])), 404
    response = jsonify(next=_onward(url_for("learn.start")))
    return _signed_in(response, logins.sign_in(db(), clock.now(), pupil=pupil))


@bp.post("/logout")
def logout() -> ResponseReturnValue:
    """End the login, and the seat of this browser with it: whoever comes next gets neither. A paired board stays."""
    response = make_response(redirect(url_for("home.start"), 303))
    _leave(response)
    renew_form_token()
    flash(_("Du bist abgemeldet."))
    response.headers["Clear-Site-Data"] = CLEARED
    return response


@bp.errorhandler(CSRFError)
def old_sign_in(error: CSRFError) -> Response:
    """A sign-in form whose token holds no more, shown anew: what was typed stays, a secret never does.

    The form that it had kept stays only when one of our own pages sent it; else anybody could plant one here.
    """
    data = request.form
    kept = data.get("kept") if comes_from_own_page(request.headers, _settings()) else None
    again = _("Die Seite war zu lange offen. Bitte noch mal eintippen.")
    if request.endpoint == "auth.enter" and "password" in data:
        staff = LoginForm(formdata=None, email=data.get("email"), kept=kept)
        staff.password.errors = [again]
        return _login_page(staff, 400)
    if request.endpoint == "auth.enter_by_pin" and "pin" in data:
        pupil = CardForm(formdata=None, word=data.get("word"), kept=kept)
        pupil.pin.errors = [again]
        return _card_page(pupil, 400)
    return old_form(error)


def _login_page(form: LoginForm, status: int) -> Response:
    page = render_template("auth/login.html", form=form, ended=_ended(), kept=bool(form.kept.data))
    return make_response(page, status)


def _card_page(form: CardForm, status: int) -> Response:
    page = render_template("auth/card.html", form=form, ended=_ended(), kept=bool(form.kept.data))
    return make_response(page, status)


def _ended() -> bool:
    """Whether this browser comes with a login that holds no more: then the page says so."""
    return "login" in _tokens() and not isinstance(actor(), Staff | Pupil)


def _welcome(kept: str | None, first_page: str) -> Response:
    """On to where they were going; a form that was kept is shown with one button, which sends it."""
    onward = _onward(first_page)
    renew_form_token()
    fields = unpack(kept)
    if fields:
        return make_response(render_template("auth/kept.html", action=onward, fields=fields))
    return make_response(redirect(onward, 303))


def _signed_in(response: Response, token: str) -> Response:
    """Hand the fresh token over. Whoever used this browser before leaves login and seat: nobody answers for another."""
    _leave(response)
    set_token(response, "login", token, logins.LONGEST)
    return response


def _leave(response: Response) -> None:
    held, now = _tokens(), clock.now()
    doors: tuple[Literal["login", "device"], ...] = ("login", "device")
    for door in doors:
        if door in held:
            after_commit_revoke(logins.sign_out(db(), door, held[door], now))
            clear_token(response, door)


def _later(response: Response, wait: timedelta) -> Response:
    response.headers["Retry-After"] = str(int(wait.total_seconds()) + 1)
    return response


def _sent() -> str:
    return pack(request.form.items(multi=True))


def _onward(default: str) -> str:
    return own_path(request.args.get("next", ""), default)


def _tokens() -> dict[str, str]:
    return tokens(request.cookies, _settings())


def _key() -> str:
    return _settings().load_secret_key()


def _settings() -> Settings:
    return cast("Settings", current_app.extensions["settings"])

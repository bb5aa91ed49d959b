"""What people type to sign in."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length, Regexp

LONGEST_PASSWORD = 256


class LoginForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """E-mail and password of staff; `kept` carries a form that was sent after the last login had ended."""

    email = StringField(
        _l("E-Mail-Adresse"),
        [InputRequired(_l("Hier fehlt die E-Mail-Adresse.")), Length(max=254)],
        filters=[lambda typed: typed.strip() if typed else typed],
    )
    password = PasswordField(
        _l("Passwort"),
        [
            InputRequired(_l("Hier fehlt das Passwort.")),
            Length(max=LONGEST_PASSWORD, message=_l("So lang ist hier kein Passwort.")),
        ],
    )
    kept = HiddenField()


class CardForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """What stands on a login card; `kept` as above."""

    word = StringField(
        _l("Kartencode"),
        [
            InputRequired(_l("Tippe den Kartencode ein. Er steht unten auf der Karte.")),
            Length(max=40, message=_l("Der Kartencode ist ein Wort und zwei Ziffern.")),
            Regexp(r"^\D*[^\W\d_]", message=_l("Da fehlt noch das Wort. Der Code beginnt mit einem Wort.")),
            Regexp(r".*\d.*\d", message=_l("Da fehlt noch eine Ziffer. Der Code endet auf zwei Ziffern.")),
        ],
    )
    pin = PasswordField(
        _l("PIN"),
        [
            InputRequired(_l("Tippe die vier Ziffern deiner PIN ein.")),
            Regexp(r"^\s*\d{4}\s*$", message=_l("Die PIN hat vier Ziffern.")),
        ],
    )
    kept = HiddenField()

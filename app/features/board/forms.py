"""The one form of the board: the hour's key."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired, Length

KEY_LENGTH = 8


class KeyForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """Eight symbols from the printed sheet, blanks and dashes between them allowed."""

    key = StringField(
        _l("Schlüssel vom gedruckten Blatt"),
        [
            InputRequired(_l("Tippe die acht Zeichen vom Blatt ein.")),
            Length(
                min=KEY_LENGTH, max=3 * KEY_LENGTH, message=_l("Der Schlüssel hat acht Zeichen. Da fehlt noch etwas.")
            ),
        ],
    )

"""The one form of joining: the hour's code."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired, Regexp


class CodeForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """Six digits from the board, blanks between them allowed."""

    code = StringField(
        _l("Code von der Tafel"),
        [
            InputRequired(_l("Tippe die sechs Ziffern ein, die auf der Tafel stehen.")),
            Regexp(r"^\s*(\d\s*){6}$", message=_l("Der Code hat sechs Ziffern. Schau auf die Tafel.")),
        ],
    )

"""What mentors type."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import Regexp


class PairForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    """The code that a waiting board shows."""

    code = StringField(
        _l("Code auf der Tafel"),
        validators=[Regexp(r"^\s*(\d\s*){6}$", message=_l("Der Code hat sechs Ziffern. Schau auf die Tafel."))],
    )

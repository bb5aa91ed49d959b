"""A form that was sent without an answer: it says what is missing, whatever the kind."""

from __future__ import annotations

import pytest
from werkzeug.datastructures import MultiDict

from app.domain.grading import kind_of
from app.domain.questions import Question
from app.features.learn.forms import read
from tests.support.lesson import MARK, NUMBER, QUESTIONS, SPOTS

NOTHING_IS_AN_ANSWER = {MARK, SPOTS}


@pytest.mark.parametrize("question", [one for one in QUESTIONS if kind_of(one).graded], ids=lambda one: one.kind)
def test_nothing_is_missing_not_wrong(question: Question) -> None:
    errors = read(question, MultiDict()).errors
    assert errors == (("confidence",) if question in NOTHING_IS_AN_ANSWER else ("missing", "confidence"))


def test_what_is_no_answer_is_not_missing() -> None:
    assert read(NUMBER, MultiDict([("number", "many"), ("confidence", "sure")])).errors == ("bad",)

"""What holds for every question of every kind and for every response."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st

from app.domain.errors import BadResponse
from app.domain.grading import full_credit, grade, shuffled, votes
from app.domain.grading.numbers import number_text
from app.domain.live.result import right_ids
from app.domain.questions import Mark, Multiple, Number, Order, Question, Spots
from tests.support.lesson import CHOICE, CLOUD, GROUPS, MARK, MULTIPLE, NUMBER, ORDER, POLL, SHORT, TRUTH
from tests.support.strategies import (
    JSON,
    SEEDS,
    answered,
    gaps,
    groups,
    highlights,
    marks,
    matches,
    multiples,
    numbers,
    orders,
    questions,
    responses,
    spots,
)

KEYS = [
    "option",
    "options",
    "because",
    "number",
    "text",
    "words",
    "order",
    "groups",
    "pairs",
    "gaps",
    "marks",
    "passages",
]


@given(questions())
def test_full_credit_scores_one(question: Question) -> None:
    graded = grade(question, full_credit(question))
    assert (graded.score, graded.correct, graded.misconceptions) == (1.0, True, ())
    assert graded.feedback.right
    assert all(part.right for part in graded.parts)
    assert set(votes(question, full_credit(question))) == right_ids(question)


@given(answered())
def test_every_answer_of_the_right_shape_has_a_grade(pair: tuple[Question, dict[str, Any]]) -> None:
    question, response = pair
    graded = grade(question, response)
    assert 0 <= graded.score <= 1
    assert graded.correct == (graded.score == 1) == graded.feedback.right
    assert graded.correct == all(part.right for part in graded.parts)
    assert graded.feedback.reason
    assert len(set(votes(question, response))) == len(votes(question, response))


@given(questions(), st.one_of(JSON, st.dictionaries(st.sampled_from(KEYS), JSON)))
@example(CHOICE, {"option": {}})
@example(ORDER, {"order": [[]]})
@example(GROUPS, {"groups": {"app": {}, "link": [], "call": None}})
@example(MARK, {"marks": None})
@example(MULTIPLE, {"options": "long"})
@example(TRUTH, {"because": ["holes"]})
@example(NUMBER, {"number": "1e999"})
@example(NUMBER, {"number": "٣"})
@example(SHORT, {"text": "\u0000"})
@example(POLL, {"option": ["good"]})
@example(CLOUD, {"words": ["", "!", 1]})
def test_everything_else_is_refused_and_nothing_breaks(question: Question, response: Any) -> None:
    assert outcome(question, response) in {"graded", "shape", "unknown-id", "incomplete", "twice", "number"}


def outcome(question: Question, response: Any) -> str:
    try:
        grade(question, response)
    except BadResponse as refusal:
        return refusal.code
    return "graded"


@given(st.data(), questions(), SEEDS)
def test_the_order_of_showing_never_changes_a_grade(data: st.DataObject, question: Question, seed: int) -> None:
    response = data.draw(responses(question))
    one, other = grade(question, response), grade(shuffled(question, seed), response)
    assert (one.score, one.feedback) == (other.score, other.feedback)
    assert set(one.misconceptions) == set(other.misconceptions)
    assert sorted(one.parts, key=lambda part: part.id) == sorted(other.parts, key=lambda part: part.id)


@given(questions(), SEEDS)
def test_drawing_an_order_loses_nothing(question: Question, seed: int) -> None:
    drawn = shuffled(question, seed)
    assert drawn == shuffled(question, seed)
    for one in fields(question):
        before, after = getattr(question, one.name), getattr(drawn, one.name)
        assert Counter(before) == Counter(after) if isinstance(before, tuple) else before == after


@given(st.data(), st.one_of(groups(), matches(), gaps(), highlights()))
def test_moving_one_item_home_never_lowers_the_score(data: st.DataObject, question: Question) -> None:
    [(key, home)] = full_credit(question).items()
    [given_] = data.draw(responses(question)).values()
    item = data.draw(st.sampled_from(sorted(home)))
    mended = {**given_, item: home[item]}
    assert grade(question, {key: mended}).score >= grade(question, {key: given_}).score


@given(st.data(), multiples())
def test_mending_one_option_never_lowers_the_score_and_everything_is_no_skill(
    data: st.DataObject, question: Multiple
) -> None:
    given_ = set(data.draw(responses(question))["options"])
    option = data.draw(st.sampled_from(question.options))
    mended = given_ | {option.id} if option.right else given_ - {option.id}
    if mended:
        assert grade(question, {"options": sorted(mended)}).score >= grade(question, {"options": sorted(given_)}).score
    assert grade(question, {"options": [one.id for one in question.options]}).score == 0


@given(numbers(), st.integers(0, 9999), st.integers(0, 9999), st.sampled_from((-1, 1)))
def test_a_number_that_is_nearer_never_scores_less(question: Number, near: int, far: int, side: int) -> None:
    near, far = sorted((near, far))
    scores = [grade(question, {"number": number_text(question.right + side * off)}).score for off in (near, far)]
    assert scores[0] >= scores[1]


@given(st.data(), st.one_of(marks(), spots()))
def test_mending_one_line_never_lowers_the_score(data: st.DataObject, question: Mark | Spots) -> None:
    given_ = set(data.draw(responses(question))["marks"])
    line = data.draw(st.sampled_from(question.lines if isinstance(question, Mark) else question.regions))
    mended = given_ | {line.id} if line.mark else given_ - {line.id}
    assert grade(question, {"marks": sorted(mended)}).score >= grade(question, {"marks": sorted(given_)}).score


@given(st.data(), orders())
def test_swapping_two_neighbours_back_never_lowers_the_score(data: st.DataObject, question: Order) -> None:
    given_ = data.draw(responses(question))["order"]
    place = data.draw(st.integers(0, len(given_) - 2))
    first, second = given_[place], given_[place + 1]
    assume(question.right.index(first) > question.right.index(second))
    mended = [*given_[:place], second, first, *given_[place + 2 :]]
    assert grade(question, {"order": mended}).score > grade(question, {"order": given_}).score


@given(st.data(), marks())
def test_ticking_everything_is_no_skill(data: st.DataObject, question: Mark) -> None:
    """Marking every line gets no more than an honest try that misses no more lines than there are harmless ones."""
    wanted = [one.id for one in question.lines if one.mark]
    harmless = [one.id for one in question.lines if not one.mark]
    assume(harmless)
    everything = grade(question, {"marks": [one.id for one in question.lines]}).score
    honest = data.draw(st.lists(st.sampled_from(wanted), unique=True)) if wanted else []
    if not wanted or len(harmless) >= len(wanted):
        assert everything == 0
    else:
        assert everything == (len(wanted) - len(harmless)) / len(wanted)
    if len(wanted) - len(honest) <= len(harmless):
        assert grade(question, {"marks": honest}).score >= everything

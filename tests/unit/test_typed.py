"""What people type in from paper and board, and the names the product gives them."""

from __future__ import annotations

from random import Random

import pytest

from app.work.aliases import alias
from app.work.tokens import SYMBOLS, new_code, new_hour_key, new_token, normal_code, normal_hour_key


@pytest.mark.parametrize("typed", ["482917", "482 917", " 482\u00a0917 "])
def test_a_code_may_have_blanks(typed: str) -> None:
    assert normal_code(typed) == "482917"


@pytest.mark.parametrize("typed", ["7KV0-3W91", "7kvo 3wgi".replace("g", "9"), "7KVO-3W9L", "7kv0—3w91"])
def test_an_hours_key_may_be_typed_with_dashes_small_letters_and_look_alikes(typed: str) -> None:
    assert normal_hour_key(typed) == "7KV03W91"


def test_keys_and_codes_have_their_shape() -> None:
    for _ in range(50):
        assert len(new_code()) == 6
        assert new_code().isdigit()
        key = new_hour_key()
        assert len(key) == 8
        assert set(key) <= set(SYMBOLS)
        assert normal_hour_key(key) == key
    assert len({new_token() for _ in range(50)}) == 50


def test_aliases_are_many_and_short_enough_for_their_column() -> None:
    chance = Random(1)
    drawn = [alias(chance) for _ in range(3000)]
    assert len(set(drawn)) > 1500
    assert all(len(one) <= 40 and len(one.split()) == 2 for one in drawn)
    assert all(one.split()[0].endswith(("er", "e")) and one.istitle() for one in drawn)

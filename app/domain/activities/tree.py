"""The decision tree: questions sort creatures with two possible homes; the examples say what each leaf answers.

A tree has three places for a question: the first, and one on each of its two sides. So it has four leaves, counted
from 0: yes-yes, yes-no, no-yes, no-no. Where a side asks nothing, its creatures are all in its first leaf. A leaf
answers with the home that most of the examples in it have; without any, or at a tie, it knows no answer.
static/js/activity/tree-rules.js has the same rules; tests/support/tree_runs.json holds both to the same trees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from app.domain.activities.base import Doing

SQUARE = "square"
QUESTIONS = (SQUARE, "horns", "stripes", "tail")
"""What can be asked, and what a creature can have. One that is not square is round."""
LEAVES = 4

Nodes = Sequence[str | None]
"""The three questions of a tree: first, after yes, after no. None asks nothing."""


@dataclass(frozen=True)
class Creature:
    """What it has out of QUESTIONS, and the home where it belongs."""

    has: tuple[str, ...]
    home: str

    @property
    def square(self) -> bool:
        """Which of the two groups it is of: hits are counted for each."""
        return SQUARE in self.has


@dataclass(frozen=True)
class Level:
    """One task: the examples that a tree is built from."""

    task: str
    examples: tuple[Creature, ...]

    @property
    def one_sided(self) -> bool:
        """Whether one of the two groups is missing among the examples."""
        return len({one.square for one in self.examples}) == 1


@dataclass(frozen=True, kw_only=True)
class Tree(Doing):
    """Build a tree for the creatures of two homes, and try it with new ones, which are the same in each level."""

    homes: tuple[str, str]
    levels: tuple[Level, ...]
    new: tuple[Creature, ...]
    kind: str = "tree"


def leaf_of(nodes: Nodes, creature: Creature) -> int:
    """The leaf that `creature` comes to."""
    first, *sides = nodes
    side = 0 if first is None or first in creature.has else 1
    question = sides[side] if first is not None else None
    return 2 * side + (0 if question is None or question in creature.has else 1)


def answers(nodes: Nodes, examples: Sequence[Creature]) -> tuple[str | None, ...]:
    """What each leaf answers after these examples."""
    return tuple(_most([one.home for one in examples if leaf_of(nodes, one) == leaf]) for leaf in range(LEAVES))


def _most(homes: list[str]) -> str | None:
    ranked = sorted({(homes.count(one), one) for one in homes}, reverse=True)
    tied = len(ranked) > 1 and ranked[0][0] == ranked[1][0]
    return ranked[0][1] if ranked and not tied else None


def hits(nodes: Nodes, examples: Sequence[Creature], creatures: Sequence[Creature]) -> int:
    """How many of `creatures` a tree that learned from `examples` sends to their home."""
    known = answers(nodes, examples)
    return sum(known[leaf_of(nodes, one)] == one.home for one in creatures)


def perfect(examples: Sequence[Creature]) -> Iterator[Nodes]:
    """All trees that are right about every example they learned from."""
    yield from (one for one in _trees() if hits(one, examples, examples) == len(examples))


def crowd(creatures: Sequence[Creature]) -> int:
    """How many of `creatures` may meet in one leaf where a side asks a question, whatever is asked."""
    leaves = ([leaf_of(one, each) for each in creatures] for one in _trees() if None not in one)
    return max(found.count(leaf) for found in leaves for leaf in range(LEAVES))


def _trees() -> Iterator[Nodes]:
    """All trees; on a side nobody asks again what was asked first."""
    for first in QUESTIONS:
        yield from product((first,), *2 * [[one for one in (None, *QUESTIONS) if one != first]])

"""The live session as a value: its state, the moves that change it, and what each audience may see of it."""

from app.domain.live.apply import apply
from app.domain.live.moves import Move, parse
from app.domain.live.rules import check_hand, next_move
from app.domain.live.state import Hands, Phase, Round, State, Stop

__all__ = ["Hands", "Move", "Phase", "Round", "State", "Stop", "apply", "check_hand", "next_move", "parse"]

"""A few threads for what must not run on the loop: every read of the database that the shell makes itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

Values = ParamSpec("Values")
Result = TypeVar("Result")

WORKERS = 4


class Threads:
    """`await threads.run(function, ...)` from the loop."""

    def __init__(self, workers: int = WORKERS) -> None:
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="shell")

    async def run(self, function: Callable[Values, Result], *values: Values.args, **named: Values.kwargs) -> Result:
        """The result of `function`, run in one of the threads; raises what it raises."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: function(*values, **named))

    def close(self) -> None:
        """Take no more work; what has not begun is dropped."""
        self._pool.shutdown(wait=False, cancel_futures=True)

# SPDX-License-Identifier: EUPL-1.2
"""Queries compiled once for a whole process: each vault has an engine of its own, which would begin anew.

A third of what a test in the window cost was compiling what the test before had compiled. The program opens
one vault, so that it has no use for this.
"""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.util import LRUCache


class OneCompiler:
    """Stands for `create_engine`: every engine it makes has the dialect and the compiled queries of the first."""

    def __init__(self, create_engine: Any) -> None:
        self._create = create_engine
        self._first: Engine | None = None
        self._compiled: LRUCache[Any, Any] = LRUCache(5_000)

    def __call__(self, *arguments: Any, **options: Any) -> Engine:
        """Make an engine."""
        engine: Engine = self._create(
            *arguments, **options, execution_options={"compiled_cache": self._compiled}
        )
        if self._first is None:
            self._first = engine
        engine.dialect = self._first.dialect
        return engine

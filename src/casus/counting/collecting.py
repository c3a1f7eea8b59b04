# SPDX-License-Identifier: EUPL-1.2
"""Holding Python's search for cycles back while a great many rows are made, none of which is in a cycle."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held_back() -> Iterator[None]:
    """Leave cycles alone until the end: with 500,000 rows looking for them takes longer than counting."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

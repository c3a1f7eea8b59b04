# SPDX-License-Identifier: EUPL-1.2
"""How much is tried: `make test` a fair share of every long list, `make thorough` all of it.

A share is taken by place, so that each run tries the same, and neighbours (the fields of one form) between
them try everything.
"""

import os
from collections.abc import Iterable, Iterator
from typing import TypeVar

THOROUGH = os.environ.get("CASUS_THOROUGH") == "1"
_One = TypeVar("_One")


def share(items: Iterable[_One], turn: int, of: int = 3) -> Iterator[_One]:
    """Yield every `of`-th item, beginning with the one whose turn it is; all of them when thorough."""
    yield from (one for at, one in enumerate(items) if THOROUGH or (at + turn) % of == 0)

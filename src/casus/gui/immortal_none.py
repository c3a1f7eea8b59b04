# SPDX-License-Identifier: EUPL-1.2
"""Keeps PySide 6.12 from ending the program under Python 3.11.

The wheels of PySide6 6.12.0 take None to be immortal, as it is from Python 3.12 on (PEP 683): each call
that returns None takes one reference from it, and after some thousands of calls the interpreter aborts with
"deallocating None". 6.11.3 does not. Giving None a count that is never used up makes it what PySide expects.
"""

import ctypes
import sys

_COUNT = 1 << 60


def protect_none() -> None:
    """Make None immortal where it is not yet; Python never frees it anyway."""
    if sys.version_info < (3, 12):
        ctypes.c_ssize_t.from_address(id(None)).value = _COUNT

# SPDX-License-Identifier: EUPL-1.2
"""Keeps PySide 6.12 from ending the program under Python 3.11.

The wheels of PySide6 6.12.0 take None, True and False to be immortal, as they are from Python 3.12 on (PEP
683): a call that returns nothing takes one reference from None, and each `Signal.emit` one from True. After
some thousands of calls the interpreter aborts ("deallocating None") or crashes. 6.11.3 does not. Giving the
three a count that is never used up makes them what PySide expects.
"""

import ctypes
import sys

_COUNT = 1 << 60


def protect_constants() -> None:
    """Make None, True and False immortal where they are not yet; Python never frees them anyway."""
    if sys.version_info < (3, 12):
        for constant in (None, True, False):
            ctypes.c_ssize_t.from_address(id(constant)).value = _COUNT

# SPDX-License-Identifier: EUPL-1.2
"""The process that holds an open vault: its files are for the owner only, and it leaves no memory dump.

security.md 5.3 and 5.9: no core dumps, no reading along by another program of the same user. What the system
does not offer is passed over: it is a second wall, the vault stays encrypted without it.
"""

import ctypes
import os
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4
_OWNER_ONLY = 0o077
_NO_CRASH_BOXES = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX


def harden() -> None:
    """Keep this process' files and memory to itself; call first thing."""
    if sys.platform == "win32":
        _harden_windows()
    else:
        os.umask(_OWNER_ONLY)
        _no_core_file()
        if sys.platform.startswith("linux"):
            _not_dumpable()


def _harden_windows() -> None:
    """Windows: no error report with a memory dump. Rights come from the profile's folder (vault.rights)."""
    if sys.platform == "win32":
        with suppress(AttributeError, OSError):
            ctypes.windll.kernel32.SetErrorMode(_NO_CRASH_BOXES)


def _no_core_file() -> None:
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _not_dumpable() -> None:
    """Linux: neither core dumps through a pipe nor ptrace by the same user (prctl(2), PR_SET_DUMPABLE)."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)

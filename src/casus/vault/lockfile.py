# SPDX-License-Identifier: EUPL-1.2
"""One program at a time: a lock of the operating system on `vault.lock`, gone when its holder dies.

The file's existence means nothing, so a crash or a full disk never looks like another program
(keepassxc#1061, security.md 3).
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from casus.errors import VaultInUse
from casus.vault.rights import FILE_MODE

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _give_back(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        # flock, not lockf: that one does not see a second opening in the same process
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give_back(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


class LockFile:
    """Holds the vault for this process until `release` or the end of the process."""

    def __init__(self, path: Path) -> None:
        """Take the lock at once; raise VaultInUse when another program has it, OSError when it cannot be."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        self._descriptor: int | None = os.open(path, flags, FILE_MODE)
        try:
            _take(self._descriptor)
        except OSError:
            os.close(self._descriptor)
            self._descriptor = None
            raise VaultInUse(folder=str(path.parent)) from None

    def release(self) -> None:
        """Give the vault free; harmless when it was already."""
        if self._descriptor is None:
            return
        with suppress(OSError):
            _give_back(self._descriptor)
        os.close(self._descriptor)
        self._descriptor = None

# SPDX-License-Identifier: EUPL-1.2
"""Who may read the vault's folder: its owner only, on every system."""

import os
import stat
import sys
from pathlib import Path

from casus.errors import VaultReadOnly

FOLDER_MODE = 0o700
FILE_MODE = 0o600

if sys.platform == "win32":
    import ctypes

    _OWNER_ONLY = (
        "D:P(A;OICI;FA;;;OW)"  # protected: nothing inherited; full access for the owner, nobody else
    )
    _SDDL_REVISION = 1
    _DACL = 0x4
    _PROTECTED_DACL = 0x80000000

    def close_to_others(path: Path) -> bool:
        """Give the file or folder an access list of its owner alone; return whether it could be done."""
        descriptor = ctypes.c_void_p()
        made = ctypes.windll.advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW(
            _OWNER_ONLY, _SDDL_REVISION, ctypes.byref(descriptor), None
        )
        if not made:
            return False
        try:
            return bool(
                ctypes.windll.advapi32.SetFileSecurityW(str(path), _DACL | _PROTECTED_DACL, descriptor)
            )
        finally:
            ctypes.windll.kernel32.LocalFree(descriptor)

else:

    def close_to_others(path: Path) -> bool:
        """Take all rights from group and others; return whether anything had to change."""
        mode = stat.S_IMODE(path.stat().st_mode)
        wanted = FOLDER_MODE if path.is_dir() else FILE_MODE
        if mode & 0o077 == 0:
            return False
        path.chmod(wanted)
        return True


def tighten(folder: Path) -> bool:
    """Close an existing vault to others; return whether it had been open to them (never known on Windows)."""
    changed = [close_to_others(path) for path in (folder, *folder.iterdir()) if not path.is_symlink()]
    return any(changed) and sys.platform != "win32"


def require_writable(folder: Path) -> None:
    """Raise VaultReadOnly when this user may not write in the folder (a view is an entry in the log too)."""
    if not os.access(folder, os.W_OK, **_effective()):
        raise VaultReadOnly(folder=str(folder))


def _effective() -> dict[str, bool]:
    return {"effective_ids": True} if os.access in os.supports_effective_ids else {}

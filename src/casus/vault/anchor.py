# SPDX-License-Identifier: EUPL-1.2
"""What this computer last saw of a vault: kept outside it, so that an older copy is noticed.

Page authentication says that a vault is genuine, not that it is the newest (security.md 4.5). The anchor
holds the number and digest of the last entry of the audit log, under a MAC of the vault's own key.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from casus.crypto.keys import mac, same
from casus.errors import CasusError
from casus.vault import files

_MAX_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Anchor:
    """The last entry seen: its number and its digest."""

    seq: int
    head: bytes


def local_folder() -> Path:
    """Return the folder of this user on this computer where anchors are kept."""
    return user_data_path("casus", appauthor=False) / "vaults"


def read(local: Path, vault_id: str, key: bytes) -> tuple[Anchor | None, bool]:
    """Return the anchor of a vault, and whether one was there that does not hold (damaged or forged)."""
    path = _path(local, vault_id)
    try:
        data = json.loads(files.read_bounded(path, _MAX_BYTES))
        anchor = Anchor(int(data["seq"]), bytes.fromhex(data["head"]))
        genuine = same(bytes.fromhex(data["mac"]), _mac(key, vault_id, anchor))
    except FileNotFoundError:
        return None, False
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None, True
    return (anchor, False) if genuine else (None, True)


def write(local: Path, vault_id: str, key: bytes, anchor: Anchor) -> bool:
    """Keep an anchor; return whether it could be. A full or missing home never stops work in the vault."""
    text = {"seq": anchor.seq, "head": anchor.head.hex(), "mac": _mac(key, vault_id, anchor).hex()}
    try:
        files.make_folder(local)
        files.write_whole(_path(local, vault_id), json.dumps(text).encode("ascii"))
    except (OSError, CasusError):
        return False
    return True


def _path(local: Path, vault_id: str) -> Path:
    return local / f"{vault_id}.anchor"


def _mac(key: bytes, vault_id: str, anchor: Anchor) -> bytes:
    return mac(key, b"anchor\x00", f"{vault_id}:{anchor.seq}:".encode("ascii"), anchor.head)

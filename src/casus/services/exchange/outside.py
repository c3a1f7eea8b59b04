# SPDX-License-Identifier: EUPL-1.2
"""What a bundle says of itself to somebody without a key: that it is one, how large, for how many; no names."""

from dataclasses import dataclass
from pathlib import Path

from casus.crypto.bundle import MOST_BYTES, TAG, VERSION, read_outside
from casus.errors import BundleInvalid

_AROUND = 64 * 1024**2
"""What header, letter, tags and signature may add to the parts of the largest bundle."""


@dataclass(frozen=True)
class Outside:
    """The clear beginning of a bundle and its size; nothing of what is sealed was checked."""

    bundle_id: str
    version: int
    recipients: int
    bytes: int


def look_outside(path: Path) -> Outside:
    """Read only the beginning of a bundle; no vault and no key are needed.

    Raises BundleInvalid "unreadable", "not_a_bundle", "newer", "truncated", "damaged" or "too_large".
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise BundleInvalid("unreadable")
        with path.open("rb") as file:
            header = read_outside(file)
            sealed = size - file.tell()
    except (OSError, ValueError):  # ValueError: a sign that no path may hold
        raise BundleInvalid("unreadable") from None
    if sealed < TAG:
        raise BundleInvalid("truncated")
    if size > MOST_BYTES + _AROUND:
        raise BundleInvalid("too_large")
    return Outside(header.id, VERSION, len(header.sealed), size)

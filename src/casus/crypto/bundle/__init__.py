# SPDX-License-Identifier: EUPL-1.2
"""Sealed bundles (`.casusbundel`): encrypted to named colleagues, signed by one, read and written in pieces.

```
CASUSBND | version u16 | length u32 | header: {"id", "to": [file key sealed to each recipient by HPKE]} | SHA-256
then chunks of 64 KiB, ChaCha20-Poly1305, numbered, the last one marked (the STREAM construction, as in age):
    length u32 | letter (JSON: kind, sender, recipients, parts with sizes) | the parts | Ed25519 signature
```
The header tells no more than how many may open it. The signature is over header and all plain bytes, so that a
recipient cannot pass on what was signed as if it had been sealed to somebody else. Nothing is compressed.
Sources: RFC 9180 (HPKE), RFC 8032 (Ed25519), RFC 8439; Hoang, Reyhanitabar, Rogaway, Vizár 2015 (STREAM).
"""

from casus.crypto.bundle.layout import MOST_BYTES, SUFFIX, VERSION, Letter, Part, PartSize
from casus.crypto.bundle.opening import Opened, open_bundle, read_outside
from casus.crypto.bundle.sealing import seal_bundle
from casus.crypto.bundle.stream import TAG

__all__ = [
    "MOST_BYTES",
    "SUFFIX",
    "TAG",
    "VERSION",
    "Letter",
    "Opened",
    "Part",
    "PartSize",
    "open_bundle",
    "read_outside",
    "seal_bundle",
]

# SPDX-License-Identifier: EUPL-1.2
"""Every page of a vault's database as it stands in the file, decrypted by hand: free pages and remains included.

SQLCipher 4 with a raw key: AES-256-CBC per page of 4096 bytes, whose last 80 hold the vector (16) and a MAC; the
first 16 bytes of the file are the salt.
"""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from casus.crypto.keys import DATABASE
from casus.services.desk import Desk
from casus.vault import files

PAGE, RESERVED, VECTOR, SALT = 4096, 80, 16, 16


def pages(desk: Desk) -> bytes:
    """Return all pages after one another, decrypted; of an open vault, as it is on disk now."""
    key = desk.vault._vault_key().subkey(DATABASE)
    raw = (Path(desk.vault.folder) / files.DATABASE).read_bytes()
    found = []
    for at in range(0, len(raw), PAGE):
        page = raw[at : at + PAGE]
        start = SALT if at == 0 else 0
        vector = page[PAGE - RESERVED : PAGE - RESERVED + VECTOR]
        decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
        found.append(decryptor.update(page[start : PAGE - RESERVED]) + decryptor.finalize())
    assert b"CREATE TABLE persons" in b"".join(found)  # they are really decrypted
    return b"".join(found)


def on_pages(desk: Desk, word: str) -> int:
    """Return how often a word stands in the raw pages, in any case."""
    return pages(desk).lower().count(word.lower().encode())

# SPDX-License-Identifier: EUPL-1.2
"""The pages of an encrypted database, decrypted one by one without the engine: free pages and gaps as well."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from casus.crypto.keys import DATABASE
from casus.services.desk import Desk
from casus.vault import files

PAGE, RESERVED, SALT, IV = 4096, 80, 16, 16


def pages(database: Path, key: bytes) -> bytes:
    """Return all pages of a SQLCipher 4 file with a raw key, as they are under the encryption."""
    data = database.read_bytes()
    assert len(data) % PAGE == 0
    found = []
    for at in range(0, len(data), PAGE):
        page = data[at : at + PAGE]
        start = SALT if at == 0 else 0
        iv = page[PAGE - RESERVED : PAGE - RESERVED + IV]
        cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        found.append(cipher.update(page[start : PAGE - RESERVED]) + cipher.finalize())
    return b"".join(found)


def on_pages(desk: Desk, word: str) -> int:
    """Return how often a word stands in the pages of a desk's vault as it is on disk now, in any case."""
    found = pages(desk.vault.folder / files.DATABASE, desk.vault._vault_key().subkey(DATABASE))
    assert b"CREATE TABLE persons" in found  # they are really decrypted
    return found.lower().count(word.lower().encode())

# SPDX-License-Identifier: EUPL-1.2
"""The ledger as a file: one JSON line per release, and a secret file beside it.

`LEDGER` begins with a header line that names the format and the fingerprint of the key; every further line
is an entry (with its proof, where it has one). `LEDGER.secret`, for its owner only, holds the key and the
digest of the last entry, the head: without it a copy cannot be forged, and an older or shortened copy is
noticed. The file with the entries is replaced first and the head after it: when a power cut comes between
the two, the file is one entry *ahead* of the head. That entry carries the key's digest, so it is taken as
written; entries that are *missing* never are.
"""

import base64
import hmac
import json
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from casus.disclosure import Ledger, LedgerEntry
from casus.errors import ExportFailed, LedgerBroken, VaultInUse
from casus.services.printable import printable
from casus.vault.files import write_whole
from casus.vault.lockfile import LockFile

FORMAT = "casus ledger 1"
KEPT_APART = ".secret"
LARGEST = 1024 * 1024 * 1024
_KEY_BYTES = 32


@dataclass(frozen=True)
class Kept:
    """A ledger with the lines it was read from; `new` when there was none."""

    ledger: Ledger
    lines: tuple[str, ...] = ()
    new: bool = False


class LedgerFile:
    """A ledger file in use by this process only, until `close`."""

    def __init__(self, path: Path) -> None:
        """Take the ledger; raises ExportFailed("ledger_in_use") or another reason of the disk."""
        self.path = path
        self._secret = path.with_name(path.name + KEPT_APART)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = LockFile(path.with_name(f".{path.name}.lock"))
        except VaultInUse as error:
            raise ExportFailed(reason="ledger_in_use") from error
        except (OSError, ValueError) as error:
            raise ExportFailed(reason="no_ledger_folder") from error

    def close(self) -> None:
        """Let go of it."""
        self._lock.release()
        with suppress(OSError):
            self.path.with_name(f".{self.path.name}.lock").unlink()

    def read(self) -> Kept:
        """Return the ledger, a new empty one on first use; raises LedgerBroken with a distinct reason."""
        there, known = self.path.exists(), self._secret.exists()
        if not there and not known:
            return Kept(Ledger((), secrets.token_bytes(_KEY_BYTES), None), new=True)
        if not known:
            raise self._broken("secret_missing")
        key, head = self._read_secret()
        if not there:
            if head is None:
                return Kept(Ledger((), key, None), new=True)
            raise self._broken("gone")
        header, *lines = self._read_lines()
        self._check_header(header, key)
        return Kept(self._checked(lines, key, head), tuple(lines))

    def write(self, kept: Kept, entries: Sequence[tuple[LedgerEntry, bytes | None]]) -> None:
        """Add entries (with their proofs) to the file; raises ExportFailed, and then all is as it was."""
        there = tuple(self._read_lines()[1:]) if self.path.exists() else ()
        if there != kept.lines:  # the lock is of this computer; on a share somebody else may have written
            raise ExportFailed(reason="ledger_in_use")
        lines = [_line(entry, proof) for entry, proof in entries]
        try:
            if kept.new:
                self._write_secret(kept.ledger.key, None)
            self._put(kept, lines, entries[-1][0].digest)
        except BaseException as error:
            with suppress(OSError):
                self.restore(kept)
            if isinstance(error, OSError):
                raise ExportFailed(reason="ledger") from error
            raise

    def restore(self, kept: Kept) -> None:
        """Put the file back as it was before `write`: nothing of the new entries left the house."""
        if kept.new:
            for path in (self.path, self._secret):
                path.unlink(missing_ok=True)
        else:
            self._put(kept, (), kept.ledger.head)

    def _put(self, kept: Kept, new: Sequence[str], head: str | None) -> None:
        header = _canonical({"format": FORMAT, "key": fingerprint(kept.ledger.key)})
        lines = (header, *kept.lines, *new)
        write_whole(self.path, "".join(f"{line}\n" for line in lines).encode())
        self._write_secret(kept.ledger.key, head)

    def _checked(self, lines: Sequence[str], key: bytes, head: str | None) -> Ledger:
        entries = []
        for number, line in enumerate(lines, start=1):
            try:
                row = json.loads(line)
                entries.append(LedgerEntry.from_json(_canonical(row["entry"])))
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                raise self._broken("unreadable", line=number + 1) from error
            except LedgerBroken as error:
                raise self._broken(str(error.data.get("reason")), line=number + 1) from error
        last = entries[-1].digest if entries else None
        digests = [entry.digest for entry in entries]
        try:
            ledger = Ledger(tuple(entries), key, last)
        except LedgerBroken as error:
            wrong = error.data.get("number")
            at = wrong + 1 if isinstance(wrong, int) else None
            raise self._broken(str(error.data.get("reason")), line=at) from error
        if head is not None and head not in digests:
            raise self._broken("older")
        return ledger

    def _read_lines(self) -> list[str]:
        try:
            with self.path.open("rb") as file:
                data = file.read(LARGEST + 1)
            text = data.decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise self._broken("unreadable") from error
        lines = text.split("\n")
        if lines[-1]:
            raise self._broken("cut_off")
        if len(lines) < 2:
            raise self._broken("no_header")
        return lines[:-1]

    def _check_header(self, header: str, key: bytes) -> None:
        try:
            found = json.loads(header)
            form, mark = found["format"], str(found["key"])
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise self._broken("no_header") from error
        if form != FORMAT:
            raise self._broken("no_header")
        if not hmac.compare_digest(mark, fingerprint(key)):
            raise self._broken("other_key")

    def _read_secret(self) -> tuple[bytes, str | None]:
        try:
            found: dict[str, Any] = json.loads(self._secret.read_text(encoding="utf-8"))
            key, head = bytes.fromhex(found["key"]), found["head"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise self._broken("secret_unreadable") from error
        if len(key) != _KEY_BYTES or not (head is None or isinstance(head, str)):
            raise self._broken("secret_unreadable")
        return key, head

    def _write_secret(self, key: bytes, head: str | None) -> None:
        write_whole(self._secret, _canonical({"key": key.hex(), "head": head}).encode())
        if os.name == "posix":
            self._secret.chmod(0o600)

    def _broken(self, reason: str, line: int | None = None) -> LedgerBroken:
        name = printable(self.path.name, 200)
        return LedgerBroken(reason=f"file_{reason}", place=name if line is None else f"{name}:{line}")


def fingerprint(key: bytes) -> str:
    """Return what tells keys apart without telling anything of a key."""
    return sha256(b"casus ledger key 1" + key).hexdigest()[:16]


def _line(entry: LedgerEntry, proof: bytes | None) -> str:
    row: dict[str, object] = {"entry": json.loads(entry.to_json())}
    if proof:
        row["proof"] = base64.b64encode(proof).decode()
    return _canonical(row)


def _canonical(data: object) -> str:
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)

# SPDX-License-Identifier: EUPL-1.2
"""The check of a whole vault: every page, every rule of the tables, the whole audit log and every row it answers for.

Finds what opening does not: a damaged page that is not in use, an old copy of a page put back, a row
changed past the log (security.md 4.5).
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from casus.crypto.keys import AUDIT_MAC, DATABASE, VaultKey, same
from casus.errors import VaultDamaged, VaultError
from casus.vault import destructions, engine, files, header_file, schema
from casus.vault.audit_log import DELETED, DESTROYED, MUTATIONS, entry_digest, start_of
from casus.vault.faults import database_errors
from casus.vault.row_digest import Layout, layout_of, record_classes

Progress = Callable[[float], None]
_ENTRIES = (
    "SELECT seq, at, clock_back, actor, action, kind, record_id, batch_id, row_digest, digest"
    " FROM audit_entries ORDER BY seq"
)
_CHUNKS = "SELECT content FROM attachment_chunks WHERE attachment_id = ? ORDER BY position"
_SHA256_LETTERS = 64
_STEPS = 7


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    `part` and `reason` are codes: header (missing, hash, mac, differs, ...), pages (page), tables
    (integrity, foreign_key), log (gap, forged, other_vault), rows (changed, missing, unlogged, content: a document is not what was put in),
    destructions (signature: nobody signed for it; history: something of a destroyed record is still there).
    `kind` and `record_id` name the record, where there is one.
    """

    part: str
    reason: str
    kind: str = ""
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class VerifyResult:
    """What was found, and how much was looked at."""

    findings: tuple[Finding, ...]
    entries: int
    records: int

    @property
    def ok(self) -> bool:
        """Tell whether nothing was found."""
        return not self.findings


def verify(folder: Path, vault_id: str, key: VaultKey, progress: Progress | None = None) -> VerifyResult:
    """Look at everything; `progress` gets 0.0-1.0 and may raise Cancelled to stop.

    A damage that keeps the rest from being read is the last finding, not an error.
    """
    check = _Check(folder, vault_id, key, progress or (lambda _part: None))
    try:
        check.run()
    except VaultError as exc:
        check.found("pages", str(exc.data.get("reason", "unreadable")))
    return VerifyResult(tuple(check.findings), check.entries, check.records)


class _Check:
    """One run over a vault."""

    def __init__(self, folder: Path, vault_id: str, key: VaultKey, progress: Progress) -> None:
        self.folder, self.vault_id, self.key, self.progress = folder, vault_id, key, progress
        self.findings: list[Finding] = []
        self.entries = self.records = 0
        self.expected: dict[tuple[str, str], bytes] = {}

    def found(self, part: str, reason: str, kind: str = "", record_id: str = "") -> None:
        self.findings.append(Finding(part, reason, kind, record_id))

    def run(self) -> None:
        for name, reason in header_file.copies_agree(self.folder, self.key).items():
            self.found("header", reason, name)
        with database_errors():
            # a connection of its own: one bad page spoils later checks on the same one (sqlcipher#604)
            with closing(self._connect()) as connection:
                self._pages(connection)
            with closing(self._connect()) as connection:
                steps = (self._tables, self._log, self._rows, self._contents, self._destructions)
                for number, step in enumerate(steps, start=2):
                    self.progress(number / _STEPS)
                    step(connection)
        self.progress(1.0)

    def _connect(self) -> Any:
        return engine.connect(self.folder / files.DATABASE, self.key.subkey(DATABASE))

    def _pages(self, connection: Any) -> None:
        self.progress(1 / _STEPS)
        for _row in connection.execute("PRAGMA cipher_integrity_check"):
            self.found("pages", "page")

    def _tables(self, connection: Any) -> None:
        if schema.version_of(connection) == 0:
            raise VaultDamaged(part="database", reason="no_tables")
        for (line,) in connection.execute("PRAGMA integrity_check"):
            if line != "ok":
                self.found("tables", "integrity")
        for table, *_rest in connection.execute("PRAGMA foreign_key_check"):
            self.found("tables", "foreign_key", str(table))

    def _log(self, connection: Any) -> None:
        key = self.key.subkey(AUDIT_MAC)
        previous = start_of(self.vault_id, key)
        for number, row in enumerate(connection.execute(_ENTRIES), start=1):
            *told, digest = row
            self.entries = number
            if told[0] != number:
                self.found("log", "gap", record_id=str(number))
                return
            if not same(entry_digest(key, previous, tuple(told)), bytes(digest)):
                self.found("log", "forged", record_id=str(number))
                return
            previous = bytes(digest)
            action, place = told[4], (told[5], told[6])
            if action in (DELETED, DESTROYED):
                self.expected.pop(place, None)
            elif action in MUTATIONS:
                self.expected[place] = bytes(told[8])

    def _rows(self, connection: Any) -> None:
        if any(finding.part == "log" for finding in self.findings):
            return  # what the rows should be is not known
        key = self.key.subkey(AUDIT_MAC)
        for layout in map(layout_of, record_classes()):
            for stored in _stored_rows(connection, layout):
                self.records += 1
                expected = self.expected.pop((layout.kind, stored["id"]), None)
                if expected is None:
                    self.found("rows", "unlogged", layout.kind, stored["id"])
                elif not same(expected, layout.digest(key, stored)):
                    self.found("rows", "changed", layout.kind, stored["id"])
        for kind, record_id in self.expected:
            self.found("rows", "missing", kind, record_id)

    def _contents(self, connection: Any) -> None:
        """Read every document chunk by chunk and compare its digest with the one in its record.

        A record without a SHA-256 was not made by adding a document; that nobody altered it is checked above.
        """
        known = connection.execute("SELECT id, size, digest FROM attachments").fetchall()
        for record_id, size, expected in known:
            if len(expected) != _SHA256_LETTERS:
                continue
            digest, read = sha256(), 0
            for (chunk,) in connection.execute(_CHUNKS, (record_id,)):
                digest.update(chunk)
                read += len(chunk)
            if read != size or not same(digest.hexdigest().encode(), expected.encode()):
                self.found("rows", "content", "attachments", record_id)

    def _destructions(self, connection: Any) -> None:
        """Check who signed for every destruction, and that nothing is left of what was destroyed."""
        for reason, kind, record_id in destructions.faults(connection, self.vault_id):
            self.found("destructions", reason, kind, record_id)


def _stored_rows(connection: Any, layout: Layout) -> Iterator[dict[str, Any]]:
    names = ", ".join(f'"{column.name}"' for column in layout.columns)
    for row in connection.execute(f'SELECT {names} FROM "{layout.kind}"'):  # noqa: S608 - names of our tables
        yield layout.plain(row)

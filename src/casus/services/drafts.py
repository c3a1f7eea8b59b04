# SPDX-License-Identifier: EUPL-1.2
"""What was typed and not yet saved: sealed in the vault or, when it cannot be written, on this computer.

A lock never loses a character (security.md 5.3): when the vault's disk is full or gone, the draft goes,
sealed with the vault's draft key, to the user's local data folder, and is found again after unlocking.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import select

from casus.crypto import box
from casus.errors import SealBroken, VaultError
from casus.services import settings
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.vault import files
from casus.vault.tables import Draft

STANDING = "place_at_lock"
"""The setting that holds where the user is while forms are open; the window reads it."""
_LABEL = b"draft"
_SUFFIX = ".draft"


@dataclass(frozen=True)
class DraftRow:
    """A draft in a list: `form` names the form, `record_id` what it is about; `outside` when not in the vault."""

    key: str
    form: str
    record_id: str | None
    saved_at: datetime
    outside: bool = False


def save_draft(
    desk: Desk,
    key: str,
    form: str,
    record_id: str | None,
    payload: Mapping[str, Any],
    *,
    standing: Mapping[str, Any] | None = None,
) -> Done[str]:
    """Keep what is in a form (anything JSON can hold) under `key`; a later draft replaces an earlier one.

    `standing` is where the user is, kept along with it so that the form can come back there after a crash.
    Falls back to the user's local data folder when the vault refuses; raises that VaultError when the local
    folder refuses too.
    """
    sealed = _seal(desk, key, form, record_id, payload)
    try:
        with desk.changing() as session:
            session.merge(
                Draft(key=key, form=form, record_id=record_id, saved_at=desk.clock.now(), sealed=sealed)
            )
            if standing is not None:
                settings.write(session, STANDING, dict(standing))
    except VaultError as refused:
        try:
            _keep_outside(desk, key, sealed)
        except (OSError, VaultError):
            raise refused from None
    else:
        _outside(desk, key).unlink(missing_ok=True)
    return Done(key, Changes.of(("drafts",), key))


def load_draft(desk: Desk, key: str) -> dict[str, Any] | None:
    """Return what was in the form, the newest of vault and local folder; None when there is no draft.

    Raises SealBroken when it was changed from outside.
    """
    with desk.reading() as session:
        draft = session.get(Draft, key)
    found = [_open(desk, key, draft.sealed)] if draft is not None else []
    path = _outside(desk, key)
    if path.is_file():
        found.append(_open(desk, key, path.read_bytes()))
    if not found:
        return None
    payload: dict[str, Any] = max(found, key=lambda one: str(one["saved_at"]))["payload"]
    return payload


def list_drafts(desk: Desk) -> list[DraftRow]:
    """Return all drafts, the newest first; one that cannot be opened any more is left out."""
    with desk.reading() as session:
        rows = {
            draft.key: DraftRow(draft.key, draft.form, draft.record_id, draft.saved_at)
            for draft in session.scalars(select(Draft))
        }
    for path in sorted(_folder(desk).glob(f"*{_SUFFIX}")):
        row = _row_outside(desk, path)
        if row is not None and (row.key not in rows or rows[row.key].saved_at < row.saved_at):
            rows[row.key] = row
    return sorted(rows.values(), key=lambda row: row.saved_at, reverse=True)


def drop_draft(desk: Desk, key: str) -> Done[None]:
    """Forget a draft, wherever it is; there need not be one."""
    with desk.reading() as session:
        known = session.get(Draft, key) is not None
    if known:
        with desk.changing() as session:
            draft = session.get(Draft, key)
            if draft is not None:
                session.delete(draft)
    _outside(desk, key).unlink(missing_ok=True)
    return Done(None, Changes.of(("drafts",), key))


def opened(desk: Desk, key: str, sealed: bytes) -> Any:
    """Return what a draft of the vault holds; raises SealBroken."""
    return _open(desk, key, sealed)["payload"]


def kept_outside(desk: Desk) -> list[tuple[str, dict[str, Any]]]:
    """Return the drafts on this computer, by file name; one that cannot be opened any more is left out."""
    found = []
    for path in sorted(_folder(desk).glob(f"*{_SUFFIX}")):
        with suppress(SealBroken, OSError, ValueError):
            found.append((path.name, _read(desk, path.read_bytes(), path.stem)))
    return found


def remove_outside(desk: Desk, names: Iterable[str]) -> bool:
    """Remove drafts on this computer by file name; return whether none of them is left."""
    for name in names:
        path = _folder(desk) / Path(name).name
        with suppress(OSError):
            path.unlink(missing_ok=True)
        if path.exists():
            return False
    return True


def _seal(desk: Desk, key: str, form: str, record_id: str | None, payload: Mapping[str, Any]) -> bytes:
    content = {
        "key": key,
        "form": form,
        "record_id": record_id,
        "saved_at": desk.clock.now().astimezone(UTC).isoformat(),
        "payload": dict(payload),
    }
    text = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    return box.lock_up(desk.vault.subkey(_LABEL), text.encode("ascii"), _name(desk, key).encode())


def _open(desk: Desk, key: str, sealed: bytes) -> dict[str, Any]:
    return _read(desk, sealed, _name(desk, key))


def _read(desk: Desk, sealed: bytes, name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(box.open_up(desk.vault.subkey(_LABEL), sealed, name.encode()))
    return content


def _row_outside(desk: Desk, path: Path) -> DraftRow | None:
    try:
        content = _read(desk, path.read_bytes(), path.stem)
    except (SealBroken, OSError):
        return None
    moment = datetime.fromisoformat(content["saved_at"])
    return DraftRow(content["key"], content["form"], content["record_id"], moment, outside=True)


def _name(desk: Desk, key: str) -> str:
    """A file name that tells nothing: a digest of the vault's id and the draft's key."""
    return sha256(f"{desk.vault.vault_id}/{key}".encode()).hexdigest()[:32]


def _folder(desk: Desk) -> Path:
    return user_data_path("casus", appauthor=False) / "drafts" / desk.vault.vault_id


def _outside(desk: Desk, key: str) -> Path:
    return _folder(desk) / f"{_name(desk, key)}{_SUFFIX}"


def _keep_outside(desk: Desk, key: str, sealed: bytes) -> None:
    path = _outside(desk, key)
    files.make_folder(path.parent)
    files.write_whole(path, sealed)

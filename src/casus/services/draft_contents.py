# SPDX-License-Identifier: EUPL-1.2
"""What is in the drafts, opened to see whether they are about someone who is erased; kept nowhere."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.errors import SealBroken
from casus.services import drafts
from casus.services.desk import Desk
from casus.vault.erasure import ID
from casus.vault.tables import Draft


@dataclass(frozen=True)
class DraftContent:
    """A draft with all ids in it and all its texts; `file`: its name when it is kept outside the vault."""

    key: str
    record_id: str | None
    ids: frozenset[str]
    texts: tuple[str, ...] = field(repr=False)
    file: str | None = None


def contents(desk: Desk, session: Session) -> list[DraftContent]:
    """Return every draft there is, in the vault and on this computer; one that does not open has its key only."""
    found = []
    for draft in session.scalars(select(Draft)):
        payload: Any = None
        with suppress(SealBroken, ValueError):
            payload = drafts.opened(desk, draft.key, draft.sealed)
        found.append(_content(draft.key, draft.record_id, payload))
    for name, content in drafts.kept_outside(desk):
        found.append(_content(content["key"], content["record_id"], content["payload"], name))
    return found


def _content(key: str, record_id: str | None, payload: Any, file: str | None = None) -> DraftContent:
    texts = tuple(_texts(payload))
    ids = {one for text in (key, record_id or "", *texts) for one in ID.findall(text)}
    return DraftContent(key, record_id, frozenset(ids), texts, file)


def _texts(value: Any) -> Iterable[str]:
    """Yield every text in JSON, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)

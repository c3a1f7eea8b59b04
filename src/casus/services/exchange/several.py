# SPDX-License-Identifier: EUPL-1.2
"""Several bundles at once, such as the contributions of a whole team: each its own success or one sentence of refusal.

They are taken in by one transaction, so that one undo takes all of them back and stopping it leaves nothing; within
it every bundle is a part that is kept whole or not at all. What asks for a decision is opened by itself.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from sqlalchemy.orm import Session

from casus.counting.collecting import held_back
from casus.crypto.identity import Identity
from casus.errors import BundleInvalid, Cancelled, CasusError, NotAllowed, VaultError
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.services.exchange.colleagues import UNVERIFIED
from casus.services.exchange.kinds import BundleKind, goes_together
from casus.services.exchange.receiving import (
    Preview,
    identities_of,
    opened,
    preview_of,
    take_opened,
)

Files = Callable[[int, int], object]
"""Hears how many files of how many were read; may raise Cancelled."""


def _nobody(_done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Fate:
    """One file: what it holds where it could be read, and why it was not (or would not be) taken in."""

    path: Path = field(repr=False)
    preview: Preview | None = field(default=None, repr=False)
    refused: CasusError | None = None


def look_at_all(desk: Desk, paths: Sequence[Path], progress: Files = _nobody) -> list[Fate]:
    """Read every file to its end and say what would become of it, the one made first first; nothing is changed.

    Those that cannot be taken in come at the end, in the order they were given.
    """
    found = []
    own = identities_of(desk)
    with desk.reading() as session:
        for at, path in enumerate(paths):
            progress(at, len(paths))
            found.append(_looked(desk, session, path, own))
    return sorted(found, key=_turn)


def take_all(
    desk: Desk,
    paths: Sequence[Path],
    progress: Files = _nobody,
    seen: Mapping[Path, str] = MappingProxyType({}),
) -> Done[list[Fate]]:
    """Take every file in that can be; return what became of each.

    `seen` holds the id of each bundle that was looked at: a file that holds another one by now is refused.
    The whole transaction fails only by what is wrong with the vault itself (VaultError), or by Cancelled.
    """
    found: list[Fate] = []
    kinds: dict[str, BundleKind] = {}
    changes = Changes.of(())
    own = identities_of(desk)
    with desk.changing(label="take_bundles") as session:
        for at, path in enumerate(paths):
            progress(at, len(paths))
            try:
                with held_back(), desk.vault.part_of(session), opened(own, path) as bundle:
                    if not goes_together(bundle.letter.kind):
                        raise NotAllowed("open_apart")
                    if seen.get(path, bundle.id) != bundle.id:
                        raise BundleInvalid("swapped")
                    kind, taken = take_opened(desk, session, bundle, own)
            except (VaultError, Cancelled):
                raise
            except CasusError as error:
                found.append(Fate(path, refused=error))
                continue
            kinds[kind.code], changes = kind, changes | taken.changes
            found.append(Fate(path))
    for kind in kinds.values():
        kind.after(desk)
    return Done(found, changes)


def _looked(desk: Desk, session: Session, path: Path, own: Sequence[Identity]) -> Fate:
    try:
        with held_back(), opened(own, path) as bundle:
            preview, _payload = preview_of(desk, session, path, bundle, own)
    except CasusError as error:
        return Fate(path, refused=error)
    if preview.taken_at is not None:
        return Fate(path, preview, BundleInvalid("replayed"))
    if not goes_together(preview.kind):
        return Fate(path, preview, NotAllowed("open_apart"))
    if preview.sender.state == UNVERIFIED:
        return Fate(path, preview, NotAllowed("unverified_colleague"))
    return Fate(path, preview)


def _turn(one: Fate) -> tuple[bool, datetime]:
    """Return by what the files are ordered: what is refused last, else as they were made."""
    if one.refused is not None or one.preview is None:
        return True, datetime.min.replace(tzinfo=UTC)
    return False, one.preview.made_at

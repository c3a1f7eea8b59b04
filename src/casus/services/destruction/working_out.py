# SPDX-License-Identifier: EUPL-1.2
"""What destroying some cases comes down to, worked out within a session: for the plan, the proposal and the act."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from casus.errors import NotFound
from casus.services.desk import Desk
from casus.services.destruction.names import Name, names_of, words_of
from casus.services.destruction.who_goes import WhoGoes, who_goes
from casus.services.draft_contents import DraftContent, contents
from casus.vault import belonging
from casus.vault.belonging import CASES, FAMILIES, PERSONS, Loose, chunks
from casus.vault.row_digest import class_of, layout_of
from casus.vault.tables import SavedFilter

FORMAT = "casus destruction 1"
_FILTERS = "saved_filters"
Item = tuple[str, str, int]
"""Kind, id and version of a record that goes; version 0 of one that only the history knows."""


@dataclass(frozen=True)
class Worked:
    """Everything a destruction touches."""

    case_ids: tuple[str, ...]
    relative_ids: tuple[str, ...]
    who: WhoGoes
    going: Mapping[str, frozenset[str]]
    items: tuple[Item, ...]
    loose: tuple[Loose, ...]
    names: tuple[Name, ...] = field(repr=False)

    @property
    def counts(self) -> dict[str, int]:
        """Return how many records of each kind go, those that are there now."""
        return dict(sorted(Counter(kind for kind, _id, version in self.items if version).items()))

    @property
    def loosened(self) -> dict[str, int]:
        """Return how many records of each kind lose a reference."""
        return dict(sorted(Counter(kind for kind, _id in {one[:2] for one in self.loose}).items()))

    def content(self, desk: Desk, proposal_id: str, proposed_by: str, ground: str) -> str:
        """Return the one text that is signed: ids, kinds, versions and numbers."""
        return json.dumps(
            {
                "format": FORMAT,
                "vault": desk.vault.vault_id,
                "proposal": proposal_id,
                "proposed_by": proposed_by,
                "ground": ground,
                "cases": list(self.case_ids),
                "relatives": list(self.relative_ids),
                "persons": sorted(self.who.person_ids),
                "families": sorted(self.who.family_ids),
                "counts": self.counts,
                "records": [list(item) for item in self.items],
                "loosened": [list(one) for one in self.loose],
            },
            sort_keys=True,
            separators=(",", ":"),
        )


def work_out(
    session: Session, desk: Desk, case_ids: Sequence[str], relative_ids: Sequence[str] = ()
) -> Worked:
    """Work out what goes with these cases and relatives. Raises NotFound for one that is not there."""
    wanted, relatives = tuple(sorted(set(case_ids))), tuple(sorted(set(relative_ids)))
    for kind, ids in ((CASES, wanted), (PERSONS, relatives)):
        if missing := set(ids) - belonging.present(session.connection(), kind, ids):
            raise NotFound(kind, min(missing))
    who = who_goes(session, wanted, desk.today(), relatives)
    roots = {CASES: set(wanted), PERSONS: set(who.person_ids), FAMILIES: set(who.family_ids)}
    going = belonging.closure(session.connection(), roots)
    names = names_of(session, going)
    if filters := set(_filters(session, going, names)):
        going[_FILTERS] = filters
    return Worked(
        wanted,
        relatives,
        who,
        {kind: frozenset(ids) for kind, ids in going.items()},
        tuple(_items(session.connection(), going)),
        tuple(belonging.loosened(session.connection(), going)),
        names,
    )


def drafts_about(session: Session, desk: Desk, worked: Worked) -> tuple[DraftContent, ...]:
    """Return the drafts that go along, in the vault and on this computer."""
    return tuple(one for one in contents(desk, session) if _is_about(one, worked.going, worked.names))


def _items(connection: Connection, going: Mapping[str, set[str]]) -> Iterator[Item]:
    for kind, ids in sorted(going.items()):
        versions: dict[str, int] = {}
        record_class = class_of(kind)
        assert record_class is not None
        table = layout_of(record_class).table
        for chunk in chunks(ids):
            rows = connection.execute(select(table.c.id, table.c.version).where(table.c.id.in_(chunk)))
            versions |= {row.id: row.version for row in rows}
        yield from ((kind, one, versions.get(one, 0)) for one in sorted(ids))


def _filters(session: Session, going: Mapping[str, set[str]], names: Sequence[Name]) -> Iterator[str]:
    """Yield the saved filters that name someone who goes."""
    every = {one for ids in going.values() for one in ids}
    for saved in session.scalars(select(SavedFilter)):
        text = json.dumps([saved.name, saved.note, saved.definition], ensure_ascii=False)
        words = words_of(text)
        if not every.isdisjoint(words) or any(name.stands_in(words) for name in names):
            yield saved.id


def _is_about(draft: DraftContent, going: Mapping[str, frozenset[str]], names: Sequence[Name]) -> bool:
    """Tell whether a draft goes: it is about a record that goes, or about nothing yet and names someone who does."""
    if any(not draft.ids.isdisjoint(ids) for ids in going.values()):
        return True
    if draft.record_id is not None:
        return False
    words = words_of(" ".join(draft.texts))
    return any(name.surely_in(words) for name in names)

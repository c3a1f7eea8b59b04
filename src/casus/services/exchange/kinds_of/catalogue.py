# SPDX-License-Identifier: EUPL-1.2
"""The kind `catalogue`: lists and indicators as the coordinator has them, for every worker.

Of the lists the words and own codes; of the indicators every version with its reason, and the targets. Nothing is taken away: a code the coordinator no longer offers is hidden, and what was recorded with it keeps it.
Codes of the worker's own stay; one with the same words as a code that comes gives way to it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain import codelists
from casus.domain.codelists import CodeChange as Change
from casus.domain.codelists import CodeList
from casus.domain.names import fold
from casus.domain.roles import Permission, Role
from casus.errors import BundleInvalid
from casus.services import code_lists, settings
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.services.exchange import plain
from casus.services.exchange.kinds import BundleKind, Documents, Fact, Incoming, Taken
from casus.services.exchange.kinds_of import definitions
from casus.services.exchange.kinds_of.definitions import Target, Version
from casus.services.exchange.sending import Outgoing, send
from casus.services.indicators import targets, versions
from casus.services.indicators.versions import known
from casus.vault.tables import CodeChange

CODE, VERSION = "catalogue", 1
_OWN = re.compile(r"own_[0-9a-f]{12}")
_WHOLE = ("lists", "indicators", "targets")
_KEYS = ("code", "nl", "en", "position", "hidden")
_MOST_LISTS = 100
_NUMBERED = {"nl": "{0} (versie {1})", "en": "{0} (version {1})"}
Lists = Mapping[str, tuple[Change, ...]]
TAKEN = "catalogue_taken"
"""The setting that says when the latest catalogue that was taken in had been made."""


def send_catalogue(
    desk: Desk,
    colleague_ids: Sequence[str],
    path: Path,
    *,
    unverified: bool = False,
    overwrite: bool = False,
) -> Done[None]:
    """Seal what this desk changed of lists and indicators to these colleagues.

    Raises as `sending.send`, NotAllowed("role").
    """
    desk.require(Permission.COLLECT)
    with desk.changing(label="send_catalogue") as session:
        lists = {name: [_as_row(one) for one in changes] for name, changes in _changes(session).items()}
        payload = plain.to_payload(
            {
                "lists": lists,
                "indicators": definitions.told(session, fit=True),
                "targets": definitions.told_targets(session),
            }
        )
        definitions.note_sent(session, desk.today())
        outgoing = Outgoing(CODE, VERSION, payload)
        changes = send(
            desk, session, colleague_ids, outgoing, path, unverified=unverified, overwrite=overwrite
        )
    return Done(None, changes)


def _as_row(one: Change) -> dict[str, object]:
    return {key: getattr(one, key) for key in _KEYS}


def _changes(session: Session) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {name: [] for name in sorted(code_lists.EDITABLE)}
    for row in session.scalars(select(CodeChange).order_by(CodeChange.created_at, CodeChange.code)):
        if row.list_name in found:
            found[row.list_name].append(Change(row.code, row.nl, row.en, row.position, row.hidden))
    return found


@dataclass(frozen=True)
class _Catalogue:
    """What came, read strictly."""

    lists: Lists
    versions: tuple[Version, ...]
    targets: tuple[Target, ...]


def _read(payload: bytes) -> _Catalogue:
    found = plain.from_payload(payload, _WHOLE)
    return _Catalogue(
        _read_lists(found["lists"]),
        definitions.read(found["indicators"], fit=True),
        definitions.read_targets(found["targets"]),
    )


def _read_lists(whole: object) -> Lists:
    if not isinstance(whole, dict) or len(whole) > _MOST_LISTS or not whole.keys() <= code_lists.EDITABLE:
        raise BundleInvalid("content")
    return {name: _read_list(name, found) for name, found in sorted(whole.items())}


def _read_list(name: str, found: object) -> tuple[Change, ...]:
    changes = tuple(_read_code(name, one) for one in plain.rows(found, code_lists.MOST))
    if len({one.code for one in changes}) != len(changes):
        raise BundleInvalid("content")
    words = [fold(one.nl) for one in codelists.shipped(name).changed(changes)]
    if not words or len(set(words)) != len(words):
        raise BundleInvalid("content")
    return changes


def _read_code(name: str, found: object) -> Change:
    one = plain.record(found, _KEYS)
    code = plain.string(one["code"])
    own = codelists.shipped(name).get(code) is None
    if own and (not _OWN.fullmatch(code) or one["nl"] is None):
        raise BundleInvalid("content")
    nl, en = (None if one[key] is None else plain.line(one[key]) for key in ("nl", "en"))
    position = None if one["position"] is None else plain.number(one["position"])
    return Change(code, nl, en, position, plain.flag(one["hidden"]))


@dataclass(frozen=True)
class _Meeting:
    """One list: as it is here, what comes, and which codes of one's own give way."""

    name: str
    here: CodeList
    coming: tuple[Change, ...]
    giving_way: tuple[Change, ...]

    @property
    def then(self) -> tuple[Change, ...]:
        """What will be stored: what comes, and what gives way."""
        return (*self.coming, *self.giving_way)

    def later(self, mine: Sequence[Change]) -> CodeList:
        """Return the list as it will be."""
        by_code = {one.code: one for one in (*mine, *self.then)}
        return codelists.shipped(self.name).changed(by_code.values())


def _meet(session: Session, lists: Lists) -> Iterator[tuple[_Meeting, CodeList]]:
    """Yield each list as it meets what comes, and as it will be; raises BundleInvalid "too_many_codes"."""
    mine = _changes(session)
    for name, coming in lists.items():
        own = mine[name]
        words = {fold(one.nl) for one in coming if one.nl}
        codes = {one.code for one in coming}
        giving = tuple(_without_words(name, one) for one in own
                       if one.code not in codes and one.nl and not one.hidden and fold(one.nl) in words)  # fmt: skip
        meeting = _Meeting(name, codelists.shipped(name).changed(own), coming, giving)
        later = meeting.later(own)
        if len(later.known) > code_lists.MOST:
            raise BundleInvalid("too_many_codes")
        yield meeting, later


def _without_words(name: str, one: Change) -> Change:
    """Let a code of one's own go out of sight; a shipped one gets its own words again."""
    if codelists.shipped(name).get(one.code) is None:
        return Change(one.code, one.nl, one.en, one.position, hidden=True)
    return Change(one.code, None, None, one.position, one.hidden)


def _preview(incoming: Incoming) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    language = incoming.desk.language
    found = _read(incoming.payload)
    for meeting, later in _meet(incoming.session, found.lists):
        facts += _facts(meeting, later, language)
    facts += _indicator_facts(incoming.session, found.versions, language)
    if other := definitions.targets_changed(incoming.session, found.targets, instead=_is_later(incoming)):
        facts.append(Fact("targets", other))
    return tuple(facts) or (Fact("nothing_new", "nothing_new", "bundle_answer"),)


def _facts(meeting: _Meeting, later: CodeList, language: str) -> Iterator[Fact]:
    here = meeting.here
    giving = {one.code for one in meeting.giving_way}
    before = {code: here.get(code) for code in here.known}
    new = [one.label(language) for one in later if before.get(one.code) is None]
    renamed = [
        f"{old.label(language)} → {one.label(language)}"
        for one in later
        if (old := before.get(one.code)) is not None and old.label(language) != one.label(language)
    ]
    hidden = [one.label(language) for one in here if one.code not in later and one.code not in giving]
    shown = [one.label(language) for one in later if one.code in before and one.code not in here]
    replaced = [one.label(language) for one in here if one.code in giving]
    order = [code for code in here.values if code in later]
    moved = order != [code for code in later.values if code in here]
    said = {"codes_new": new, "codes_renamed": renamed, "codes_hidden": hidden, "codes_shown": shown,
            "codes_replaced": replaced}  # fmt: skip
    found = [Fact(name, ", ".join(words)) for name, words in said.items() if words]
    if moved:
        found.append(Fact("codes_moved", "yes", "bundle_answer"))
    if found:
        yield Fact("list", meeting.name, "editable_list")
        yield from found


def _indicator_facts(session: Session, found: Sequence[Version], language: str) -> Iterator[Fact]:
    """Yield which indicators are new, which are defined otherwise than here, and which leave the reports."""
    here = {one.code: one for one in known(session)}
    latest = definitions.latest_of(found)
    fresh = {one.name for one in definitions.new_of(session, found)}
    said: dict[str, list[str]] = {}
    for code, one in latest.items():
        mine, made = here.get(code), one.made
        if one.name not in fresh or made is None or (mine is not None and mine.version > made.version):
            continue
        named = _NUMBERED[language].format(made.title[language], made.version)
        hidden = bool(one.row["hidden"])
        if hidden and (mine is None or mine.counted):
            said.setdefault("indicators_hidden", []).append(named)
        else:
            said.setdefault("indicators_new" if mine is None else "indicators_changed", []).append(named)
    yield from (Fact(name, "; ".join(words)) for name, words in sorted(said.items()))


def _keep_indicators(incoming: Incoming, found: _Catalogue) -> list[str]:
    """Store versions and targets; a target goes that a catalogue made after the last one no longer has."""
    session = incoming.session
    later = _is_later(incoming)
    definitions.keep_targets(session, found.targets, instead=later)
    if later:
        settings.write(session, TAKEN, incoming.letter.made_at.isoformat())
    return definitions.keep(session, found.versions)


def _is_later(incoming: Incoming) -> bool:
    before = settings.read(incoming.session, TAKEN)
    return not isinstance(before, str) or datetime.fromisoformat(before) < incoming.letter.made_at


def _take(incoming: Incoming, documents: Documents) -> Taken:
    session = incoming.session
    if next(documents, None) is not None:
        raise BundleInvalid("content")
    found = _read(incoming.payload)
    ids = _keep_indicators(incoming, found)
    for meeting, _later in _meet(session, found.lists):
        for change in meeting.then:
            row = code_lists.record_of(session, meeting.name, change.code)
            row.nl, row.en, row.position, row.hidden = change.nl, change.en, change.position, change.hidden
            ids.append(change.code)
    session.flush()
    return Taken(Changes.of((code_lists.KIND, versions.KIND, targets.KIND), *ids))


KIND = BundleKind(
    code=CODE,
    versions=frozenset({VERSION}),
    senders=frozenset({Role.COORDINATOR.value}),
    receivers=frozenset({Role.PGA_EXPERT.value, Role.RIO.value}),
    preview=_preview,
    take=_take,
    after=lambda desk: code_lists.use(desk.vault, desk.policy),
)

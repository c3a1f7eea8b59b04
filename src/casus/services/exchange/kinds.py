# SPDX-License-Identifier: EUPL-1.2
"""What kinds of bundle there are, and what each does when it is looked at and when it is taken in.

A kind is a module that makes one `BundleKind` and is named in `_kinds`; sending one is a use case of its own
that ends in `sending.send`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from casus.errors import BundleInvalid
from casus.services.changes import Changes
from casus.services.desk import Desk
from casus.services.exchange.colleagues import ColleagueRow

if TYPE_CHECKING:
    from casus.crypto.bundle import Letter, PartSize

PAYLOAD = "payload"
"""The name of the first part: what the kind itself reads (JSON, as a rule). Documents follow as parts of their own."""
MOST_PAYLOAD = 64 * 1024 * 1024

Documents = Iterator[tuple["PartSize", Iterator[bytes]]]


@dataclass(frozen=True)
class Fact:
    """One line of a preview: a code of list bundle_fact, and what stands beside it.

    With a `code_list` the value is a code of that list.
    """

    name: str
    value: str | int | date
    code_list: str = ""


@dataclass(frozen=True)
class Option:
    """One answer to a question: what goes into `choices`, a code of list bundle_option, and what it is about."""

    value: str
    code: str
    about: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Question:
    """What has to be answered before a bundle is taken in: a code of list bundle_question, and the answers."""

    key: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Incoming:
    """What is being looked at or taken in: whose it is, what it says, and its payload."""

    desk: Desk
    session: Session
    sender: ColleagueRow
    letter: "Letter"
    payload: bytes = field(repr=False)
    choices: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Taken:
    """What taking in changed, and which record it is about (for the receipt and for going there)."""

    changes: Changes
    record_kind: str | None = None
    record_id: str | None = None


def _nothing(_desk: Desk) -> None:
    """Leave it at what was taken in."""


def _no_questions(_incoming: Incoming) -> tuple[Question, ...]:
    return ()


@dataclass(frozen=True)
class BundleKind:
    """One kind of bundle. `versions` are those of its payload that this program reads.

    `preview` and `take` raise CasusErrors when it cannot be; `take` runs in the transaction that keeps the
    receipt, and must read every piece of every document it is given; `after` runs once it is kept. `senders` and
    `receivers` are worker roles. `together`: many may be taken in at once, because nothing is asked and nothing
    has to follow.
    """

    code: str
    versions: frozenset[int]
    senders: frozenset[str]
    receivers: frozenset[str]
    preview: Callable[[Incoming], tuple[Fact, ...]]
    take: Callable[[Incoming, Documents], Taken]
    after: Callable[[Desk], object] = _nothing
    questions: Callable[[Incoming], tuple[Question, ...]] = _no_questions
    together: bool = False


@cache
def _kinds() -> Mapping[str, BundleKind]:
    """Return every kind by its code; their modules are imported here, because they import this one."""
    from casus.services.case_exchange import answering, arriving
    from casus.services.exchange.kinds_of import catalogue, contribution, ledger, team_key
    from casus.services.matching import asking, hints
    from casus.services.stories import arriving as stories

    found: tuple[BundleKind, ...] = (arriving.KIND, answering.KIND, catalogue.KIND, ledger.KIND,
                                     contribution.KIND, team_key.KIND, hints.KIND, asking.KIND,
                                     stories.KIND, stories.WITHDRAWAL_KIND)  # fmt: skip
    return {kind.code: kind for kind in found}


def goes_together(code: str) -> bool:
    """Tell whether a bundle may be taken in with others at once; one of an unknown kind is refused by itself."""
    kind = _kinds().get(code)
    return kind is None or kind.together


def kind_of(letter: "Letter", sender: ColleagueRow, desk: Desk) -> BundleKind:
    """Return the kind; raises BundleInvalid "unknown_kind", "newer" or "wrong_role"."""
    kind = _kinds().get(letter.kind)
    if kind is None:
        raise BundleInvalid("unknown_kind")
    version = letter.about.get("version")
    if type(version) is not int or version not in kind.versions:
        raise BundleInvalid("newer" if type(version) is int and version > max(kind.versions) else "damaged")
    if sender.role not in kind.senders or desk.role not in kind.receivers:
        raise BundleInvalid("wrong_role")
    return kind

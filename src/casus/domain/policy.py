# SPDX-License-Identifier: EUPL-1.2
"""What an organisation may fix for every vault: terms, thresholds, lock time, code lists.

The default is how Casus behaves without a policy file: nothing is fixed and no term is confirmed. A file becomes
a `Policy` in `services/policy/`; what it left out has the default here. `fixed` holds the keys the file gave, so
that a screen can say who fixed what it shows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from casus.domain.codelists import CodeChange
from casus.domain.inclusion import DEFAULT_POLICY, InclusionPolicy
from casus.domain.retention import DEFAULT_TERM, RetentionTerm

AT_ONCE, AFTER_TERM = "at_once", "term"
"""When family members without a case of their own go: the day after they have to leave, or after a term."""
PRESETS = ("standard", "strict", "exact")
"""The ways a figure may be protected (`disclosure.presets`)."""
LICENCES = ("cc0", "cc_by", "public_domain")
"""What an organisation may say of the reuse of its published figures."""
OPEN_LISTS = frozenset(
    {
        "life_domain",
        "partner_kind",
        "attachment_kind",
        "inclusion_reason",
        "intervention_kind",
        "information_kind",
        "detention_title",
        "register_theme",
        "story_origin",
        "story_rare",
        "story_offence",
        "story_small_group",
    }
)
"""Code lists of which a policy may rename, order, hide and add codes."""
GROWING_LISTS = frozenset({"country", "facility_kind", "inspection_result"})
"""Code lists that may be renamed, ordered and added to; every code stays, because figures count by them."""
WORD_LISTS = frozenset({"phase", "approach", "priority", "assignment_role", "contact_kind", "reached"})
"""Code lists of which only the words may change: the program reckons with every code."""


@dataclass(frozen=True)
class Bounds:
    """The least and the most a user may choose; equal: there is nothing to choose."""

    least: int
    most: int

    def __contains__(self, value: object) -> bool:
        return isinstance(value, int) and self.least <= value <= self.most

    def nearest(self, value: int) -> int:
        """Return the value itself, or the bound that it is beyond."""
        return min(max(value, self.least), self.most)


@dataclass(frozen=True)
class Thresholds:
    """The numbers of a preset, in persons: what figures are rounded to, which counts are small, the least table."""

    base: int
    threshold: int
    min_population: int


HOUSE = MappingProxyType(
    {"standard": Thresholds(5, 5, 10), "strict": Thresholds(10, 10, 20), "exact": Thresholds(1, 5, 10)}
)
"""What Casus does of itself (`disclosure.presets`); a policy only ever raises these numbers."""


@dataclass(frozen=True)
class Policy:
    """What an organisation fixed; `number` counts its files (0: there is none).

    `confirmed_by`: the privacy officer who confirmed the terms, and when. `presets`: the presets that may be
    chosen; `thresholds` per preset. `break_glass_hours`: how long a restricted dossier stays open after a
    reason was given. `retention_extension_max_months`: how far a term may be put off at a time. `relatives`: when
    family members without a case of their own go, at once or after the term of the family approach. `licence`: what
    others may do with published figures; "" says nothing, because only whoever has the rights can give them.
    """

    number: int = 0
    organisation: str = ""
    issued_by: str = ""
    officer: str = ""
    confirmed_by: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    terms: Mapping[str, RetentionTerm] = field(default_factory=lambda: MappingProxyType({}))
    term: RetentionTerm = DEFAULT_TERM
    retention_extension_max_months: int = 12
    relatives: str = AT_ONCE
    break_glass_hours: int = 3
    lock_minutes: Bounds = Bounds(1, 15)
    attachment_megabytes: Bounds = Bounds(1, 500)
    inclusion: InclusionPolicy = DEFAULT_POLICY
    presets: tuple[str, ...] = PRESETS
    thresholds: Mapping[str, Thresholds] = field(default_factory=lambda: HOUSE)
    licence: str = ""
    code_changes: Mapping[str, tuple[CodeChange, ...]] = field(default_factory=lambda: MappingProxyType({}))
    fixed: frozenset[str] = frozenset()

    def term_of(self, approach: str) -> RetentionTerm:
        """Return how long a dossier of this approach is kept, and whether that was confirmed."""
        return self.terms.get(approach, self.term)

    @property
    def relative_years(self) -> int:
        """The years a family member without a case of their own is kept after leaving; 0: they go at once."""
        return self.term_of("family").years if self.relatives == AFTER_TERM else 0

    @property
    def review_months(self) -> int:
        """The months between two reviews of proportionality."""
        return self.inclusion.review_months

    @property
    def lowest_age(self) -> Mapping[str, int]:
        """The lowest age per approach."""
        return self.inclusion.lowest_age

    def fixes(self, key: str) -> bool:
        """Return whether the file gave this key ("lock.minutes_most") or anything below it ("lock")."""
        return any(one == key or one.startswith(f"{key}.") for one in self.fixed)


NO_POLICY = Policy()

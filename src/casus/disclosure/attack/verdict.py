# SPDX-License-Identifier: EUPL-1.2
"""What an attack finds: targets that do not stay open, or the evidence that all do."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from casus.disclosure.attack.proof import Evidence
from casus.disclosure.attack.targets import Kind
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.model import Cell


@dataclass(frozen=True)
class Finding:
    """A target that does not stay open: `spread` values are left where `need` are asked.

    `proven`: the attacker's gain is certain; otherwise safety was not proven (in time). `release`: the
    earlier release involved, if one is. `figures`: what the target is made of. `width` and `slopes`:
    most less least value by linear bounds, and how that changes with each number published now.
    `insider`: who finds it ("own_record" of the cell `place`, or a caseload's code, with `own` cases), `None`: anybody.
    """

    table: str
    cell: Cell
    spread: int
    need: int
    proven: bool
    release: int | None
    relation: str | None
    figures: tuple[Predicate, ...]
    kind: Kind = Kind.CELL
    changed: int | None = None
    width: float | None = None
    slopes: tuple[tuple[Predicate, float], ...] = ()
    insider: str | None = None
    own: int = 0
    place: Predicate | None = None
    before: float | None = None


@dataclass(frozen=True)
class Verdict:
    """The outcome of an attack; safe when there are no findings.

    `targets`: figures and differences that might be small as published. `left_out`: earlier tables that
    cannot be set beside today's. `insiders`: classes tested; `narrowest_inside`: fewest values one of
    them is left with. `evidence` proves it (proof.py). `matter`: targets small in truth; `inherited`: those
    that earlier releases alone leave narrower than asked. `windows`: into how many systems a ledger was cut
    that is too long for one; today's state stands in each.
    """

    findings: tuple[Finding, ...]
    targets: int
    narrowest: int | None
    witnesses: int
    check_seconds: float
    left_out: int = 0
    insiders: int = 0
    narrowest_inside: int | None = None
    evidence: tuple[Evidence, ...] = field(default=(), repr=False)
    matter: int = 0
    inherited: int = 0
    windows: int = 1


def joined(verdicts: Sequence[Verdict]) -> Verdict:
    """Return one verdict over several windows."""
    first, *others = verdicts
    least = [v.narrowest for v in verdicts if v.narrowest is not None]
    inside = [v.narrowest_inside for v in verdicts if v.narrowest_inside is not None]
    return replace(
        first,
        findings=verdicts[-1].findings,
        narrowest=min(least, default=None),
        witnesses=sum(verdict.witnesses for verdict in verdicts),
        check_seconds=sum(verdict.check_seconds for verdict in verdicts),
        narrowest_inside=min(inside, default=None),
        evidence=() if verdicts[-1].findings else tuple(one for v in verdicts for one in v.evidence),
        matter=max(verdict.matter for verdict in verdicts),
        inherited=max(verdict.inherited for verdict in verdicts),
        windows=len(verdicts),
    ) if others else first  # fmt: skip

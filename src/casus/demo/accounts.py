# SPDX-License-Identifier: EUPL-1.2
"""Who brought an invented case in and how, and to whom of the partners something was passed on, on what basis."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import TypeVar

from casus.demo.words import Dice
from casus.domain.ages import is_minor
from casus.domain.inclusion import acts_through_representative
from casus.vault.tables import Case, DataSharing, Partner, Person, Record

R = TypeVar("R", bound=Record)

_WAYS = {"form": 0.4, "meeting": 0.3, "call": 0.2, "letter": 0.1}
_NAMES = ("M. de Groot", "S. Yilmaz", "J. Peters", "F. Bouali", "L. van Dam", "R. Smit")
_BASES = {"public_task": 0.6, "consent": 0.25, "wgs": 0.1, "wpg": 0.05}
_KINDS = (["contact"], ["identity", "contact"], ["plan", "progress"], ["work_school"], ["housing", "finance"])
_WPG = "Artikel 20 Wpg, besluit van de korpschef van 2 mei."
_YOUNG = "Zonder hulp nu glijdt hij verder af; school en ouders vragen erom."
_UNSAID = 0.04


def account_for(dice: Dice, rows: Sequence[Record], partners: Sequence[Partner]) -> None:
    """Fill in who brought each case in, and make what was shared as varied as it is; `dice` is a stream of its own."""
    if not partners:
        return
    for case in _of(rows, Case):
        if dice.chance(_UNSAID):
            continue
        case.referring_partner_id = dice.choice(list(partners)).id
        case.referrer, case.referral_way = dice.choice(_NAMES), dice.weighted(_WAYS)
    cases = {case.id: case for case in _of(rows, Case)}
    born = {person.id: person.birth_date for person in _of(rows, Person)}
    for case in cases.values():
        birth = born.get(case.person_id)
        if birth is None:
            continue
        if is_minor(birth, case.opened_on):
            case.inclusion_note = case.inclusion_note or _YOUNG
        if case.informed_on is not None and acts_through_representative(birth, case.informed_on):
            case.informed_how = "via_representative"
    for shared in _of(rows, DataSharing):
        partner = dice.choice(list(partners))
        shared.partner_id, shared.recipient = partner.id, partner.name
        shared.received_by = dice.choice(_NAMES)
        shared.data_kinds, shared.what = list(dice.choice(_KINDS)), ""
        shared.way = dice.weighted({"oral": 0.2, "letter": 0.1, "secure_mail": 0.3, "case_meeting": 0.4})
        shared.legal_basis = dice.weighted(_BASES)
        shared.person_told = dice.chance(0.85)
        if shared.legal_basis == "consent":
            shared.consent_on = shared.on - timedelta(days=dice.randint(0, 9))
        if shared.legal_basis == "wpg":
            shared.basis_note = _WPG


def _of(rows: Iterable[Record], kind: type[R]) -> list[R]:
    return [row for row in rows if isinstance(row, kind)]

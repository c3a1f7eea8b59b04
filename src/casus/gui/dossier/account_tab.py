# SPDX-License-Identifier: EUPL-1.2
"""Accountability: on what basis, whether the person knows, what was shared, who looked and who changed what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtGui import QShowEvent

from casus.errors import CasusError
from casus.gui.audit_log.values import shown
from casus.gui.corrections.card import DisputesCard
from casus.gui.dates_text import local_moment
from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.field_words import field_name
from casus.gui.dossier.parts import Act, Tab, act_bar, facts, joined, lines, row
from casus.gui.dossier.retention_card import RetentionCard
from casus.gui.error_text import sentence
from casus.gui.labels import label
from casus.gui.requests.card import RequestsCard
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label as text
from casus.services.audit import AuditList, Narrow
from casus.services.audit_trail import FieldLine, entry_detail
from casus.services.desk import Desk
from casus.services.dossier import AssignmentRow, Dossier
from casus.services.lists import Row
from casus.services.records import Case, DataSharing

_SHOWN = 20


@dataclass(frozen=True)
class Trail:
    """Who looked and who changed what: the latest entries, and how many there are more."""

    entries: list[Row]
    fields: dict[str, tuple[FieldLine, ...]]  # what changed, by the number of the entry
    more: int


class AccountTab(Tab):
    """Basis, sharing, assignments and history of a dossier."""

    def __init__(self, acts: DossierActions) -> None:
        super().__init__(acts.desk, "")
        self._acts = acts
        self._wanted = ""
        self._history: Card
        self.area.setAccessibleName(self.tr("Verantwoording"))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is known at once, and fetch the history."""
        self.clear()
        if dossier.case is not None:
            self.add(self._basis(dossier, dossier.case))
            self.add(self._judged(dossier, dossier.case))
            if dossier.case.closed_on is not None and dossier.given_to is None:
                self.add(self._closing(dossier.case))
            self.add(RetentionCard(self._acts.shell, self.desk, dossier.case.id))
            self.add(self._team(dossier.assignments))
        self.add(DisputesCard(self._acts.shell, self.desk, dossier))
        self.add(RequestsCard(self._acts.shell, self.desk, dossier))
        self.add(self._sharing(dossier))
        if dossier.accesses:
            self.add(self._accesses(dossier))
        self._history = Card(self.tr("Wie zag en wijzigde dit dossier"))
        self._history.add(text(self.tr("Wordt opgehaald …"), tone="muted"))
        self.add(self._history)
        self._wanted = dossier.person.id
        if self.isVisible():
            self._fetch_history()

    def showEvent(self, event: QShowEvent) -> None:
        """Fetch the history when somebody looks: few open this tab, and it takes more than all the others."""
        super().showEvent(event)
        self._fetch_history()

    def _fetch_history(self) -> None:
        if not self._wanted:
            return
        card, desk, person_id = self._history, self._acts.desk, self._wanted
        self._wanted = ""
        self._acts.shell.tasks.run(
            lambda: trail(desk, person_id),
            owner=card,
            done=lambda found: self._show_trail(card, found),
            failed=lambda error: self._show_failure(card, error),
        )

    def _accesses(self, dossier: Dossier) -> Card:
        """Each time the dossier was opened with a reason, and what a second look made of it."""
        card = Card(self.tr("Noodinzage"))
        today = self.desk.today()
        for one in dossier.accesses:
            judged = (label("access_verdict", one.verdict), "danger" if one.verdict == "wrong" else "ok")
            waiting: list[Act] = [(self.tr("Beoordelen"), partial(self._acts.judge_access, one.id))]
            words = self.tr("{0} door {1} omdat: {2}")
            card.add(
                row(
                    words.format(local_moment(one.opened_at, today), one.worker, one.reason),
                    self.tr("nu open") if one.ended_at is None else "",
                    pill=judged if one.verdict else (self.tr("Nog te beoordelen"), "warn"),
                    acts=[] if one.verdict else waiting,
                )
            )
        return card

    def _basis(self, dossier: Dossier, case: Case) -> Card:
        card = Card(self.tr("Grondslag en informeren"))
        reasons = ", ".join(label("inclusion_reason", code) for code in case.inclusion_reasons)
        told = joined(
            label("informed_how", case.informed_how), self.day(case.informed_on), case.informed_note or ""
        )
        card.add(
            facts(
                [
                    (self.tr("Grondslag"), label("legal_basis", case.legal_basis)),
                    (self.tr("Criteria"), reasons),
                    (self.tr("Toelichting"), case.inclusion_note or ""),
                    (
                        self.tr("Nodig en in verhouding"),
                        case.proportionality or self.tr("nog niet beschreven"),
                    ),
                    (
                        self.tr("Aangemeld door"),
                        joined(
                            dossier.referred_by,
                            case.referrer or "",
                            label("referral_way", case.referral_way) if case.referral_way else "",
                        ),
                    ),
                    (self.tr("Geopend"), self.day(case.opened_on)),
                    (self.tr("Persoon geïnformeerd"), told or self.tr("nog niet")),
                ]
            )
        )
        if case.closed_on is None and not dossier.read_only:
            card.add(
                act_bar(
                    [
                        (self.tr("Grondslag en criteria wijzigen"), self._acts.edit_basis),
                        (self.tr("Persoon informeren"), self._acts.inform),
                    ]
                )
            )
        return card

    def _judged(self, dossier: Dossier, case: Case) -> Card:
        """When it was judged whether the work is still proportionate, and when that is next."""
        card = Card(self.tr("Hertoets: is het nog nodig en in verhouding?"))
        if case.closed_on is None:
            card.add(text(self.tr("Volgende: {0}").format(self.day(case.review_on) or "–"), wrap=True))
        needed, ended = (self.tr("Nog nodig"), "ok"), (self.tr("Niet meer nodig"), "warn")
        reviews = [item for item in dossier.timeline if item.kind == "review"]
        card.add(
            lines(
                [
                    row(
                        self.day(one.on),
                        one.text or "",
                        pill=needed if one.codes["proportionate"] == "yes" else ended,
                    )
                    for one in reviews
                ]
            )
        )
        if not reviews:
            card.add(text(self.tr("Nog niet hertoetst."), tone="muted"))
        if case.closed_on is None and not dossier.read_only:
            card.add(act_bar([(self.tr("Hertoets vastleggen"), self._acts.review)]))
        return card

    def _closing(self, case: Case) -> Card:
        card = Card(self.tr("Afsluiting"))
        card.add(
            facts(
                [
                    (self.tr("Afgesloten"), self.day(case.closed_on)),
                    (self.tr("Reden"), label("closure_reason", case.closure_reason)),
                    (self.tr("Hoe het gaat"), label("case_outcome", case.outcome)),
                    (self.tr("Toelichting"), case.closure_note or ""),
                ]
            )
        )
        return card

    def _team(self, assignments: Sequence[AssignmentRow]) -> Card:
        card = Card(self.tr("Wie eraan werkt"))
        card.add(
            lines(
                [
                    row(
                        one.name,
                        joined(label("assignment_role", one.role), self._span(one.from_on, one.until_on)),
                    )
                    for one in assignments
                ]
            )
        )
        if self._acts.can_work:
            card.add(act_bar([(self.tr("Casus toewijzen"), self._acts.assign)]))
        return card

    def _span(self, first: date, last: date | None) -> str:
        if last is None:
            return self.tr("sinds {0}").format(self.day(first))
        return self.tr("{0} tot {1}").format(self.day(first), self.day(last))

    def _sharing(self, dossier: Dossier) -> Card:
        card = Card(self.tr("Gedeeld met anderen"))
        act: Act = (self.tr("Verstrekking vastleggen"), self._acts.share)
        if not dossier.sharings:
            card.add(text(self.tr("Nog niets gedeeld."), tone="muted"))
        card.add(
            lines(
                [
                    row(
                        f"{one.recipient} ({one.received_by})" if one.received_by else one.recipient,
                        joined(
                            self.day(one.on),
                            label("sharing_way", one.way),
                            label("legal_basis", one.legal_basis),
                            ", ".join(label("data_kind", code) for code in one.data_kinds),
                            one.what,
                        ),
                        pill=self._known(one),
                        acts=self._mend(one),
                    )
                    for one in dossier.sharings
                ]
            )
        )
        card.add(act_bar([act]))
        return card

    def _known(self, one: DataSharing) -> tuple[str, str] | None:
        if one.withdrawn_on is not None:
            return self.tr("Vervallen"), "neutral"
        return (self.tr("Persoon weet ervan"), "ok") if one.person_told else None

    def _mend(self, one: DataSharing) -> list[Act]:
        if one.withdrawn_on is not None:
            return []
        return [(self.tr("Verbeteren"), lambda: self._acts.mend_sharing(one.id))]

    def _show_trail(self, card: Card, found: Trail) -> None:
        card.clear()
        today = self.desk.today()
        card.add(
            lines(
                [
                    row(
                        joined(
                            label("audit_action", str(entry["action"])),
                            label("record_kind", str(entry["kind"])),
                        ),
                        joined(
                            str(entry["worker"]),
                            local_moment(_moment(entry), today),
                            _changes(found.fields.get(entry.id, ())),
                        ),
                    )
                    for entry in found.entries
                ]
            )
        )
        if found.more:
            card.add(text(self.tr("en nog %n oudere regel(s)", "", found.more), "small", "muted"))
        card.add(act_bar([(self.tr("Alles in het logboek"), self._acts.show_log)]))

    def _show_failure(self, card: Card, error: CasusError) -> None:
        card.clear()
        card.add(text(sentence(error), tone="danger", wrap=True))


def _moment(entry: Row) -> datetime:
    at = entry["at"]
    assert isinstance(at, datetime)
    return at


def trail(desk: Desk, person_id: str) -> Trail:
    """Return the latest entries about all records of a person, and how many more there are; runs in the worker."""
    log = AuditList(desk, Narrow(person_id=person_id))
    numbers = log.numbers()
    entries = log.rows(numbers[:_SHOWN])
    changed = [entry.id for entry in entries if entry["action"] == "changed"]
    fields = {number: entry_detail(desk, int(number)).fields for number in changed}
    return Trail(entries, fields, max(0, len(numbers) - _SHOWN))


def _changes(fields: Sequence[FieldLine]) -> str:
    """Return what changed in one line: each field with its old and new value."""
    return "; ".join(
        f"{field_name(one.field)}: {shown(one.old, one.code_list)} → {shown(one.new, one.code_list)}"
        for one in fields
    )

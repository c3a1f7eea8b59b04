# SPDX-License-Identifier: EUPL-1.2
"""The card of a dossier with what the person asked about their own data."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from casus.gui.corrections.from_request import noting_panel
from casus.gui.dates_text import short_date
from casus.gui.dossier.parts import Act, Row, act_bar, joined, lines, row
from casus.gui.labels import label
from casus.gui.records.source import TONES
from casus.gui.requests.page import OVERVIEW
from casus.gui.requests.receive_form import RequestPanel
from casus.gui.shell import Shell
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label as text
from casus.services.desk import Desk
from casus.services.dossier import Dossier
from casus.services.records import AccessRequest
from casus.services.requests import stand_of


class RequestsCard(Card):
    """The requests of a person, each with a way to everything about them; and a way to record the next."""

    def __init__(self, shell: Shell, desk: Desk, dossier: Dossier) -> None:
        translate = QCoreApplication.translate
        super().__init__(translate("RequestsCard", "Verzoeken van de persoon"))
        self._shell, self._desk = shell, desk
        if not dossier.access_requests:
            self.add(text(translate("RequestsCard", "Nog niets gevraagd."), tone="muted"))
        self.add(lines([self._row(one) for one in dossier.access_requests]))
        case_id = dossier.case.id if dossier.case else ""
        record = partial(self._record, dossier.person.id, case_id)
        self.add(act_bar([(translate("RequestsCard", "Verzoek vastleggen"), record)]))

    def _row(self, one: AccessRequest) -> Row:
        translate = QCoreApplication.translate
        today = self._desk.today()
        stand = stand_of(one, today)
        due = translate("RequestsCard", "antwoord uiterlijk {0}").format(short_date(one.due_on))
        facts = joined(
            translate("RequestsCard", "ontvangen {0}").format(short_date(one.received_on)),
            label("access_decision", one.decision) if one.sent_on else due,
        )
        see = (translate("RequestsCard", "Alles tonen"), partial(self._shell.open, OVERVIEW, one.id))
        acts: list[Act] = [see]
        noting = noting_panel(self._shell, self._desk, one)
        if noting is not None and one.sent_on is None and one.withdrawn_on is None:
            words = translate("RequestsCard", "Vastleggen wat het betreft")
            acts.insert(0, (words, lambda: self._shell.open_panel(noting())))
        pill = (label("request_stand", stand), TONES["request_stand"].get(stand, "neutral"))
        return row(label("access_kind", one.kind), facts, pill=pill, acts=acts)

    def _record(self, person_id: str, case_id: str) -> None:
        self._shell.open_panel(RequestPanel(self._shell, self._desk, person_id, case_id))

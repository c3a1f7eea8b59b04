# SPDX-License-Identifier: EUPL-1.2
"""The list of recipients who must hear that data they received changed, and the form that ticks one off."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.roles import Role
from casus.gui.accountability import KEY as ACCOUNTABILITY
from casus.gui.corrections import KEY
from casus.gui.corrections.decide_form import CarryOutPanel, DecidePanel
from casus.gui.corrections.note_form import CorrectionPanel
from casus.gui.corrections.objection_forms import LiftPanel, ObjectionDecidePanel, ObjectionPanel
from casus.gui.dates_text import number
from casus.gui.drafts import Payload
from casus.gui.forms.ui_recipient_notice_form import Ui_RecipientNoticeForm
from casus.gui.forms_registry import FormSpec
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.records import Filter, Heading, ListAct, ListActs, ListPage, ListWords, ServiceSource
from casus.gui.shell import PageSpec, Shell, Summary
from casus.services import corrections
from casus.services.changes import Done
from casus.services.corrections import NoticeInput, NoticeList
from casus.services.desk import Desk
from casus.services.records import RecipientNotice

DONE_KEYS = "Ctrl+D"


class NoticePanel(RecordPanel):
    """How a recipient was dealt with: told, did not have it, or cannot be told."""

    def __init__(self, shell: Shell, desk: Desk, notice_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_RecipientNoticeForm()
        self.ui.setupUi(content)
        self._notice_id = notice_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("NoticePanel", "Ontvanger inlichten"),
            translate("NoticePanel", "Vastleggen"),
            f"recipient_notice:{notice_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> tuple[RecipientNotice, str]:
        """Return the notice and who received the data."""
        return corrections.get_notice(self.desk, self._notice_id)

    def fill(self, found: tuple[RecipientNotice, str]) -> None:
        """Begin with "told", today."""
        one, recipient = found
        self._version = one.version
        self.set_subtitle(recipient)
        self.ui.outcomeField.set_value(one.outcome or "told")
        self.ui.onField.set_value(one.on or self.desk.today())
        self.ui.noteField.set_value(one.note)

    def arrange(self) -> None:
        """That it is impossible needs words."""
        self.ui.noteField.set_optional(self.ui.outcomeField.value() != "impossible")

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what ticks it off."""
        data = NoticeInput(**filled(values))
        return lambda: corrections.settle_notice(self.desk, self._notice_id, data, version=self._version)

    def stored(self, result: Done[RecipientNotice]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Vastgelegd"))


class RecipientsPage(ListPage):
    """Everyone who must be told, and who was."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, ServiceSource(NoticeList(desk), _headings(), desk.today()), _words())
        self._desk = desk
        self.row_acts = ListActs(self, self._acts())

    def open_record(self, record_id: str) -> None:
        """Open the dossier where the correction stands."""
        self.open_dossier_of(record_id, "account")

    def _acts(self) -> list[ListAct]:
        return [
            ListAct(self.tr("Anders afhandelen"), "F2", self._settle, lambda _row: True, "pencil-simple"),
            ListAct(self.tr("Verteld"), DONE_KEYS, self._told, _is_open, "check"),
        ]

    def _settle(self, record_id: str) -> None:
        self.shell.open_panel(NoticePanel(self.shell, self._desk, record_id))

    def _told(self, record_id: str) -> None:
        data = NoticeInput("told", self._desk.today())
        work = partial(corrections.settle_notice, self._desk, record_id, data)
        self.row_acts.finish(record_id, work, self.tr("Ontvanger ingelicht"))


def _is_open(row: Any) -> bool:
    return row["outcome"] is None


def _headings() -> tuple[Heading, ...]:
    return (
        Heading("recipient", QCoreApplication.translate("RecipientsPage", "Wie"), 0),
        Heading("person", QCoreApplication.translate("RecipientsPage", "Over wie"), 190),
        Heading("about", QCoreApplication.translate("RecipientsPage", "Wat is gewijzigd"), 170),
        Heading("shared_on", QCoreApplication.translate("RecipientsPage", "Gedeeld"), 110),
        Heading("changed_on", QCoreApplication.translate("RecipientsPage", "Gewijzigd"), 110),
        Heading("outcome", QCoreApplication.translate("RecipientsPage", "Afgehandeld"), 190, status=True),
    )


def _words() -> ListWords:
    translate = QCoreApplication.translate
    return ListWords(
        title=translate("RecipientsPage", "Ontvangers inlichten"),
        purpose=translate(
            "RecipientsPage", "Deze ontvangers moet je laten weten dat een gegeven is verbeterd of gewist."
        ),
        one=translate("RecipientsPage", "ontvanger"),
        many=translate("RecipientsPage", "ontvangers"),
        empty=translate("RecipientsPage", "Er is niemand die je iets moet laten weten."),
        new="",
        icon="megaphone",
        key="recipients",
        kinds=frozenset({"recipient_notices", "corrections", "data_sharings", "persons"}),
        filters=(Filter("state", "notice_state", ("open", "closed")),),
        start_with=("state:open",),
        start_empty=translate("RecipientsPage", "Iedereen is ingelicht: {0}."),
    )


def summary(desk: Desk) -> Summary:
    """Return how many recipients must be told, for the page above."""
    waiting = len(NoticeList(desk).ids(chips={"state": frozenset({"open"})}))
    if not waiting:
        return Summary(QCoreApplication.translate("RecipientsPage", "Iedereen weet wat er is gewijzigd."), 0)
    words = QCoreApplication.translate("RecipientsPage", "Nog in te lichten: {0}").format(number(waiting))
    return Summary(words, waiting, attention=True)


def spec(desk: Desk) -> PageSpec:
    """Return the page; it opens from Verantwoording and from the number on Vandaag."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("RecipientsPage", "Ontvangers inlichten"),
        "megaphone",
        lambda shell: RecipientsPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
        in_sidebar=False,
        parent=ACCOUNTABILITY,
        summary=lambda: summary(desk),
    )


def forms(desk: Desk) -> list[FormSpec]:
    """Return the forms that open again by their draft."""

    def by_ids(panel: Any) -> Callable[[Shell, str, Payload], Any]:
        return lambda shell, about, draft: panel(shell, desk, *about.split(":"), draft=draft)

    def person(about: str) -> str:
        return f"person:{about.split(':')[0]}"

    def case(about: str) -> str:
        return f"case:{about.split(':')[0]}"

    return [
        FormSpec("correction", "dossier", by_ids(CorrectionPanel), person),
        FormSpec("objection", "dossier", by_ids(ObjectionPanel), person),
        FormSpec("correction_decide", "dossier", by_ids(DecidePanel), person),
        FormSpec("correction_carry_out", "dossier", by_ids(CarryOutPanel), person),
        FormSpec("objection_decide", "dossier", by_ids(ObjectionDecidePanel), case),
        FormSpec("restriction_lift", "dossier", by_ids(LiftPanel), case),
        FormSpec("recipient_notice", KEY, by_ids(NoticePanel)),
    ]

# SPDX-License-Identifier: EUPL-1.2
"""The page with the requests of persons about their data: what is asked, by when, and the next step of each."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from casus.domain.codelists import codelist
from casus.domain.roles import Role
from casus.gui.accountability import KEY as ACCOUNTABILITY
from casus.gui.corrections.from_request import DISPUTING, noting_panel
from casus.gui.dates_text import number
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.records import Filter, Heading, ListAct, ListActs, ListPage, ListWords, ServiceSource
from casus.gui.requests import KEY
from casus.gui.requests import receive_form as receiving
from casus.gui.requests import step_forms as steps
from casus.gui.requests.receive_form import RequestPanel
from casus.gui.requests.step_forms import STEPS
from casus.gui.shell import PageSpec, Shell, Summary
from casus.services.desk import Desk
from casus.services.records import AccessRequest
from casus.services.requests import RequestList, get_request, request_counts

OVERVIEW = "inzage"
"""The key of the page with everything about one person; its record is the request."""
_CLOSED = frozenset({"answered", "withdrawn"})


class RequestsPage(ListPage):
    """The page; Enter opens everything about the person, keys take the next step."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        source = ServiceSource(RequestList(desk), _headings(), desk.today())
        super().__init__(shell, source, _words(), lambda: RequestPanel(shell, desk))
        self._desk = desk
        self.table.start_sorted("due_on")
        self.acts = ListActs(self, self._acts())
        view = self.table.view
        note = QShortcut(QKeySequence("W"), view, context=Qt.ShortcutContext.WidgetShortcut)
        note.setWhatsThis(self.tr("Wat het betreft"))
        note.activated.connect(self._note)
        self.add_menu(
            [
                (self.tr("Wat het betreft"), self._note),
                (self.tr("Identiteit vastleggen"), partial(self._rare, steps.IDENTITY, _is_open)),
                (self.tr("Termijn verlengen"), partial(self._rare, steps.EXTEND, _may_extend)),
                (self.tr("Verzoek ingetrokken"), partial(self._rare, steps.WITHDRAW, _is_open)),
            ]
        )

    def open_record(self, record_id: str) -> None:
        """Open everything about the person."""
        self.shell.open(OVERVIEW, record_id)

    def _acts(self) -> list[ListAct]:
        return [
            ListAct(self.tr("Besluit"), "B", self._step(steps.DECIDE), _is_open, "scales"),
            ListAct(self.tr("Beantwoord"), "A", self._step(steps.SENT), _is_decided, "check", rare=True),
        ]

    def _note(self) -> None:
        """Note what the chosen correction, erasure or objection is about."""
        desk, shell, record_id = self._desk, self.shell, self.table.current_id()
        row = self.source.known.get(record_id)
        if row is None or not _is_disputing(row):
            return

        def show(request: AccessRequest) -> None:
            make = noting_panel(shell, desk, request)
            if make is not None:
                shell.open_panel(make())

        shell.tasks.run(lambda: get_request(desk, record_id), owner=self, done=show)

    def _rare(self, step: str, fits: Callable[[Any], bool]) -> None:
        """Open the form of a step that is seldom taken, or say why it is not there."""
        record_id = self.table.current_id()
        row = self.source.known.get(record_id)
        if row is None or not fits(row):
            self.shell.announce(self.tr("Dat kan bij dit verzoek niet (meer). Kies een open verzoek."))
            return
        self._step(step)(record_id)

    def _step(self, step: str) -> Callable[[str], None]:
        return lambda record_id: self.shell.open_panel(STEPS[step](self.shell, self._desk, record_id))


def _is_open(row: Any) -> bool:
    return row["state"] not in _CLOSED


def _is_disputing(row: Any) -> bool:
    return _is_open(row) and row["kind"] in DISPUTING


def _may_extend(row: Any) -> bool:
    return _is_open(row) and not row["extended"] and row["state"] != "late"


def _is_decided(row: Any) -> bool:
    return _is_open(row) and bool(row["decision"])


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading("name", translate("RequestsPage", "Van wie"), 0),
        Heading("kind", translate("RequestsPage", "Wat"), 120),
        Heading("received_on", translate("RequestsPage", "Ontvangen"), 110),
        Heading("due_on", translate("RequestsPage", "Uiterlijk"), 110),
        Heading("state", translate("RequestsPage", "Stand"), 130, status=True),
        Heading("decision", translate("RequestsPage", "Besluit"), 150),
    )


def _words() -> ListWords:
    translate = QCoreApplication.translate
    return ListWords(
        title=translate("RequestsPage", "Verzoeken van betrokkenen"),
        purpose=translate(
            "RequestsPage",
            "Wie vroeg om inzage, verbetering of wissen. Je antwoordt binnen een maand; Enter toont alles "
            "over de persoon.",
        ),
        one=translate("RequestsPage", "verzoek"),
        many=translate("RequestsPage", "verzoeken"),
        empty=translate("RequestsPage", "Er is nog geen verzoek binnengekomen."),
        new=translate("RequestsPage", "Nieuw verzoek"),
        icon="hand-palm",
        key="requests",
        kinds=frozenset({"access_requests", "persons", "emergency_accesses"}),
        filters=(
            Filter("state", "request_state", ("open", "late", "soon", "extended", "closed")),
            Filter("kind", "access_kind", codelist("access_kind").values),
        ),
        start_with=("state:open",),
        start_empty=translate("RequestsPage", "Alle verzoeken zijn afgehandeld ({0})."),
    )


def _summary(desk: Desk) -> Summary:
    opened, late = request_counts(desk)
    translate = QCoreApplication.translate
    if not opened:
        return Summary(translate("RequestsPage", "Er staan geen verzoeken open."), 0)
    if not late:
        return Summary(translate("RequestsPage", "Te beantwoorden; geen enkel is te laat."), opened)
    words = translate("RequestsPage", "Te beantwoorden; te laat: {0}.")
    return Summary(words.format(number(late)), opened, attention=True)


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the forms that a draft opens again."""

    def receive(shell: Shell, about: str, draft: Payload) -> RequestPanel:
        return RequestPanel(shell, desk, *about.split(":"), draft=draft)

    def take(shell: Shell, about: str, draft: Payload) -> steps.StepPanel:
        step, _colon, request_id = about.partition(":")
        return STEPS[step](shell, desk, request_id, draft=draft)

    return (FormSpec(receiving.FORM, KEY, receive), FormSpec(steps.FORM, KEY, take))


def spec(desk: Desk) -> PageSpec:
    """Return the page; it opens from Verantwoording."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("RequestsPage", "Verzoeken van betrokkenen"),
        "hand-palm",
        lambda shell: RequestsPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
        in_sidebar=False,
        parent=ACCOUNTABILITY,
        summary=partial(_summary, desk),
    )

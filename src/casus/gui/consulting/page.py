# SPDX-License-Identifier: EUPL-1.2
"""The page with consulting hours in facilities, and what they add up to."""

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.consulting.panel import ConsultingPanel
from casus.gui.dates_text import number
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.records import Filter, Heading, ListPage, ListWords, ServiceSource, chosen
from casus.gui.shell import PageSpec, Shell
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label
from casus.services.consulting_list import ConsultingList, Totals
from casus.services.desk import Desk

KEY = "spreekuur"


class ConsultingPage(ListPage):
    """The sessions that pass the filters, with their sums above them."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._list = ConsultingList(desk)
        self._desk = desk
        source = ServiceSource(self._list, _headings(), desk.today())
        super().__init__(shell, source, _words(), lambda: ConsultingPanel(shell, desk))
        self.table.start_sorted("on", descending=True)
        self.totals = label("", "strong", wrap=True)
        self.body.insertWidget(0, self.totals)
        self.table.loaded.connect(self._add_up)

    def open_record(self, record_id: str) -> None:
        """Open a session to correct it."""
        self.shell.open_panel(ConsultingPanel(self.shell, self._desk, record_id))

    def _add_up(self) -> None:
        query = self.table.query()
        self.shell.tasks.run(
            lambda: self._list.totals(query.text, chosen(query)), owner=self, done=self._show_totals
        )

    def _show_totals(self, totals: Totals) -> None:
        self.totals.setText(
            self.tr("{0} spreekuren · {1} gesprekken · {2} voor het eerst").format(
                number(totals.sessions), number(totals.conversations), number(totals.new_persons)
            )
        )


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading("on", translate("ConsultingPage", "Datum"), 130),
        Heading("facility", translate("ConsultingPage", "Inrichting"), 0),
        Heading("country", translate("ConsultingPage", "Land"), 130),
        Heading("conversations", translate("ConsultingPage", "Gesprekken"), 120),
        Heading("new_persons", translate("ConsultingPage", "Voor het eerst"), 130),
        Heading("on_file", translate("ConsultingPage", "Met naam"), 110),
    )


def _words() -> ListWords:
    translate = QCoreApplication.translate
    return ListWords(
        title=translate("ConsultingPage", "Spreekuur"),
        purpose=translate("ConsultingPage", "Je spreekuren in inrichtingen, hier en in Duitsland."),
        one=translate("ConsultingPage", "spreekuur"),
        many=translate("ConsultingPage", "spreekuren"),
        empty=translate("ConsultingPage", "Je hebt nog geen spreekuur vastgelegd."),
        new=translate("ConsultingPage", "Spreekuur vastleggen"),
        icon="chats-circle",
        key="consulting",
        kinds=frozenset({"consulting_sessions", "contacts", "facilities"}),
        filters=(
            Filter("when", "time_span", ("this_month", "last_month", "this_year", "last_year")),
            Filter("country", "country", ("nl", "de")),
        ),
    )


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("ConsultingPage", "Spreekuur"),
        "chats-circle",
        lambda shell: ConsultingPage(shell, desk),
        frozenset({Role.RIO}),
    )


def forms(desk: Desk) -> list[FormSpec]:
    """Return the form that a draft opens again; its key holds the session, or "new"."""

    def make(shell: Shell, about: str, draft: Payload) -> SidePanel:
        return ConsultingPanel(shell, desk, about, draft=draft)

    return [FormSpec("consulting", KEY, make)]

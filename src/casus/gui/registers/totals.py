# SPDX-License-Identifier: EUPL-1.2
"""What a register adds up to in a period, beside the year before; these numbers stay inside."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from casus.domain.periods import Period
from casus.errors import InvalidInput
from casus.gui.dates_text import language, number
from casus.gui.error_text import field_error
from casus.gui.labels import label as code_label
from casus.gui.registers.kinds import RegisterKind
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label
from casus.gui.widgets.text_fields import TextField
from casus.services.desk import Desk
from casus.services.register_totals import AT_THE_END, Group, TotalRow, Totals, totals

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class RegisterTotals(SidePanel):
    """The totals of one register, for a period that is typed; it begins with this year."""

    def __init__(self, shell: Shell, desk: Desk, kind: RegisterKind) -> None:
        self._shell, self._desk, self._kind = shell, desk, kind
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(16))
        self.period = TextField(body)
        self.period.set_key("period")
        self.period.set_label(self.tr("Periode"))
        self.period.set_help(
            self.tr("Een jaar, kwartaal of maand: 2023, 2023-Q3, 2023-10 of 2022-10..2023-10.")
        )
        self.period.set_value(str(desk.today().year))
        self.period.changed.connect(self._ask)
        column.addWidget(self.period)
        self._found = QVBoxLayout()
        self._found.setSpacing(theme().px(8))
        column.addLayout(self._found)
        column.addStretch(1)
        title = self.tr("Totalen: {0}").format(kind.words(kind.title))
        super().__init__(title, body, subtitle=self.tr("Deze getallen blijven in je kluis."))
        self._ask()

    def _ask(self) -> None:
        try:
            period = Period.parse(self.period.value())
        except InvalidInput as error:
            self.period.set_error(field_error(error))
            return
        self.period.set_error("")
        desk, key = self._desk, self._kind.key
        self._shell.tasks.run(
            lambda: totals(desk, key, period), owner=self, done=self._show, failed=self._shell.show_error
        )

    def _show(self, found: Totals) -> None:
        clear_layout(self._found)
        self._found.addWidget(label(found.period.label(language()), "section"))
        if self._kind.key in AT_THE_END:
            self._found.addWidget(
                label(self.tr("Zoals het stond aan het eind, of vandaag."), tone="muted", wrap=True)
            )
        self._found.addWidget(self._table(found, [found.whole], lambda _row: self.tr("Alles samen")))
        for group in found.groups:
            self._found.addSpacing(theme().px(8))
            self._found.addWidget(label(_title(group), "section"))
            self._found.addWidget(self._table(found, group.rows, _labelled(group.list_name)))

    def _table(self, found: Totals, rows: Sequence[TotalRow], words: Callable[[TotalRow], str]) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme().px(4))
        grid.setHorizontalSpacing(theme().px(12))
        grid.setColumnStretch(0, 1)
        for at, measure in enumerate(found.measures):
            head = label(code_label("register_measure", measure), role="small", tone="muted")
            grid.addWidget(head, 0, 2 * at + 1, 1, 2, _RIGHT)
        for line, row in enumerate(rows, start=1):
            grid.addWidget(label(words(row), wrap=True), line, 0)
            for at, (now, before) in enumerate(zip(row.now, row.before, strict=True)):
                grid.addWidget(label(number(now)), line, 2 * at + 1, _RIGHT)
                then = label(self.tr("was {0}").format(number(before)), role="small", tone="muted")
                then.setToolTip(found.before.label(language()))
                grid.addWidget(then, line, 2 * at + 2, _RIGHT)
        return box


def _labelled(name: str) -> Callable[[TotalRow], str]:
    """Return what calls a row by its code in this list."""
    return lambda row: code_label(name, row.code)


def _title(group: Group) -> str:
    titles = {
        "school_activity_kind": QCoreApplication.translate("RegisterTotals", "Naar soort"),
        "school_kind": QCoreApplication.translate("RegisterTotals", "Naar soort school"),
        "district": QCoreApplication.translate("RegisterTotals", "Naar wijk"),
        "business_contact_reached": QCoreApplication.translate("RegisterTotals", "Naar wat ervan kwam"),
        "business_contact_reason": QCoreApplication.translate("RegisterTotals", "Naar aanleiding"),
        "inspection_kind": QCoreApplication.translate("RegisterTotals", "Naar soort"),
        "inspection_result": QCoreApplication.translate("RegisterTotals", "Naar resultaat"),
        "permit_status": QCoreApplication.translate("RegisterTotals", "Naar status"),
        "permit_area": QCoreApplication.translate("RegisterTotals", "Naar gebied"),
        "permit_sector": QCoreApplication.translate("RegisterTotals", "Naar sector"),
        "session_audience": QCoreApplication.translate("RegisterTotals", "Naar doelgroep"),
        "organisation_kind": QCoreApplication.translate("RegisterTotals", "Naar soort organisatie"),
        "worker_role": QCoreApplication.translate("RegisterTotals", "Naar functie"),
    }
    return titles[group.list_name]

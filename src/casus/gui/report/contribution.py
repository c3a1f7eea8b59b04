# SPDX-License-Identifier: EUPL-1.2
"""A worker's side of the report: exactly which coded rows the coordinator counts from, and sealing them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from casus.domain.periods import Period
from casus.domain.roles import Role
from casus.errors import CasusError, InvalidInput, NotAllowed
from casus.gui.counting_together import KEY as TOGETHER
from casus.gui.dates_text import language, number
from casus.gui.error_text import field_error
from casus.gui.exchange.seal_panel import Sealing, SealPanel
from casus.gui.lists import FilterChip, ListSpec, RecordTable
from casus.gui.report.contribution_rows import KINDS, RowSource, kind_words
from casus.gui.shell import Page, Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import EmptyState
from casus.gui.widgets.text import label
from casus.gui.widgets.text_fields import TextField
from casus.services.changes import Done
from casus.services.contributions import preview_contribution
from casus.services.desk import Desk
from casus.services.exchange.kinds_of.contribution import CODE, send_contribution

_PERIOD_WIDTH = 260
_GROUP = "kind"


class ContributionPage(Page):
    """Shows what leaves for the coordinator: codes and pseudonyms, no names and no texts."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self.set_title(
            self.tr("Mijn aanlevering"),
            self.tr(
                "Dit is alles wat de coördinator van jou krijgt om te tellen: codes, geen namen en geen teksten."
            ),
        )
        self._desk = desk
        self._made: Any = None
        self._source = RowSource()
        self.together = self.add_secondary(
            self.tr("Samen tellen"), lambda: shell.open(TOGETHER), icon="users-three"
        )
        self.seal = self.set_primary(self.tr("Verzegel aanlevering"), self.open_seal, icon="lock-key")
        self.seal.setEnabled(False)
        self.period = TextField()
        self.period.set_key("period")
        self.period.set_label(self.tr("Periode"))
        self.period.edit.setMaximumWidth(theme().px(_PERIOD_WIDTH))
        self.period.edit.returnPressed.connect(self.show_rows)
        self.go = button(self.tr("Toon aanlevering"), self.show_rows, icon="eye")
        self.told = _note()
        noun = (self.tr("regel"), self.tr("regels"))
        empty = EmptyState("list-bullets", self.tr("Kies een periode om te zien wat je aanlevert."))
        chips = tuple(FilterChip(kind, kind_words(kind), _GROUP) for kind in KINDS)
        spec = ListSpec(self.tr("Regels"), lambda n: noun[0] if n == 1 else noun[1], chips=chips)
        self.table = RecordTable(self._source, shell.tasks, spec, empty=empty)
        self.table.refused.connect(shell.show_error)
        row = QHBoxLayout()
        row.addWidget(self.period)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.told)
        self.body.addWidget(self.table, 1)
        self._count()

    def load(self) -> None:
        """Propose this year until now; rows are shown when asked for."""
        if not self.period.value():
            self.period.set_value(str(self._desk.today().year))
        self.table.reload()

    def show_rows(self) -> None:
        """Fetch the contribution for the typed period."""
        try:
            period = Period.parse(self.period.value())
        except InvalidInput as error:
            self.period.set_error(field_error(error, self.period.get_label()))
            self.period.take_focus()
            return
        self.period.set_error("")
        self.shell.tasks.run(
            lambda: preview_contribution(self._desk, period), owner=self, done=self._show, failed=self._failed
        )

    def open_seal(self) -> None:
        """Choose to whom exactly these rows go."""
        if self._made is not None:
            self.shell.open_panel(ContributionPanel(self.shell, self._desk, self._made))

    def changed(self, _changes: object, _initiator: QWidget | None) -> None:
        """Rows are shown as they were when asked for: what was seen is what is sealed."""

    def _show(self, made: Any) -> None:
        self._made = made
        self._source.show(made)
        self._count()
        self.table.reload()

    def _failed(self, error: CasusError) -> None:
        self.shell.show_error(error)
        if isinstance(error, NotAllowed) and error.rule == "no_team_key":
            self.together.setFocus()

    def _count(self) -> None:
        """Show how many lines there are of each kind, and in words what is not among them."""
        kinds = self._source.kinds()
        self.table.chips.show_counts(_GROUP, kinds)
        self.table.chips.setVisible(bool(kinds))
        self.seal.setEnabled(self._made is not None)
        self.told.setVisible(self._made is not None)
        if self._made is None:
            return
        persons = kinds.get("person", 0)
        self.told.setText(
            self.tr(
                "{0} regels over {1} personen. Niet erbij: namen, geboortedata, adressen, verslagen, dagen, "
                "dossiernummers, en wie in deze periode nergens in voorkomt."
            ).format(number(self._source.count_all()), number(persons))
            + " "
            + self.tr("Versie van de catalogus: {0}.").format(self._made.catalogue.rpartition(".")[0])
        )


class ContributionPanel(SealPanel):
    """Seal what is on the page to a coordinator."""

    def __init__(self, shell: Shell, desk: Desk, made: Any) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            shell,
            desk,
            Sealing(
                kind=CODE,
                title=translate("ContributionPanel", "Aanlevering verzegelen"),
                subtitle=translate(
                    "ContributionPanel",
                    "Precies de regels die je zag, voor {0}. Een eerdere aanlevering over deze periode wordt vervangen.",
                ).format(made.period.label(language())),
                save_text=translate("ContributionPanel", "Verzegelen en bewaren"),
                done_words=translate(
                    "ContributionPanel", "Aanlevering verzegeld. Geef het bestand aan je coördinator."
                ),
                roles=frozenset({Role.COORDINATOR.value}),
                many=False,
            ),
        )
        self._made = made

    def send(self, ids: Sequence[str], path: Path, *, unverified: bool, overwrite: bool) -> Done[Any]:
        """Seal exactly the rows that were shown."""
        return send_contribution(
            self.desk, self._made, ids[0], path, unverified=unverified, overwrite=overwrite
        )


def _note() -> QLabel:
    return label("", "body", "muted", wrap=True)

# SPDX-License-Identifier: EUPL-1.2
"""The form for a table that was published from before or beside Casus."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError, InvalidInput, ReleaseRefused
from casus.gui.dates_text import language
from casus.gui.drafts import Payload
from casus.gui.error_text import refused_reasons
from casus.gui.forms.ui_elsewhere_form import Ui_ElsewhereForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import elsewhere
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.elsewhere import NOT_BROKEN_DOWN, OTHER, ElsewhereInput, Known

FORM = "elsewhere"
EXACT, ROUNDED = "exact", "rounded"
_BASE = 5


class ElsewherePanel(RecordPanel):
    """What was published, where and when, and its numbers one by one."""

    def __init__(self, shell: Shell, desk: Desk, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_ElsewhereForm()
        self.ui.setupUi(content)
        self._catalogue: Known | None = None
        exact, rounded = (
            QCoreApplication.translate("ElsewherePanel", "Precies"),
            QCoreApplication.translate("ElsewherePanel", "Afgerond"),
        )
        self.ui.roundingField.set_choices([Choice(EXACT, exact), Choice(ROUNDED, rounded)])
        self.ui.roundingField.set_value(EXACT)
        self.ui.baseField.set_range(2, 1_000)
        self.ui.baseField.set_value(_BASE)
        spec = PanelSpec(
            QCoreApplication.translate("ElsewherePanel", "Eerder elders gepubliceerd"),
            QCoreApplication.translate("ElsewherePanel", "In het boek zetten"),
            f"{FORM}:new",
            QCoreApplication.translate(
                "ElsewherePanel",
                "Een tabel over dezelfde mensen die al buiten is. Casus rekent er bij elke vrijgave mee.",
            ),
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> Known:
        """Return what a publication can be about."""
        return elsewhere.catalogue_of(self.desk)

    def fill(self, found: Known) -> None:
        """Offer what can be published about."""
        self._catalogue = found
        other = Choice(OTHER, self.tr("Iets anders"))
        named = elsewhere.indicators(found, language())
        self.ui.indicatorField.set_choices([*(Choice(one.code, one.label) for one in named), other])
        for field in (self.ui.indicatorField, self.ui.breakdownField, self.ui.periodField,
                      self.ui.groupsField, self.ui.roundingField):  # fmt: skip
            field.changed.connect(self.arrange)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what writes the publication into the book."""
        rounding = values.pop("rounding")
        given = self._input(values, values["rounded_to"] if rounding == ROUNDED else None)
        return lambda: elsewhere.add_elsewhere(self.desk, given)

    def stored(self, result: Done[Any]) -> None:
        """Tell that it is in the book."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Publicatie staat in het boek van vrijgaven"))

    def failed(self, error: CasusError) -> bool:
        """Say above the form which figures contradict each other."""
        if not isinstance(error, ReleaseRefused):
            return False
        self.show_notice("\n".join(refused_reasons(error)))
        return True

    def arrange(self) -> None:
        """Show the fields that belong to what was chosen, and a row for each figure."""
        indicator, known = self.ui.indicatorField.value(), self._catalogue
        found = elsewhere.breakdowns(known, indicator, language()) if indicator and known is not None else ()
        self._offer([Choice(NOT_BROKEN_DOWN, self.tr("Niet uitgesplitst")),
                     *(Choice(one.code, one.label[:1].upper() + one.label[1:]) for one in found)])  # fmt: skip
        other = indicator == OTHER
        self.ui.subjectField.setVisible(other)
        self.ui.groupsField.setVisible(other)
        self.ui.breakdownField.setVisible(bool(found))
        self.ui.baseField.setVisible(self.ui.roundingField.value() == ROUNDED)
        if indicator and known is not None and (rows := self._rows(known)):
            self.ui.cellsField.set_rows(rows)
        self.ui.cellsField.setVisible(bool(self.ui.cellsField.edits))

    def _offer(self, choices: list[Choice]) -> None:
        field = self.ui.breakdownField
        codes = [field.combo.itemData(at) for at in range(field.combo.count())]
        if codes != [choice.code for choice in choices]:
            kept = field.value()
            field.set_choices(choices)
            field.set_value(kept if kept in {choice.code for choice in choices} else NOT_BROKEN_DOWN)

    def _rows(self, known: Known) -> list[Choice]:
        values = {"title": "", "on": self.desk.today(), "indicator": self.ui.indicatorField.value(),
                  "period": self.ui.periodField.value(), "breakdown": self.ui.breakdownField.value(),
                  "subject": "", "groups": self.ui.groupsField.value(), "cells": {}}  # fmt: skip
        try:
            found = elsewhere.rows_of(known, self._input(values, None), language())
        except InvalidInput:
            return []
        return [Choice(one.code, one.label) for one in found]

    def _input(self, values: dict[str, Any], rounded_to: int | None) -> ElsewhereInput:
        groups = tuple(line.strip() for line in (values["groups"] or "").splitlines() if line.strip())
        plain = {key: value for key, value in values.items() if key not in ("groups", "rounded_to")}
        return ElsewhereInput(**plain, groups=groups, rounded_to=rounded_to)

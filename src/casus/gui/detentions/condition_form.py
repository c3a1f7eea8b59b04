# SPDX-License-Identifier: EUPL-1.2
"""The form that looks at one basic condition for return: how it stands, and what is done."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.dates_text import short_date
from casus.gui.drafts import Payload
from casus.gui.forms.ui_condition_form import Ui_ConditionForm
from casus.gui.labels import label
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.services import cases, detentions, persons
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import BasicConditionCheck


class ConditionPanel(RecordPanel):
    """Record how a basic condition stands at one moment."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        case_id: str,
        detention_id: str,
        *,
        condition: str = "",
        moment: str = "",
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_ConditionForm()
        self.ui.setupUi(content)
        self._case_id, self._detention_id = case_id, detention_id
        self._start = condition or "id_document", moment or "entry"
        self._earlier: dict[tuple[str, str], BasicConditionCheck] = {}
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("ConditionPanel", "Basisvoorwaarde"),
            translate("ConditionPanel", "Vastleggen"),
            f"condition:{case_id}:{detention_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> tuple[str, list[BasicConditionCheck]]:
        """Return whose case it is, and what was seen before."""
        case = cases.get_case(self.desk, self._case_id)
        name = person_name(persons.get_person(self.desk, case.person_id))
        return name, detentions.conditions_of(self.desk, self._case_id)

    def fill(self, found: tuple[str, list[BasicConditionCheck]]) -> None:
        """Begin with the condition that was asked for, today."""
        self.set_subtitle(found[0])
        self._earlier = {
            (one.condition, one.moment): one
            for one in found[1]
            if (one.detention_id or "") == self._detention_id
        }
        self.ui.conditionField.set_value(self._start[0])
        self.ui.momentField.set_value(self._start[1])
        self.ui.onField.set_value(self.desk.today())
        if (earlier := self._earlier.get(self._start)) is not None:
            self.ui.statusField.set_value(earlier.status)
            self.ui.actionField.set_value(earlier.action)
            self.ui.arrangedOnField.set_value(earlier.arranged_on)

    def arrange(self) -> None:
        """Ask since when, once it is arranged; say what this takes the place of."""
        self.ui.arrangedOnField.setVisible(self.ui.statusField.value() == "arranged")
        earlier = self._earlier.get((self.ui.conditionField.value(), self.ui.momentField.value()))
        if earlier is None:
            self.show_notice("")
            return
        words = self.tr("Hier staat al: {0}, {1}. Wat je opslaat komt ervoor in de plaats.")
        what = label("condition_status", earlier.status)
        self.show_notice(words.format(what, short_date(earlier.checked_on)), "neutral")

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records the check."""
        given = filled(values)
        if given["status"] != "arranged":
            given["arranged_on"] = None
        return lambda: detentions.check_condition(
            self.desk, self._case_id, self._detention_id or None, **given
        )

    def stored(self, result: Done[BasicConditionCheck]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Basisvoorwaarde vastgelegd"))

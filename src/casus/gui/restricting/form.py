# SPDX-License-Identifier: EUPL-1.2
"""The forms about a restricted dossier: what of it is restricted, and what a second look made of an opening."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.dates_text import local_moment
from casus.gui.drafts import Payload
from casus.gui.forms.ui_access_verdict_form import Ui_AccessVerdictForm
from casus.gui.forms.ui_restriction_form import Ui_RestrictionForm
from casus.gui.labels import choices
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import break_glass, partners, restricting
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.records import EmergencyAccess, Person, Worker
from casus.services.restricting import CASE, NOBODY, Restriction


class RestrictionPanel(RecordPanel):
    """Restrict a dossier, or lift that; from then on it opens with a reason only."""

    def __init__(
        self, shell: Shell, desk: Desk, person_id: str, case_id: str = "", *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_RestrictionForm()
        self.ui.setupUi(content)
        self._person_id, self._case_id = person_id, case_id or None
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("RestrictionPanel", "Afscherming"),
            translate("RestrictionPanel", "Vastleggen"),
            f"restriction:{person_id}:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> Restriction:
        """Return how far the dossier is restricted now."""
        return restricting.restriction_of(self.desk, self._person_id, self._case_id)

    def fill(self, found: Restriction) -> None:
        """Begin with how it is now; without a case there is none to restrict."""
        self.set_subtitle(found.name)
        self._version = found.version
        offered = [one for one in choices("restriction_scope") if one.code != CASE or self._case_id]
        self.ui.scopeField.set_choices(offered)
        self.ui.scopeField.set_value(found.scope)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what restricts it."""
        return lambda: restricting.restrict(
            self.desk,
            self._person_id,
            self._case_id,
            values["scope"],
            values["reason"],
            version=self._version,
        )

    def stored(self, result: Done[Person]) -> None:
        """Tell; the dossier itself closes at once."""
        self.shell.emit_changed(result.changes, self)
        lifted = self.ui.scopeField.value() == NOBODY
        self.shell.announce(self.tr("Niet meer afgeschermd") if lifted else self.tr("Afgeschermd"))


@dataclass(frozen=True)
class _Judged:
    """The access, and the colleagues who may have looked along."""

    access: EmergencyAccess
    workers: list[Worker]


class VerdictPanel(RecordPanel):
    """Note what a second look made of the opening of a restricted dossier."""

    def __init__(self, shell: Shell, desk: Desk, access_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_AccessVerdictForm()
        self.ui.setupUi(content)
        self._access_id = access_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("VerdictPanel", "Noodinzage beoordelen"),
            translate("VerdictPanel", "Beoordeling vastleggen"),
            f"access_verdict:{access_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> _Judged:
        """Return the access, and the colleagues."""
        return _Judged(break_glass.get_access(self.desk, self._access_id), partners.workers(self.desk))

    def fill(self, found: _Judged) -> None:
        """Begin with a colleague who did not open it, where there is one."""
        self._version = found.access.version
        names = {one.id: one.name for one in found.workers}
        when = local_moment(found.access.opened_at, self.desk.today())
        self.set_subtitle(f"{names.get(found.access.worker_id, '')} · {when}")
        self.ui.byField.set_choices([Choice(one.id, one.name) for one in found.workers])
        others = [one.id for one in found.workers if one.id != found.access.worker_id]
        self.ui.byField.set_value(others[0] if len(others) == 1 else "")

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what keeps the verdict."""
        given = filled(values)
        return lambda: break_glass.judge_access(
            self.desk,
            self._access_id,
            self._version,
            verdict=given["verdict"] or "",
            note=given["note"],
            by_id=given["by_id"],
        )

    def stored(self, result: Done[EmergencyAccess]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Noodinzage beoordeeld"))

# SPDX-License-Identifier: EUPL-1.2
"""The panel that takes a contribution back: what comes of it, and why it is done."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.gui.contributed import KEY
from casus.gui.dates_text import language, local_moment
from casus.gui.drafts import Payload
from casus.gui.forms.ui_exchange_reason_form import Ui_ExchangeReasonForm
from casus.gui.forms_registry import FormSpec
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.text import label
from casus.services import taken_back
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.taken_back import Returning

FORM = "contribution_back"


class TakeBackPanel(RecordPanel):
    """Let a contribution count no more."""

    def __init__(self, shell: Shell, desk: Desk, batch_id: str, *, draft: Payload | None = None) -> None:
        self._batch_id = batch_id
        content = QWidget()
        inside = QWidget()
        self.ui = Ui_ExchangeReasonForm()
        self.ui.setupUi(inside)
        self.told = label("", wrap=True)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(16))
        column.addWidget(self.told)
        column.addWidget(inside)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("TakeBackPanel", "Aanlevering terugnemen"),
            translate("TakeBackPanel", "Terugnemen"),
            f"{FORM}:{batch_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> Returning:
        """Fetch what comes of it."""
        return taken_back.returning(self.desk, self._batch_id)

    def fill(self, found: Returning) -> None:
        """Say it."""
        today = self.desk.today()
        whose = found.name or self.tr("Zonder zegel ontvangen")
        self.set_subtitle(
            f"{whose} · {found.period.label(language())} · {local_moment(found.made_at, today)}"
        )
        self.told.setText(" ".join((self._comes(found), self._stays(found))).strip())

    def _comes(self, found: Returning) -> str:
        if found.earlier is not None:
            words = self.tr(
                "Deze cijfers tellen niet meer mee. De eerdere aanlevering van {0} telt dan weer."
            )
            return words.format(local_moment(found.earlier, self.desk.today()))
        return self.tr(
            "Deze cijfers tellen niet meer mee. Er is geen eerdere aanlevering die ervoor in de plaats komt."
        )

    def _stays(self, found: Returning) -> str:
        if not found.released:
            return ""
        numbers = ", ".join(str(one) for one in found.released)
        return self.tr(
            "Over deze periode is al vrijgegeven (nummer {0}). Dat verandert niet: wat buiten is, blijft in het "
            "boek van vrijgaven."
        ).format(numbers)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what takes it back."""
        reason = filled(values)["reason"] or ""
        return lambda: taken_back.take_back_contribution(self.desk, self._batch_id, reason)

    def stored(self, result: Done[None]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Aanlevering teruggenomen"))


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the form that a draft opens again."""
    return (FormSpec(FORM, KEY, lambda shell, about, draft: TakeBackPanel(shell, desk, about, draft=draft)),)

# SPDX-License-Identifier: EUPL-1.2
"""Step 1: which period, and what it will be counted from."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.domain.periods import Period
from casus.domain.policy import HOUSE
from casus.errors import CasusError, InvalidInput
from casus.gui.dates_text import language, local_moment, number
from casus.gui.forms.ui_report_compose import Ui_ReportCompose
from casus.gui.labels import label as code_label
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.containers import Card, PageScroll
from casus.gui.widgets.form import Form
from casus.gui.widgets.policy_note import fixed_words
from casus.gui.widgets.text import label
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services.desk import Desk
from casus.services.policy import facts
from casus.services.reporting import ReceivedContribution

_FORM_WIDTH = 420
PRESETS = {
    "standard": QT_TRANSLATE_NOOP("ComposeStep", "Standaard"),
    "strict": QT_TRANSLATE_NOOP("ComposeStep", "Streng"),
    "exact": QT_TRANSLATE_NOOP("ComposeStep", "Precieze aantallen"),
}
MEANING = {
    "standard": QT_TRANSLATE_NOOP(
        "ComposeStep", "Afgerond op 5: elk cijfer over personen wijkt hooguit 4 af. Voor de meeste rapporten."
    ),
    "strict": QT_TRANSLATE_NOOP(
        "ComposeStep", "Afgerond op 10. Voor cijfers over straf of gezondheid, of over een klein gebied."
    ),
    "exact": QT_TRANSLATE_NOOP(
        "ComposeStep",
        "Precieze aantallen, kleine weggelaten. Daarvoor vallen ook andere cijfers weg, soms heel wat.",
    ),
}


@dataclass(frozen=True)
class Wish:
    """What the user wants counted."""

    period: Period
    reference_date: date | None
    preset: str


class ComposeStep(QWidget):
    """The form on the left, what is on file on the right.

    Signals:
        wanted: a `Wish`; the figures are to be counted and protected.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._today = desk, desk.clock.today
        content = QWidget()
        self.ui = Ui_ReportCompose()
        self.ui.setupUi(content)
        self.form = Form(content, today=self._today)
        self.go = button(self.tr("Tel en bescherm"), self.submit, kind="primary", icon="shield-check")
        card = Card(self.tr("Wat wil je verantwoorden?"))
        content.setMaximumWidth(theme().px(_FORM_WIDTH))
        card.add(content)
        self.meaning = label(role="small", tone="muted", wrap=True)
        self.meaning.setMinimumHeight(2 * theme().px(20))
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignTop)
        card.rows.addSpacing(theme().px(4))
        card.add(self.meaning)
        card.rows.addSpacing(theme().px(12))
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addStretch(1)
        card.add(row)
        self._fill()
        self.basis = Card(self.tr("Waar wordt uit geteld?"))
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, theme().px(8), 0)
        columns.setSpacing(theme().px(24))
        columns.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self.basis, 1, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(PageScroll(inside))

    def submit(self) -> None:
        """Read the form and ask for the figures."""
        values = self.form.read()
        if values is None:
            return
        try:
            period = Period.parse(values["period"])
        except InvalidInput as error:
            self.form.take(error)
            return
        self.wanted.emit(Wish(period, values["reference_date"], values["preset"]))

    def take(self, error: CasusError) -> bool:
        """Show an error at its field; False when it belongs to none."""
        return self.form.take(error)

    def show_basis(self, received: list[ReceivedContribution]) -> None:
        """Show which contributions are on file; registers are always counted."""
        self.basis.clear()
        self.basis.add(
            label(self.tr("De registers in deze kluis, en wat collega’s hebben aangeleverd:"), wrap=True)
        )
        for one in received:
            words = self.tr("{0} · {1} · {2} regels · {3}").format(
                code_label("worker_role", one.role),
                Period.parse(one.period).label(language()),
                number(one.rows),
                local_moment(one.made_at, self._today()),
            )
            self.basis.add(label(words, wrap=True))
        if not received:
            self.basis.add(
                label(
                    self.tr("Er is nog niets aangeleverd: er worden geen personen geteld."),
                    tone="warn",
                    wrap=True,
                )
            )
        note = self.tr(
            "Een aanlevering bevat codes zonder namen. Wie bij twee collega’s bekend is, telt één keer."
        )
        self.basis.add(label(note, "small", "muted", wrap=True))

    def propose(self, received: list[ReceivedContribution]) -> None:
        """Fill in the period of the latest contribution, else the year until now."""
        if self.ui.periodField.value():
            return
        proposal: Any = received[0].period if received else str(self._today().year)
        self.ui.periodField.set_value(proposal)

    def _fill(self) -> None:
        self.offer_presets()
        self.ui.presetField.changed.connect(self._explain)

    def offer_presets(self) -> None:
        """Offer the levels that the organisation allows, beginning with the first."""
        allowed, chosen = self._desk.policy.presets, self.ui.presetField.value()
        translate = QCoreApplication.translate
        choices = [Choice(code, translate("ComposeStep", PRESETS[code])) for code in allowed]
        self.ui.presetField.set_choices(choices)
        self.ui.presetField.set_value(chosen if chosen in allowed else allowed[0])
        self._explain()

    def _explain(self) -> None:
        """Say in one sentence what the chosen level does."""
        code, policy = self.ui.presetField.value(), self._desk.policy
        words = QCoreApplication.translate("ComposeStep", MEANING.get(code, ""))
        if policy.thresholds.get(code) != HOUSE.get(code):
            words = next(one.value for one in facts(policy, language()) if one.key == f"preset.{code}")
            words = f"{words[:1].upper()}{words[1:]}."
        self.meaning.setText(" ".join(part for part in (words, fixed_words(policy, "figures")) if part))

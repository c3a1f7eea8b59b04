# SPDX-License-Identifier: EUPL-1.2
"""The forms that decide on what the person disputes, and carry the decision out in the record."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from casus.errors import CasusError
from casus.gui.corrections.value_fields import ValueFields
from casus.gui.corrections.words import about_words, decision_meaning, value_words
from casus.gui.dates_text import day_month
from casus.gui.drafts import Payload
from casus.gui.forms.ui_correction_carry_out_form import Ui_CorrectionCarryOutForm
from casus.gui.forms.ui_correction_decide_form import Ui_CorrectionDecideForm
from casus.gui.labels import label as code_label
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.containers import Banner
from casus.gui.widgets.text import label, show_if
from casus.services import corrections
from casus.services.changes import Done
from casus.services.corrections import CHANGING, ERASING, CorrectionDecisionInput, CorrectionView
from casus.services.corrections.deciding import fitting_decisions
from casus.services.corrections.fields import FIELDS
from casus.services.desk import Desk
from casus.services.records import Correction


class DecidePanel(RecordPanel):
    """Decide on one item, with what stands there now in view."""

    def __init__(
        self, shell: Shell, desk: Desk, person_id: str, correction_id: str, *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_CorrectionDecideForm()
        self.ui.setupUi(content)
        self._correction_id, self._seen = correction_id, ""
        self.changed_since = Banner("")
        self.said, self.now = label(wrap=True), label(wrap=True)
        self.meaning = label("", "small", "muted", wrap=True)
        for at, part in enumerate((self.changed_since, self.said, self.now)):
            self.ui.fields.insertWidget(at, part)
        self.ui.fields.insertWidget(4, self.meaning)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("DecidePanel", "Besluit over een correctie"),
            translate("DecidePanel", "Besluit vastleggen"),
            f"correction_decide:{person_id}:{correction_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> CorrectionView:
        """Return the item, and what stands there now."""
        return corrections.get_correction(self.desk, self._correction_id)

    def fill(self, found: CorrectionView) -> None:
        """Show what the person says beside what stands there; begin with today and this worker."""
        one = found.record
        self._seen, self._version = found.seen, one.version
        self.set_subtitle(f"{found.person_name} · {about_words(one.record_kind, one.field)}")
        self.said.setText(said_words(found))
        self.now.setText(now_words(found))
        noted = value_words(one.record_kind, one.field, found.noted)
        self.changed_since.show_text(
            self.tr("Dit is sinds het verzoek gewijzigd. Toen stond er: {0}").format(noted), "warn"
        )
        show_if(self.changed_since, found.changed)
        fitting = fitting_decisions(one.record_kind, one.field)
        self.ui.decisionField.set_choices(
            [Choice(code, code_label("correction_decision", code)) for code in fitting]
        )
        self.ui.byField.set_choices([Choice(*worker) for worker in found.workers])
        self.ui.byField.set_value(one.decided_by_id or self.desk.worker_id)
        self.ui.onField.set_value(self.desk.today())
        self.ui.decisionField.set_value(one.decision)
        self.ui.reasoningField.set_value(one.reasoning)

    def arrange(self) -> None:
        """Say what the chosen decision comes down to."""
        words = decision_meaning(self.ui.decisionField.value())
        self.meaning.setText(words)
        show_if(self.meaning, bool(words))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records the decision."""
        data = CorrectionDecisionInput(**values, seen=self._seen)
        return lambda: corrections.decide_correction(
            self.desk, self._correction_id, data, version=self._version
        )

    def stored(self, result: Done[Correction]) -> None:
        """Tell; what has to change in the record is offered at once."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Besluit vastgelegd"))
        if result.value.decision in CHANGING:
            self.shell.open_panel(
                CarryOutPanel(self.shell, self.desk, result.value.person_id, self._correction_id)
            )


class CarryOutPanel(RecordPanel):
    """Do in the record what was decided."""

    def __init__(
        self, shell: Shell, desk: Desk, person_id: str, correction_id: str, *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_CorrectionCarryOutForm()
        self.ui.setupUi(content)
        self._correction_id = correction_id
        self.for_good = Banner("")
        self.said, self.now = label(wrap=True), label(wrap=True)
        self.also = label(tone="warn", wrap=True)
        for at, part in enumerate((self.for_good, self.said, self.now, self.also)):
            self.ui.fields.insertWidget(at, part)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("CarryOutPanel", "Correctie uitvoeren"),
            translate("CarryOutPanel", "Uitvoeren"),
            f"correction_carry_out:{person_id}:{correction_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)
        self._value = ValueFields(self.form, "value")

    def fetch(self) -> CorrectionView:
        """Return the item, and what stands there now."""
        return corrections.get_correction(self.desk, self._correction_id)

    def fill(self, found: CorrectionView) -> None:
        """Begin with what the person proposed; say what cannot be taken back."""
        one = found.record
        self._version = one.version
        self.set_subtitle(f"{found.person_name} · {about_words(one.record_kind, one.field)}")
        self.said.setText(said_words(found))
        self.now.setText(now_words(found))
        erasing = one.decision in ERASING
        self.for_good.show_text(
            self.tr(
                "Wat er nu staat verdwijnt voorgoed, ook uit de geschiedenis. Dit kan niet ongedaan worden gemaakt."
            ),
            "warn",
        )
        show_if(self.for_good, erasing)
        save = self.save_button()
        assert isinstance(save, QPushButton)
        save.setText(self.tr("Voorgoed uitvoeren") if erasing else self.tr("Uitvoeren"))
        today = self.desk.today()
        places = [
            about_words(place.kind, place.field, day_month(place.on, today) if place.on else "")
            for place in found.also_in
        ]
        words = self.tr("Dezelfde woorden staan ook in: {0}. Die verdwijnen niet vanzelf.")
        self.also.setText(words.format(", ".join(places)))
        show_if(self.also, bool(places))
        spec = FIELDS[one.record_kind].get(one.field or "") if one.decision != "erased" else None
        self._value.show(spec)
        self._value.fill(one.proposed)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what carries it out."""
        text = self._value.text(values)
        return lambda: corrections.carry_out_correction(
            self.desk, self._correction_id, text, version=self._version
        )

    def failed(self, error: CasusError) -> bool:
        """Show what is wrong with the value where it was typed."""
        return self._value.take(error)

    def stored(self, result: Done[Correction]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Correctie uitgevoerd"))


def said_words(found: CorrectionView) -> str:
    """Return what the person says and proposes."""
    translate, one = QCoreApplication.translate, found.record
    said = translate("DecidePanel", "De betrokkene zegt: {0}").format(one.statement or "–")
    if not one.proposed:
        return said
    value = value_words(one.record_kind, one.field, one.proposed)
    wanted = translate("DecidePanel", "Er moet komen te staan: {0}").format(value)
    return f"{said}\n{wanted}"


def now_words(found: CorrectionView) -> str:
    """Return what stands there now."""
    one = found.record
    if one.field is None:
        return QCoreApplication.translate("DecidePanel", "Het gaat om alles wat hier staat.")
    value = value_words(one.record_kind, one.field, found.now)
    return QCoreApplication.translate("DecidePanel", "Nu staat er: {0}").format(value)

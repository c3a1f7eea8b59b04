# SPDX-License-Identifier: EUPL-1.2
"""The form of an indicator: its words, what counts, what it is broken down by; every save is a new version."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import NotFound
from casus.gui.dates_text import language, short_date
from casus.gui.drafts import Payload
from casus.gui.forms.ui_indicator_form import Ui_IndicatorForm
from casus.gui.indicators.words import difference_words
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.today.lines import Line
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.containers import Card
from casus.services import indicators
from casus.services.desk import Desk
from casus.services.indicators import IndicatorInput, KnownIndicator, VersionView

FORM, NEW = "indicator", "new"


class IndicatorPanel(RecordPanel):
    """A new indicator, or a new version of the one with this code."""

    def __init__(self, shell: Shell, desk: Desk, code: str = NEW, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_IndicatorForm()
        self.ui.setupUi(content)
        self._code = code
        self._known: KnownIndicator | None = None
        self._measure = ""
        self._versions: Card | None = None
        self._on_a_day = False
        ui = self.ui
        self._filters = (ui.firstFilterField, ui.secondFilterField, ui.thirdFilterField, ui.fourthFilterField)
        translate = QCoreApplication.translate
        title = translate("IndicatorPanel", "Indicator wijzigen")
        save = translate("IndicatorPanel", "Nieuwe versie opslaan")
        if code == NEW:
            title = translate("IndicatorPanel", "Nieuwe indicator")
            save = translate("IndicatorPanel", "Toevoegen")
        super().__init__(shell, desk, content, PanelSpec(title, save, f"{FORM}:{code}"), draft=draft)

    def fetch(self) -> tuple[KnownIndicator | None, Sequence[VersionView]]:
        """Return the indicator as it is, with its versions."""
        if self._code == NEW:
            return None, ()
        every = indicators.known_indicators(self.desk)
        found = next((one for one in every if one.code == self._code), None)
        if found is None:
            raise NotFound("indicators", self._code)
        return found, indicators.versions_of(self.desk, self._code, language())

    def fill(self, found: tuple[KnownIndicator | None, Sequence[VersionView]]) -> None:
        """Begin with the definition that is in force."""
        self._known, versions = found
        ui = self.ui
        ui.measureField.set_choices([Choice(*one) for one in indicators.measures_of(language())])
        if self._known is None:
            ui.pillarField.set_value("careers")
            ui.focusField.set_value("person_approach")
            ui.measureField.set_value("young_people_in_approach")
            if (typed := (self._draft or {}).get("measure")) is not None:
                ui.measureField.set_raw(typed)  # what was chosen of it can be put back once it is offered
            self._fit()
            return
        one = self._known.indicator
        self._version = self._known.version
        self.set_subtitle(self.tr("{0}, versie {1}").format(one.code, self._known.version))
        ui.measureField.set_value(one.measure)
        self._fit()
        for key, text in (("title", one.title), ("definition", one.definition), ("source", one.source),
                          ("note", one.note or {"nl": "", "en": ""})):  # fmt: skip
            self.form[f"{key}_nl"].set_value(text["nl"])
            self.form[f"{key}_en"].set_value(text["en"] if text["en"] != text["nl"] else "")
        chosen = {indicators.filter_code(by, code) for by, codes in one.where.items() for code in codes}
        for field in self._filters:
            field.set_value(chosen)
        ui.referenceDayField.set_value(indicators.day_text(one.reference_day))
        ui.unitField.set_value(one.unit)
        ui.breakdownsField.set_value(tuple("/".join(by) for by in one.breakdowns))
        ui.pillarField.set_value(one.pillar)
        ui.focusField.set_value(one.focus)
        ui.hiddenField.set_value(self._known.hidden)
        self._show_versions(versions)

    def arrange(self) -> None:
        """Offer what belongs to the measure; that of an indicator that exists is fixed."""
        self.ui.measureField.setVisible(self._code == NEW)
        self.ui.hiddenField.setVisible(self._code != NEW)
        self._fit()
        self.ui.unitField.setVisible(len(self.ui.unitField.offered()) > 1)
        for field in self._filters:
            field.setVisible(bool(field.offered()))
        self.ui.referenceDayField.setVisible(self._on_a_day)
        self.ui.breakdownsField.setVisible(bool(self.ui.breakdownsField.offered()))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the version."""
        filters = tuple(code for field in self._filters for code in field.value())
        plain = {key: value for key, value in values.items() if not key.startswith("filters")}
        plain |= {key: plain[key] or None for key in plain if key.endswith("_en")}
        plain["note_nl"] = plain["note_nl"] or None
        plain["breakdowns"] = tuple(plain["breakdowns"])
        plain["reference_day"] = plain["reference_day"] or None if self._on_a_day else None
        data = IndicatorInput(**plain, filters=filters)
        if self._known is None:
            return lambda: indicators.add_indicator(self.desk, data)
        code, version = self._code, self._known.version
        return lambda: indicators.change_indicator(self.desk, code, version, data)

    def stored(self, result: Any) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Indicator opgeslagen; vrijgegeven cijfers houden hun definitie"))

    def _fit(self) -> None:
        """Offer units, filters and breakdowns of the measure, once per measure."""
        measure = self.ui.measureField.value()
        if not measure or measure == self._measure:
            return
        self._measure = measure
        offered = indicators.offered_of(measure, language())
        self._on_a_day = offered.moment == "reference_date"
        self.ui.unitField.set_choices([Choice(*one) for one in offered.units])
        if self.ui.unitField.value() not in dict(offered.units):
            self.ui.unitField.set_value(offered.units[0][0])
        slots = (*offered.filters, *[("", ())] * len(self._filters))
        for field, (name, codes) in zip(self._filters, slots, strict=False):
            field.set_label(self.tr("Alleen {0}").format(name[:1].lower() + name[1:]))
            field.set_choices([Choice(*one) for one in codes])
        self.ui.breakdownsField.set_choices([Choice(*one) for one in offered.breakdowns])

    def _show_versions(self, versions: Sequence[VersionView]) -> None:
        layout = self.content.layout()
        if self._versions is not None:  # filled again: another version came in between
            self._versions.hide()
            self._versions.deleteLater()
        self._versions = Card(self.tr("Versies"))
        for one in versions:
            words = self.tr("Versie {0}").format(one.number)
            when = short_date(one.on) if one.on is not None else self.tr("zoals Casus het levert")
            second = " · ".join(part for part in (when, one.reason, difference_words(one.differs)) if part)
            self._versions.add(Line(words, second, None))
        assert layout is not None
        layout.addWidget(self._versions)

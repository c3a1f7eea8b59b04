# SPDX-License-Identifier: EUPL-1.2
"""What protects a report, as a short list of facts that anyone can hold against the printed statement."""

from PySide6.QtCore import QCoreApplication

from casus.gui.dates_text import number
from casus.gui.theme import theme
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services.reporting import ProtectedReport

PRESETS = {
    "standard": QT_TRANSLATE_NOOP("ReportProof", "Standaard"),
    "strict": QT_TRANSLATE_NOOP("ReportProof", "Streng"),
    "exact": QT_TRANSLATE_NOOP("ReportProof", "Precieze aantallen"),
}


def preset_text(code: str, version: int) -> str:
    """Return the name of a protection level with its version."""
    name = QCoreApplication.translate("ReportProof", PRESETS[code]) if code in PRESETS else code
    return QCoreApplication.translate("ReportProof", "{0} (versie {1})").format(name, version)


class ProofCard(Card):
    """Facts about the protection of a report: what was done, and what an attacker is left with."""

    def __init__(self) -> None:
        super().__init__()
        self.title.setText(self.tr("Wat beschermt dit?"))
        self.column.insertLayout(0, self.header)
        self.setAccessibleName(self.title.text())

    def show_report(self, report: ProtectedReport) -> None:
        """Show the facts of this report; none when nothing may leave."""
        self.clear()
        if report.made is None:
            self.add(label(self.tr("Er gaat niets naar buiten."), wrap=True))
            return
        for name, words in self._facts(report):
            self.add(label(name, "small", "muted", wrap=True))
            self.add(label(words, wrap=True))
            self.rows.addSpacing(theme().px(4))

    def _facts(self, report: ProtectedReport) -> list[tuple[str, str]]:
        said, measured = report.release.statement, report.release.audit
        facts = [
            (self.tr("Niveau"), preset_text(said.preset, said.preset_version)),
            (self.tr("Naar buiten"), self._leaving(report)),
            (self.tr("Zelf aangevallen"), self._attacked(report)),
        ]
        if measured.narrowest_range is not None:
            words = self.tr("minstens {0} mogelijke aantallen")
            facts.append((self.tr("Wat een aanvaller overhoudt"), words.format(measured.narrowest_range)))
        if measured.insiders:
            words = self.tr("voorkennis van binnenuit, {0} keer")
            facts.append((self.tr("Ook geprobeerd met"), words.format(number(measured.insiders))))
        if measured.inherited:
            words = self.tr("{0} waren al smaller door eerdere vrijgaven")
            facts.append((self.tr("Niet door deze vrijgave"), words.format(number(measured.inherited))))
        if measured.witnesses:
            words = self.tr("{0} andere tellingen, nagerekend in {1} ms")
            spent = max(1, round(1000 * report.proof_seconds))
            facts.append((self.tr("Bewijs"), words.format(number(measured.witnesses), number(spent))))
        return facts

    def _leaving(self, report: ProtectedReport) -> str:
        said = report.release.statement
        parts = [self.tr("{0} cijfers").format(number(said.cells))]
        if said.rounded:
            words = self.tr("{0} afgerond op {1}")
            parts.append(words.format(number(said.rounded), said.base))
        if said.suppressed:
            parts.append(self.tr("{0} weggelaten, de rest precies").format(number(said.suppressed)))
        return ": ".join(parts)

    def _attacked(self, report: ProtectedReport) -> str:
        said, measured = report.release.statement, report.release.audit
        if not measured.matter:
            return self.tr("Er zijn geen kleine aantallen.")
        found = self.tr("{0} kleine aantallen en verschillen").format(number(measured.matter))
        if said.releases == 1:
            return self.tr("{0}, samen met 1 eerdere vrijgave").format(found)
        if said.releases:
            return self.tr("{0}, samen met {1} eerdere vrijgaven").format(found, number(said.releases))
        return found

# SPDX-License-Identifier: EUPL-1.2
"""Step 4: what would be imported and what is wrong; then the import itself, and its undoing."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from casus.gui.dates_text import language, number
from casus.gui.importing.problem_source import WRONG, ProblemSource, chips
from casus.gui.lists import ListSpec, RecordTable
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Banner, EmptyState, clear_layout
from casus.gui.widgets.feedback import speak
from casus.gui.widgets.text import label
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services.importing import DOUBLE, FATES, READY, CheckReport, problems_csv

_FATES = {
    "ready": QT_TRANSLATE_NOOP("ImportFates", "te importeren"),
    "existing": QT_TRANSLATE_NOOP("ImportFates", "staan er al"),
    "double": QT_TRANSLATE_NOOP("ImportFates", "dubbel in het bestand"),
    "held": QT_TRANSLATE_NOOP("ImportFates", "overgeslagen bij de vragen"),
    "failed": QT_TRANSLATE_NOOP("ImportFates", "met een fout"),
}
_MADE = {
    "persons": QT_TRANSLATE_NOOP("ImportMade", "personen"),
    "cases": QT_TRANSLATE_NOOP("ImportMade", "casussen"),
    "contacts": QT_TRANSLATE_NOOP("ImportMade", "contacten"),
    "programmes": QT_TRANSLATE_NOOP("ImportMade", "trajecten"),
    "detentions": QT_TRANSLATE_NOOP("ImportMade", "detenties"),
    "schools": QT_TRANSLATE_NOOP("ImportMade", "scholen"),
    "school_activities": QT_TRANSLATE_NOOP("ImportMade", "activiteiten op scholen"),
    "business_contacts": QT_TRANSLATE_NOOP("ImportMade", "regels Knock & Talk"),
    "inspections": QT_TRANSLATE_NOOP("ImportMade", "regels met controles"),
    "permits": QT_TRANSLATE_NOOP("ImportMade", "bedrijven"),
    "resilience_sessions": QT_TRANSLATE_NOOP("ImportMade", "weerbaarheidssessies"),
}
_AT_A_GLANCE = 8
"""Up to so many lines there is nothing to search in: the room goes to the list."""
_TONES = {"ready": "ok", "failed": "danger"}


class CheckStep(QWidget):
    """Counts that add up, the errors by line and column, and the one button that imports.

    Signals:
        back: to the step before.
        doubles_wanted: whether lines that are twice in the file are to be imported twice.
        accepted: import what is ready.
        undo_wanted: take the import back.
        another: begin with another file.
        save_wanted: the path to write the list of errors to, and its content.
    """

    back = Signal()
    doubles_wanted = Signal(bool)
    accepted = Signal()
    undo_wanted = Signal()
    another = Signal()
    save_wanted = Signal(Path, bytes)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._report: CheckReport | None = None
        self.outcome = Banner("", "ok")
        self.outcome.set_closable(False)
        self.figures = QWidget()
        self._figures = QHBoxLayout()
        self._figures.setSpacing(theme().px(32))
        self.made = label(wrap=True)
        row = QHBoxLayout(self.figures)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(32))
        row.addLayout(self._figures)
        row.addWidget(self.made, 1, Qt.AlignmentFlag.AlignBottom)
        self.doubles = QCheckBox(self.tr("Dubbele regels toch allemaal importeren"))
        self.doubles.toggled.connect(self.doubles_wanted)
        self.source = ProblemSource()
        spec = ListSpec(
            self.tr("Meldingen per regel"),
            lambda n: self.tr("melding") if n == 1 else self.tr("meldingen"),
            chips=chips(),
        )
        empty = EmptyState("check-circle", self.tr("Er is niets mis met de andere regels."))
        self.table = RecordTable(self.source, shell.tasks, spec, empty=empty)
        self.ask_path = self._ask_path
        self.copy = button(self.tr("Fouten kopiëren"), self.copy_problems, icon="copy")
        self.save = button(self.tr("Fouten opslaan…"), self.save_problems, icon="export")
        self.previous = button(self.tr("Terug"), self.back.emit, icon="arrow-left")
        self.go = button("", self.accepted.emit, kind="primary")
        self.undo = button(self.tr("Ongedaan maken"), self.undo_wanted.emit, icon="arrow-counter-clockwise")
        self.more = button(self.tr("Nog een bestand importeren"), self.another.emit, kind="primary")
        self._build()

    def show_report(self, report: CheckReport) -> None:
        """Show what a dry run found."""
        self._report = report
        clear_layout(self._figures)
        for fate in FATES:
            if report.count(fate) or fate == READY:
                self._figures.addLayout(_figure(fate, report.count(fate)))
        ready = report.count(READY)
        self.made.setText(made_words(report.made) if ready else self.tr("Er is niets om te importeren."))
        self.doubles.setVisible(bool(report.count(DOUBLE)) or self.doubles.isChecked())
        self.source.show(report)
        both = bool(report.problems and report.notices)
        self.table.search.clear()
        self.table.search.setVisible(self.source.count_all() > _AT_A_GLANCE)
        self.table.chips.setVisible(both)
        self.table.chips.choose((WRONG,) if both else ())
        self.table.reload()
        self.go.setText(
            self.tr("{0} regels importeren").format(number(ready))
            if ready != 1
            else self.tr("1 regel importeren")
        )
        self.go.setEnabled(bool(ready))
        self._set_done(done=False)
        speak(self, self.made.text())

    def show_done(self, report: CheckReport) -> None:
        """Tell that it was done, and how to take it back."""
        words = self.tr("Geïmporteerd: {0} regels. {1}").format(
            number(report.count(READY)), made_words(report.made)
        )
        self.outcome.show_text(words, "ok")
        self._set_done(done=True)
        self.undo.setEnabled(True)
        self.undo.setFocus()
        speak(self, words)

    def show_undone(self) -> None:
        """Tell that it was taken back."""
        words = self.tr("De import is helemaal teruggedraaid. In je kluis is het weer zoals ervoor.")
        self.outcome.show_text(words, "neutral")
        self.undo.hide()
        self.more.setFocus()
        speak(self, words)

    def start_without_doubles(self) -> None:
        """Begin with a new file."""
        self.doubles.blockSignals(True)
        self.doubles.setChecked(False)
        self.doubles.blockSignals(False)

    def copy_problems(self) -> None:
        """Put the errors on the clipboard: line, column and rule, nothing personal."""
        if self._report is not None:
            text = problems_csv(self._report, language()).decode("utf-8-sig").replace(";", "\t")
            QApplication.clipboard().setText(text)
            speak(self, self.tr("Fouten gekopieerd"))

    def save_problems(self) -> None:
        """Write the errors to a file: line, column and rule, nothing personal."""
        path = self.ask_path()
        if self._report is not None and path is not None:
            self.save_wanted.emit(path, problems_csv(self._report, language()))

    def _set_done(self, *, done: bool) -> None:
        wrong = bool(self._report and self._report.problems)
        shown: dict[QWidget, bool] = dict.fromkeys((self.outcome, self.undo, self.more), done)
        shown |= dict.fromkeys((self.previous, self.go, self.figures), not done)
        shown |= dict.fromkeys((self.copy, self.save), wrong)
        shown[self.table] = bool(self._report and self.source.count_all())
        for part, visible in shown.items():
            part.setVisible(visible)
        self.doubles.setVisible(self.doubles.isVisibleTo(self) and not done)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.previous)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        for one in (self.undo, self.more, self.go):
            buttons.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self.outcome)
        column.addWidget(self.figures)
        column.addWidget(self.doubles)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        column.addLayout(buttons)

    def _ask_path(self) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        file = Path(folder) / "{}.csv".format(self.tr("fouten"))
        title = self.tr("Waar moet de lijst met fouten komen?")
        name, _ = QFileDialog.getSaveFileName(self, title, str(file), self.tr("CSV-bestand (*.csv)"))
        return Path(name) if name else None


def made_words(made: Mapping[str, int]) -> str:
    """Return what is made, in one sentence; steps that belong to a record are not counted apart."""
    parts = [
        f"{number(made[kind])} {QCoreApplication.translate('ImportMade', words)}"
        for kind, words in _MADE.items()
        if made.get(kind)
    ]
    return (
        QCoreApplication.translate("CheckStep", "Nieuw in je kluis: {0}.").format(", ".join(parts))
        if parts
        else ""
    )


def _figure(fate: str, count: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(label(number(count), "figure", _TONES.get(fate, "")))
    column.addWidget(label(QCoreApplication.translate("ImportFates", _FATES[fate]), tone="muted"))
    return column

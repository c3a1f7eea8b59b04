# SPDX-License-Identifier: EUPL-1.2
"""The panel that takes many sealed packages in at once: what each is, what is refused and why, one confirmation."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QStandardPaths, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from casus.errors import Cancelled, CasusError
from casus.gui.dates_text import number, short_date
from casus.gui.dossier.parts import joined, row
from casus.gui.error_text import sentence
from casus.gui.importing.file_field import FileField
from casus.gui.labels import label as code_label
from casus.gui.shell import Shell
from casus.gui.tasks import Job
from casus.gui.theme import theme
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.feedback import ProgressRow
from casus.gui.widgets.long_card import LongCard
from casus.gui.widgets.panel import SidePanel
from casus.services import exchange
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.exchange import SUFFIX, Fate, Preview


def files_in(given: Sequence[Path]) -> list[Path]:
    """Return these files, with the packages in a folder in place of the folder, each once."""
    found: dict[Path, None] = {}
    for path in given:
        found |= dict.fromkeys(_packages(path) or [path])
    return list(found)


def _packages(folder: Path) -> list[Path]:
    """Return the packages in a folder; nothing for a file, or for a folder that cannot be read."""
    try:
        return sorted(one for one in folder.iterdir() if one.name.casefold().endswith(SUFFIX))
    except OSError:
        return []


class PackagesField(FileField):
    """A field for one file, which tells when several were chosen or dropped instead.

    Signals:
        several: a list of paths.
    """

    several = Signal(list)

    def choose(self) -> None:
        """Ask the system for one file or more."""
        self._take_all(self.ask_all())

    def ask_all(self) -> list[str]:
        """Show the system's own dialog; tests put something else in its place."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        known, everything = self.tr("Verzegelde pakketten (*{0})").format(SUFFIX), self.tr("Alle bestanden")
        names, _ = QFileDialog.getOpenFileNames(
            self, self.get_label(), self.raw() or documents, f"{known};;{everything} (*)"
        )
        return list(names)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self._take_all([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    def _take_all(self, names: Sequence[str]) -> None:
        paths = files_in([Path(name) for name in names])
        if len(paths) > 1:
            self.several.emit(paths)
        elif paths:
            self._take(str(paths[0]))


class SeveralPanel(SidePanel):
    """Many packages. They are read first, and taken in as one act; Ctrl+Z takes all of them back."""

    def __init__(self, shell: Shell, desk: Desk, paths: Sequence[Path]) -> None:
        content = QWidget()
        translate = QCoreApplication.translate
        super().__init__(
            translate("SeveralPanel", "Verzegelde pakketten"),
            content,
            save_text=translate("SeveralPanel", "Opnieuw lezen"),
            subtitle=translate(
                "SeveralPanel",
                "Je ziet eerst van elk pakket wat erin zit. Er verandert niets tot je op Overnemen drukt.",
            ),
        )
        self.shell, self._desk, self._paths = shell, desk, list(paths)
        self.found: list[Fate] = []
        self.is_done = False
        self._job: Job | None = None
        self.progress = ProgressRow()
        self.parts = QVBoxLayout()
        self.parts.setSpacing(theme().px(16))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(16))
        column.addWidget(self.progress)
        column.addLayout(self.parts)
        column.addStretch(1)
        self.save_requested.connect(self._go_on)
        self.going.connect(self._stop)
        self.look()

    def begin(self) -> bool:
        """Begin with the button: there is nothing to fill in."""
        self._button().setFocus()
        return True

    def look(self) -> None:
        """Read every package to its end, and show what it holds."""
        desk, paths = self._desk, self._paths
        self.set_busy(True)
        self._follow(
            self.shell.tasks.run_long(
                lambda progress: exchange.look_at_all(desk, paths, progress),
                owner=self,
                done=self.show_found,
                failed=self._refused,
            ),
            self.tr("Pakketten lezen"),
        )

    def take(self) -> None:
        """Take in those that can be."""
        desk, ready = self._desk, self._ready()
        seen = {one.path: one.preview.bundle_id for one in ready if one.preview is not None}
        self.set_busy(True)
        self._follow(
            self.shell.tasks.run_long(
                lambda progress: exchange.take_all(desk, [*seen], progress, seen),
                owner=self,
                done=self._taken,
                failed=self._refused,
            ),
            self.tr("Pakketten overnemen"),
        )

    def _ready(self) -> list[Fate]:
        return [one for one in self.found if one.refused is None]

    def _go_on(self) -> None:
        if self.is_done:
            self.shell.close_panel()
        elif self._ready():
            self.take()
        else:
            self.look()

    def show_found(self, found: list[Fate]) -> None:
        """Show what was read: what cannot be taken in first, for somebody has to do something about it."""
        self._end()
        self.found = found
        ready = len(self._ready())
        clear_layout(self.parts)
        self._add_refused(found, self.tr("Niet over te nemen: {0}"))
        self._add(self.tr("Over te nemen: {0}"), [self._line(one) for one in self._ready()])
        if ready:
            self._button().setText(self.tr("Overnemen ({0})").format(number(ready)))
        self._button().setFocus()

    def _taken(self, done: Done[list[Fate]]) -> None:
        self._end()
        self.is_done = True
        told = {one.path: one for one in done.value}
        outcome = [
            Fate(one.path, one.preview, told[one.path].refused) if one.path in told else one
            for one in self.found
        ]
        self.found = outcome
        clear_layout(self.parts)
        self._add_refused(outcome, self.tr("Niet overgenomen: {0}"))
        self._add(self.tr("Overgenomen: {0}"), [self._line(one) for one in self._ready()])
        self._button().setText(self.tr("Klaar"))
        self._button().setFocus()
        self.shell.emit_changed(done.changes, self)
        self.shell.announce(self.tr("Pakketten overgenomen: {0}").format(number(len(self._ready()))))

    def _refused(self, error: CasusError) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self.shell.announce(sentence(error))
        else:
            self.show_notice(sentence(error))

    def _add_refused(self, found: Sequence[Fate], title: str) -> None:
        told = [(_called(one), sentence(one.refused)) for one in found if one.refused is not None]
        self._add(title, told)

    def _add(self, title: str, told: Sequence[tuple[str, str]]) -> None:
        if told:
            makers = [partial(row, *one) for one in told]
            self.parts.addWidget(LongCard(title.format(number(len(told))), makers))

    def _line(self, one: Fate) -> tuple[str, str]:
        assert one.preview is not None
        return one.preview.sender.name, _words(one.preview)

    def _follow(self, job: Job, words: str) -> None:
        self._job = job
        self.show_notice("")
        self.progress.follow(job, words)

    def _end(self) -> None:
        self._job = None
        self.set_busy(False)

    def _stop(self) -> None:
        """Leave off when the panel goes."""
        if self._job is not None:
            self._job.cancel()

    def _button(self) -> QPushButton:
        made: Any = self.save_button()
        assert isinstance(made, QPushButton)
        return made


def _called(one: Fate) -> str:
    """Return by what a file is known again: its name, and whose it is where that could be read."""
    return joined(one.preview.sender.name if one.preview is not None else "", one.path.name)


def _words(preview: Preview) -> str:
    """Return what a package is in a few words, such as "Aanlevering · 2023 · 12 jan 2024"."""
    about = next(
        (fact.value for fact in preview.facts if isinstance(fact.value, str) and not fact.code_list), ""
    )
    return joined(
        code_label("bundle_kind", preview.kind), about, short_date(preview.made_at.astimezone().date())
    )

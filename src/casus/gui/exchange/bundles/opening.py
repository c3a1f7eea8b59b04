# SPDX-License-Identifier: EUPL-1.2
"""The panel that opens a sealed package: chosen, read to its end, shown in words, and only then taken in."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from casus.errors import Cancelled, CasusError, InvalidInput, NotAllowed
from casus.gui.error_text import field_error, sentence
from casus.gui.exchange.bundles.preview import PreviewView
from casus.gui.exchange.bundles.several import PackagesField, SeveralPanel
from casus.gui.exchange.places import can_open, has_other_way, open_subject, panel_after, panel_instead
from casus.gui.shell import Shell
from casus.gui.tasks import Job
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.feedback import ProgressRow
from casus.gui.widgets.panel import SidePanel
from casus.services import exchange
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.exchange import Preview, Taken


class BundlePanel(SidePanel):
    """A package from a colleague. Reading and taking in run in the worker, with progress, and can be stopped."""

    def __init__(self, shell: Shell, desk: Desk, path: Path | None = None) -> None:
        content = QWidget()
        translate = QCoreApplication.translate
        super().__init__(
            translate("BundlePanel", "Verzegeld pakket"),
            content,
            save_text=translate("BundlePanel", "Bekijken"),
            subtitle=translate(
                "BundlePanel", "Je ziet eerst wat erin zit. Er verandert niets tot je op Overnemen drukt."
            ),
        )
        self.shell, self._desk = shell, desk
        self.shown: PreviewView | None = None
        self._job: Job | None = None
        self.field = PackagesField()
        self.field.setProperty(
            "label", translate("BundlePanel", "Bestand met het pakket (.casusbundel), of meer tegelijk")
        )
        self.field.several.connect(lambda paths: shell.open_panel(SeveralPanel(shell, desk, paths)))
        self.field.chosen.connect(self.look)
        self.field.changed.connect(self._forget)
        self.progress = ProgressRow()
        self.found = QVBoxLayout()
        self.found.setSpacing(theme().px(12))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(16))
        column.addWidget(self.field)
        column.addWidget(self.progress)
        column.addLayout(self.found)
        self.save_requested.connect(self._go_on)
        self.going.connect(self._stop)
        if path is not None:
            self.field.set_value(path)
            self.look()

    def begin(self) -> bool:
        """Begin with the file."""
        self.field.take_focus()
        return True

    def look(self) -> None:
        """Read the package to its end and show what it holds."""
        path = self.field.value()
        if path is None:
            self._say(field_error(InvalidInput("path", "required")))
            return
        self._forget()
        self.set_busy(True)
        desk = self._desk
        self._follow(
            self.shell.tasks.run_long(
                lambda progress: exchange.look(desk, path, progress),
                owner=self,
                done=lambda preview: self.show_preview(preview, path),
                failed=self._refused,
            ),
            self.tr("Pakket lezen (MB)"),
        )

    def take(self) -> None:
        """Take in what is shown."""
        view = self.shown
        if view is None or not view.ready():
            return
        desk, preview = self._desk, view.preview
        choices, unverified = view.choices(), view.is_conscious()
        self.set_busy(True)
        self._follow(
            self.shell.tasks.run_long(
                lambda progress: exchange.take(
                    desk,
                    preview.path,
                    choices=choices,
                    unverified=unverified,
                    progress=progress,
                    seen=preview.bundle_id,
                ),
                owner=self,
                done=lambda done: self._taken(done, preview.kind),
                failed=self._refused,
            ),
            self.tr("Pakket overnemen (MB)"),
        )

    def _go_on(self) -> None:
        if self.shown is None:
            self.look()
        else:
            self.take()

    def _follow(self, job: Job, words: str) -> None:
        self._job = job
        self.progress.follow(job, words)

    def _stop(self) -> None:
        """Leave off when the panel goes."""
        if self._job is not None:
            self._job.cancel()

    def show_preview(self, preview: Preview, path: Path) -> None:
        """Show what a package holds, unless another file was named meanwhile."""
        self._done()
        if self.field.value() != path:  # another file was typed meanwhile
            return
        self.shown = PreviewView(preview, self._desk.today())
        self.found.addWidget(self.shown)
        if preview.taken_at is None and has_other_way(preview.kind):
            self.found.addWidget(button(self.tr("Niet overnemen…"), self._refuse, kind="link"))
        taking = self._button()
        taking.setText(self.tr("Overnemen"))
        taking.setVisible(preview.taken_at is None)
        self.shown.take_first_focus(taking)

    def _refuse(self) -> None:
        """Answer what is shown without taking it in."""
        view = self.shown
        panel = panel_instead(self.shell, view.preview.kind, view.preview.path) if view is not None else None
        if panel is not None:
            self.shell.open_panel(panel)

    def _taken(self, done: Done[Taken], kind: str) -> None:
        self._done()
        taken = done.value
        self.shell.emit_changed(done.changes, self)
        self.shell.announce(self.tr("Pakket overgenomen"))
        panel = panel_after(self.shell, self._desk, kind, taken)
        if panel is not None:
            self.shell.open_panel(panel)
            return
        self.shell.close_panel()
        if can_open(self.shell, taken.record_kind, taken.record_id):
            open_subject(
                self.shell, self._desk, self.shell.tasks, taken.record_kind or "", taken.record_id or ""
            )

    def _refused(self, error: CasusError) -> None:
        self._done()
        if isinstance(error, Cancelled):
            self.shell.announce(sentence(error))
        elif isinstance(error, NotAllowed) and self.shown is not None:
            self.show_notice(sentence(error))
        else:
            self._forget()
            self._say(sentence(error))

    def _done(self) -> None:
        self._job = None
        self.set_busy(False)

    def _say(self, words: str) -> None:
        self.field.set_error(words)
        self.field.take_focus()

    def _forget(self) -> None:
        """Let go of what was read: another file may be meant."""
        self.field.set_error("")
        self.show_notice("")
        self.shown = None
        clear_layout(self.found)
        looking = self._button()
        looking.setText(self.tr("Bekijken"))
        looking.setVisible(True)

    def _button(self) -> QPushButton:
        button: Any = self.save_button()
        assert isinstance(button, QPushButton)
        return button

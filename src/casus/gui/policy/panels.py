# SPDX-License-Identifier: EUPL-1.2
"""The panels about a policy: what is in force, and a file with what it would change."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from casus.errors import CasusError, InvalidInput, PolicyInvalid
from casus.gui.dates_text import language, number, short_date
from casus.gui.dossier.parts import facts as fact_grid
from casus.gui.dossier.parts import lines, row
from casus.gui.error_text import field_error, sentence
from casus.gui.importing.file_field import FileField
from casus.gui.labels import label as code_label
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label
from casus.services import policy
from casus.services.changes import Done
from casus.services.desk import Desk

_DIGEST = 16


class PolicyPanel(SidePanel):
    """Everything the policy in force says, what nobody fixed, and the files before it."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))
        super().__init__(QCoreApplication.translate("PolicyPanel", "Beleid van de organisatie"), content)
        self._desk = desk
        shell.tasks.run(lambda: policy.versions(desk), owner=self, done=self._show)

    def _show(self, applied: tuple[policy.Applied, ...]) -> None:
        found = policy.facts(self._desk.policy, language())
        parts = (
            (self.tr("Vastgelegd door de organisatie"), [one for one in found if one.fixed]),
            (self.tr("Niet vastgelegd: zo doet Casus het zelf"), [one for one in found if not one.fixed]),
        )
        for title, some in parts:
            if some:
                self._column.addWidget(label(title, "strong", wrap=True))
                self._column.addWidget(fact_grid([(one.name, one.value) for one in some]))
        if applied:
            self._column.addWidget(label(self.tr("Toegepaste bestanden"), "strong", wrap=True))
            self._column.addWidget(lines([self._line(one) for one in applied]))

    def _line(self, one: policy.Applied) -> QWidget:
        what = self.tr("Beleid {0} van {1}").format(one.number, one.organisation)
        second = self.tr("toegepast op {0} · {1} · controlegetal {2}").format(
            short_date(one.applied_on), code_label("policy_origin", one.origin), one.digest[:_DIGEST]
        )
        pill = (self.tr("Geldt"), "ok") if one.in_force else (self.tr("Eerder"), "neutral")
        return row(what, second, pill=pill)


class PolicyFilePanel(SidePanel):
    """A policy file: first read, then shown as what it changes, and only then applied.

    `place`: a file that is known already, which is read at once.
    """

    def __init__(self, shell: Shell, desk: Desk, place: Path | None = None) -> None:
        content = QWidget()
        translate = QCoreApplication.translate
        super().__init__(
            translate("PolicyFilePanel", "Beleid laden"),
            content,
            save_text=translate("PolicyFilePanel", "Bestand lezen"),
            subtitle=translate("PolicyFilePanel", "Er verandert niets tot je op Toepassen drukt."),
        )
        self.shell, self._desk = shell, desk
        self._origin = policy.CHOSEN if place is None else policy.MANAGED
        self.proposal: policy.Proposal | None = None
        self.field = FileField()
        self.field.setProperty("label", translate("PolicyFilePanel", "Beleidsbestand (.toml)"))
        self.field.ask = self._ask
        self.field.chosen.connect(self.read)
        self.field.changed.connect(self._forget)
        self.found = QVBoxLayout()
        self.found.setSpacing(theme().px(12))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(16))
        column.addWidget(self.field)
        column.addLayout(self.found)
        self.save_requested.connect(self._go_on)
        if place is not None:
            self.field.set_value(place)
            self.read()

    def begin(self) -> bool:
        """Begin with the file."""
        self.field.take_focus()
        return True

    def read(self) -> None:
        """Read the file and show what it would change."""
        path = self.field.value()
        if path is None:
            self.field.set_error(field_error(InvalidInput("path", "required")))
            self.field.take_focus()
            return
        self._forget()
        self.set_busy(True)
        desk, spoken = self._desk, language()
        self.shell.tasks.run(
            lambda: policy.propose(desk, path, spoken),
            owner=self,
            done=lambda found: self._show(found, path),
            failed=self._refused,
        )

    def _go_on(self) -> None:
        if self.proposal is None:
            self.read()
        else:
            self._apply(self.proposal)

    def _show(self, found: policy.Proposal, path: Path) -> None:
        self.set_busy(False)
        if self.field.value() != path:  # another file was typed meanwhile
            return
        self.proposal = found
        self.found.addWidget(label(self._dossiers(found.dossiers), "strong", wrap=True))
        changed = [
            row(one.name, self.tr("nu: {0}\nstraks: {1}").format(one.before, one.after))
            for one in found.differences
        ]
        self.found.addWidget(lines(changed))
        button = self._button()
        button.setText(self.tr("Toepassen"))
        button.setFocus()

    def _dossiers(self, count: int) -> str:
        if count == 0:
            return self.tr("Geen enkel dossier krijgt een andere bewaardatum. Dit wordt anders:")
        if count == 1:
            return self.tr("Eén dossier krijgt een andere bewaardatum. Dit wordt anders:")
        return self.tr("{0} dossiers krijgen een andere bewaardatum. Dit wordt anders:").format(number(count))

    def _apply(self, found: policy.Proposal) -> None:
        desk, origin = self._desk, self._origin
        self.set_busy(True)
        self.shell.tasks.run(
            lambda: policy.apply_policy(desk, found.text, found.name, origin=origin),
            owner=self,
            done=self._applied,
            failed=self._refused,
        )

    def _applied(self, done: Done[policy.Applied]) -> None:
        self.set_busy(False)
        self.shell.emit_changed(done.changes, self)
        self.shell.announce(self.tr("Beleid {0} geldt nu").format(done.value.number))
        self.shell.close_panel()

    def _refused(self, error: CasusError) -> None:
        self.set_busy(False)
        self._forget()
        if isinstance(error, PolicyInvalid):
            self.field.set_error(sentence(error))
            self.field.take_focus()
        else:
            self.shell.show_error(error)

    def _forget(self) -> None:
        """Let go of what was read: another file may be meant."""
        self.field.set_error("")
        self.proposal = None
        clear_layout(self.found)
        self._button().setText(self.tr("Bestand lezen"))

    def _button(self) -> QPushButton:
        button = self.save_button()
        assert isinstance(button, QPushButton)
        return button

    def _ask(self) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        known, everything = self.tr("Beleidsbestanden (*.toml)"), self.tr("Alle bestanden")
        name, _ = QFileDialog.getOpenFileName(
            self, self.field.get_label(), self.field.raw() or documents, f"{known};;{everything} (*)"
        )
        return name

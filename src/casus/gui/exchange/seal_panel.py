# SPDX-License-Identifier: EUPL-1.2
"""The panel that seals something to colleagues: to whom, how sure one is, and where the file goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget

from casus.errors import CasusError, ExportFailed, InvalidInput
from casus.gui.error_text import field_error, sentence
from casus.gui.exchange import COLLEAGUES
from casus.gui.importing.file_field import FileField
from casus.gui.labels import label as code_label
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import CheckField, ChipsField, ChoiceField
from casus.gui.widgets.containers import EmptyState
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import show_if
from casus.services import exchange
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.exchange import SUFFIX, ColleagueRow
from casus.services.exchange.colleagues import UNVERIFIED


@dataclass(frozen=True)
class Sealing:
    """Words and rules of one kind: `roles` may receive it; one colleague gets it, or `many` at once."""

    kind: str
    title: str
    subtitle: str
    save_text: str
    done_words: str
    roles: frozenset[str]
    many: bool = True


class SealPanel(SidePanel):
    """Base of the panels that send; a subclass gives `send`. A revoked colleague is not offered."""

    def __init__(self, shell: Shell, desk: Desk, sealing: Sealing) -> None:
        content = QWidget()
        super().__init__(sealing.title, content, save_text=sealing.save_text, subtitle=sealing.subtitle)
        self.shell, self.desk, self.sealing = shell, desk, sealing
        self._known: dict[str, ColleagueRow] = {}
        self._chosen_in_dialog = ""
        translate = QCoreApplication.translate
        self.to: ChipsField | ChoiceField = ChipsField() if sealing.many else ChoiceField()
        self.to.setProperty("label", translate("SealPanel", "Aan wie?"))
        self.conscious = CheckField()
        self.conscious.setProperty(
            "label",
            translate("SealPanel", "Toch sturen, zonder controle"),
        )
        self.place = FileField()
        self.place.setProperty("label", translate("SealPanel", "Waar komt het bestand?"))
        self.place.setProperty(
            "help", translate("SealPanel", "Je mag het mailen of op een stick zetten: het is verzegeld.")
        )
        self.place.ask = self._ask
        self.nobody = EmptyState(
            "users-three",
            translate("SealPanel", "Je hebt nog geen kaart van iemand aan wie je dit kunt sturen."),
            translate("SealPanel", "Naar Collega's"),
            lambda: shell.open(COLLEAGUES),
        )
        self.fields = QVBoxLayout(content)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.fields.setSpacing(theme().px(20))
        for part in (self.to, self.conscious, self.place, self.nobody):
            self.fields.addWidget(part)
        for hidden in (self.conscious, self.nobody):
            hidden.hide()
        self.to.changed.connect(self._arrange)
        self.save_requested.connect(self.seal)
        self.set_busy(True)
        shell.tasks.run(lambda: exchange.colleagues(desk, usable=True), owner=self, done=self._offer)

    def begin(self) -> bool:
        """Begin with to whom."""
        self.to.take_focus()
        return True

    def send(self, ids: Sequence[str], path: Path, *, unverified: bool, overwrite: bool) -> Done[Any]:
        """Seal it, in the worker."""
        raise NotImplementedError

    def offered(self, found: Sequence[ColleagueRow]) -> list[ColleagueRow]:
        """Return who of the colleagues with a fitting role can be chosen: all, unless a subclass knows better."""
        return list(found)

    def seal(self) -> None:
        """Read the fields, and seal when they are right."""
        ids, path = self._chosen(), self.place.value()
        for field in (self.to, self.conscious, self.place):
            field.set_error("")
        if not ids:
            self._point(self.to, field_error(InvalidInput("to", "required")))
        elif self._unsure() and not self.conscious.value():
            self._point(
                self.conscious,
                QCoreApplication.translate("SealPanel", "Vink dit aan, of vergelijk eerst de woorden."),
            )
        elif path is None:
            self._point(self.place, field_error(InvalidInput("path", "required")))
        else:
            self.set_busy(True)
            work = partial(
                self.send, ids, path, unverified=self._unsure(), overwrite=str(path) == self._chosen_in_dialog
            )
            self.shell.tasks.run(work, owner=self, done=self._sent, failed=self._refused)

    def _offer(self, found: Sequence[ColleagueRow]) -> None:
        self.set_busy(False)
        fitting = self.offered([one for one in found if one.role in self.sealing.roles])
        self._known = {one.id: one for one in fitting}
        self.to.set_choices([Choice(one.id, _words(one)) for one in fitting])
        for field in (self.to, self.place):
            field.setVisible(bool(fitting))
        self.save_button().setEnabled(bool(fitting))
        show_if(self.nobody, not fitting)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.place.set_value(Path(documents) / exchange.file_name(self.desk, self.sealing.kind))
        if len(fitting) == 1:
            only = fitting[0].id
            if isinstance(self.to, ChipsField):
                self.to.set_value((only,))
            else:
                self.to.set_value(only)
        self._arrange()
        here = QApplication.focusWidget()
        if self.isVisible() and (here is None or not self.content.isAncestorOf(here)):
            self.begin()  # before there was anybody to choose, the keyboard had no place here

    def _chosen(self) -> tuple[str, ...]:
        found = self.to.value()
        return tuple(found) if not isinstance(found, str) else ((found,) if found else ())

    def _unsure(self) -> bool:
        return any(self._known[one].state == UNVERIFIED for one in self._chosen() if one in self._known)

    def _arrange(self) -> None:
        self.conscious.setVisible(self._unsure())

    def _sent(self, done: Done[Any]) -> None:
        self.set_busy(False)
        self.shell.emit_changed(done.changes, self)
        self.shell.announce(self.sealing.done_words)
        self.shell.close_panel()

    def _refused(self, error: CasusError) -> None:
        self.set_busy(False)
        if isinstance(error, ExportFailed):
            self._point(self.place, sentence(error))
        else:
            self.show_notice(sentence(error))

    @staticmethod
    def _point(field: ChipsField | ChoiceField | CheckField | FileField, words: str) -> None:
        field.set_error(words)
        field.take_focus()

    def _ask(self) -> str:
        kinds = QCoreApplication.translate("SealPanel", "Verzegelde pakketten (*{0})").format(SUFFIX)
        name, _ = QFileDialog.getSaveFileName(self, self.place.get_label(), self.place.raw(), kinds)
        self._chosen_in_dialog = str(Path(name)) if name else ""
        return name


def _words(one: ColleagueRow) -> str:
    """Return a colleague as one is offered: with the role, and when nobody compared the words, with that."""
    parts = [one.name, code_label("worker_role", one.role)]
    if one.state == UNVERIFIED:
        parts.append(code_label("colleague_state", one.state).lower())
    return " · ".join(parts)

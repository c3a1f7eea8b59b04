# SPDX-License-Identifier: EUPL-1.2
"""The panels about cards: one that is taken in, a colleague's with its words, and one's own."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from casus.errors import BundleInvalid, CasusError, InvalidInput
from casus.gui.dates_text import day_month
from casus.gui.dossier.parts import facts
from casus.gui.error_text import field_error, sentence
from casus.gui.exchange.colleagues.forms import RenewPanel, RevokePanel
from casus.gui.exchange.words import WordsGrid, how_to_compare, state_pill, who
from casus.gui.importing.file_field import FileField
from casus.gui.labels import choices
from casus.gui.labels import label as code_label
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice_fields import SegmentedChoice
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.text import label
from casus.services import exchange
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.exchange import ColleagueRow
from casus.services.exchange.card import MOST_BYTES, SUFFIX
from casus.services.exchange.colleagues import REVOKED, UNVERIFIED, VERIFIED

_TELEPHONE = "telephone"


class AddCardPanel(SidePanel):
    """A card that is taken in: read, shown with its words, and kept; the words can be compared at once."""

    def __init__(self, shell: Shell, desk: Desk, path: Path | None = None) -> None:
        content = QWidget()
        translate = QCoreApplication.translate
        super().__init__(
            translate("AddCardPanel", "Kaart van een collega"),
            content,
            save_text=translate("AddCardPanel", "Kaart toevoegen"),
            subtitle=translate(
                "AddCardPanel",
                "Een kaart is niet geheim: je collega mag hem mailen. Wie hem stuurde controleer je daarna.",
            ),
        )
        self.shell, self._desk = shell, desk
        self.field = FileField()
        self.field.setProperty("label", translate("AddCardPanel", "Bestand met de kaart (.casuskaart)"))
        self.field.ask = self._ask
        self.field.chosen.connect(self.add)
        self.field.changed.connect(lambda: self.field.set_error(""))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.save_requested.connect(self.add)
        if path is not None:
            self.field.set_value(path)
            self.add()

    def begin(self) -> bool:
        """Begin with the file."""
        self.field.take_focus()
        return True

    def add(self) -> None:
        """Read the card and take it in."""
        path = self.field.value()
        if path is None:
            self.field.set_error(field_error(InvalidInput("path", "required")))
            self.field.take_focus()
            return
        self.set_busy(True)
        desk = self._desk
        self.shell.tasks.run(
            lambda: exchange.add_card(desk, exchange.read_card(_content(path))),
            owner=self,
            done=self._added,
            failed=self._refused,
        )

    def _added(self, done: Done[ColleagueRow]) -> None:
        self.set_busy(False)
        self.shell.emit_changed(done.changes, self)
        self.shell.announce(self.tr("Kaart toegevoegd. Vergelijk nu de woorden."))
        self.shell.open_panel(ColleaguePanel(self.shell, self._desk, done.value))

    def _refused(self, error: CasusError) -> None:
        self.set_busy(False)
        self.field.set_error(sentence(error))
        self.field.take_focus()

    def _ask(self) -> str:
        known, everything = self.tr("Kaarten (*{0})").format(SUFFIX), self.tr("Alle bestanden")
        name, _ = QFileDialog.getOpenFileName(
            self, self.field.get_label(), self.field.raw() or _documents(), f"{known};;{everything} (*)"
        )
        return name


def _content(path: Path) -> bytes:
    """Return what a card file holds, and never more than a card can be."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise BundleInvalid("unreadable") from None


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


class ColleaguePanel(SidePanel):
    """A colleague's card: the words, how far it is trusted, and what can be done with it."""

    def __init__(self, shell: Shell, desk: Desk, row: ColleagueRow) -> None:
        content = QWidget()
        waiting = row.state == UNVERIFIED
        translate = QCoreApplication.translate
        super().__init__(
            row.name,
            content,
            save_text=translate("ColleaguePanel", "De woorden zijn gelijk") if waiting else "",
            subtitle=who(row),
        )
        self.shell, self._desk, self._row = shell, desk, row
        self.words = WordsGrid(row.words)
        self.how = SegmentedChoice()
        self.how.setProperty("label", translate("ColleaguePanel", "Hoe vergeleken jullie?"))
        self.how.set_choices(choices("verified_how"))
        self.how.set_value(_TELEPHONE)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(16))
        column.addWidget(Pill(*state_pill(row.state)))
        if waiting:
            column.addWidget(label(how_to_compare(), wrap=True))
        column.addWidget(self.words)
        if waiting:
            column.addWidget(self.how)
        else:
            column.addWidget(facts(self._facts()))
        self.save_requested.connect(self.verify)
        self.differ = self._add_ending(waiting) if row.state != REVOKED else None

    def _add_ending(self, waiting: bool) -> QPushButton:
        """Offer to trust the card no longer; while comparing, because the words differ."""
        if waiting:
            reason = self.tr("De woorden waren anders dan die van mijn collega.")
            made = button(self.tr("De woorden verschillen"), partial(self.revoke, reason), icon="x-circle")
        else:
            made = button(self.tr("Kaart intrekken…"), self.revoke, icon="prohibit")
        self.add_action(made)
        return made

    def begin(self) -> bool:
        """Begin with how the words were compared; what else there is to do comes after reading."""
        if self._row.state == UNVERIFIED:
            self.how.take_focus()
        return self._row.state == UNVERIFIED

    def verify(self) -> None:
        """Write down that the words are the same."""
        desk, row, how = self._desk, self._row, self.how.value()
        self.set_busy(True)
        self.shell.tasks.run(
            lambda: exchange.verify_colleague(desk, row.id, how, version=row.version),
            owner=self,
            done=self._verified,
            failed=self._failed,
        )

    def revoke(self, reason: str = "") -> None:
        """Ask why this card is trusted no longer."""
        draft = {"reason": reason} if reason else None
        self.shell.open_panel(RevokePanel(self.shell, self._desk, self._row.id, draft=draft))

    def _verified(self, done: Done[ColleagueRow]) -> None:
        self.set_busy(False)
        self.shell.emit_changed(done.changes, self)
        self.shell.announce(self.tr("Gecontroleerd: je kunt elkaar pakketten sturen"))
        self.shell.close_panel()

    def _failed(self, error: CasusError) -> None:
        self.set_busy(False)
        self.shell.show_error(error)

    def _facts(self) -> list[tuple[str, str]]:
        row, today = self._row, self._desk.today()
        found = [(self.tr("Toegevoegd"), day_month(row.imported_on, today))]
        if row.verified_on is not None:
            found.append((self.tr("Gecontroleerd"), day_month(row.verified_on, today)))
            found.append((self.tr("Hoe"), code_label("verified_how", row.verified_how or "")))
        if row.revoked_on is not None:
            found.append((self.tr("Ingetrokken"), day_month(row.revoked_on, today)))
            found.append((self.tr("Waarom"), row.revoked_reason or ""))
        if row.state == VERIFIED:
            found.append((self.tr("Betekenis"), self.tr("Pakketten van en naar deze collega zijn veilig.")))
        return found


class OwnCardPanel(SidePanel):
    """One's own card: its words, a file to give to colleagues, and other keys after a loss."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        content = QWidget()
        translate = QCoreApplication.translate
        super().__init__(
            translate("OwnCardPanel", "Mijn kaart"),
            content,
            save_text=translate("OwnCardPanel", "Kaart bewaren…"),
            subtitle=translate(
                "OwnCardPanel",
                "Geef dit bestand aan collega's. Er staat niets geheims in: je naam, je functie en je "
                "openbare sleutels.",
            ),
        )
        self.shell, self._desk = shell, desk
        self.ask: Callable[[], str] = self._ask
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(16))
        self.words: WordsGrid | None = None
        self.save_requested.connect(self.save)
        renew = button(self.tr("Sleutels vernieuwen…"), self.renew, icon="key")
        self.add_action(renew)
        self.set_busy(True)
        shell.tasks.run(lambda: exchange.identity(desk), owner=self, done=self._show)

    def _show(self, identity: Any) -> None:
        self.set_busy(False)
        clear_layout(self._column)
        told = self.tr("Belt een collega die je kaart kreeg? Lees samen deze woorden voor.")
        self._column.addWidget(label(told, wrap=True))
        self.words = WordsGrid(identity.public.fingerprint())
        self._column.addWidget(self.words)
        self.save_button().setFocus()

    def save(self) -> None:
        """Write the card to a file."""
        name = self.ask()
        if not name:
            return
        desk, path = self._desk, Path(name)
        self.set_busy(True)
        self.shell.tasks.run(
            lambda: exchange.save_card(desk, path, overwrite=True),
            owner=self,
            done=self._saved,
            failed=self._failed,
        )

    def renew(self) -> None:
        """Ask why other keys are needed."""
        self.shell.open_panel(RenewPanel(self.shell, self._desk))

    def _saved(self, _done: object) -> None:
        self.set_busy(False)
        self.shell.announce(self.tr("Kaart bewaard. Geef het bestand aan je collega."))

    def _failed(self, error: CasusError) -> None:
        self.set_busy(False)
        self.shell.show_error(error)

    def _ask(self) -> str:
        stem = self.tr("mijn-kaart")
        proposed = str(Path(_documents()) / f"{stem}{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(
            self, self.title(), proposed, self.tr("Kaarten (*{0})").format(SUFFIX)
        )
        return name

# SPDX-License-Identifier: EUPL-1.2
"""The check of the whole vault, and what to do about what it finds."""

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QVBoxLayout

from casus.errors import CasusError
from casus.gui.dates_text import number
from casus.gui.error_text import sentence
from casus.gui.manage.section import Row, Section
from casus.gui.shell import Shell
from casus.gui.tasks import Progress
from casus.gui.widgets.containers import Banner, clear_layout
from casus.gui.widgets.feedback import ProgressRow, speak
from casus.gui.widgets.pause import Pause
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services import audit, vaults
from casus.services.audit import VerifyResult
from casus.services.desk import Desk

_STEPS = 100
_WHAT = {
    "header": QT_TRANSLATE_NOOP("CheckSection", "Het sleutelbestand of de kopie ervan is beschadigd."),
    "pages": QT_TRANSLATE_NOOP("CheckSection", "Het bestand met je gegevens is beschadigd."),
    "tables": QT_TRANSLATE_NOOP("CheckSection", "De samenhang tussen gegevens klopt niet."),
    "log": QT_TRANSLATE_NOOP("CheckSection", "Het logboek is niet meer compleet."),
    "rows": QT_TRANSLATE_NOOP("CheckSection", "Er is iets gewijzigd buiten Casus om."),
}


class CheckSection(Section):
    """Where the vault is, and whether all of it is sound."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("Manage", "Kluis"))
        self._pause = Pause()
        self._shell, self._desk = shell, desk
        self.place = Row(self.tr("Plek"), str(desk.vault.folder))
        self.check = Row(
            self.tr("Kluis controleren"),
            self.tr("Casus leest elk gegeven en elke regel van het logboek na."),
            self.tr("Controleren"),
            self.run,
        )
        self.log = Row(
            self.tr("Logboek"),
            self.tr("Wie wat wanneer zag, wijzigde of naar buiten bracht."),
            self.tr("Bekijken"),
            lambda: shell.open("logboek"),
        )
        self.progress = ProgressRow()
        self._outcome = QVBoxLayout()
        for row in (self.place, self.log, self.check):
            self.add_row(row)
        self.add(self.progress)
        self.add(self._outcome)

    def load(self) -> None:
        """Fetch how large the vault is."""
        folder = self._desk.vault.folder
        self._shell.tasks.run(lambda: vaults.inspect(folder), owner=self, done=self._show_place)

    def run(self) -> None:
        """Check everything, in the background."""
        self._pause = Pause(self.check.button)
        self._say("", "ok")
        job = self._shell.tasks.run_long(self._verify, owner=self, done=self._done, failed=self._failed)
        self.progress.follow(job, self.tr("Kluis controleren"))

    def outcome(self) -> str:
        """Return what the last check said."""
        item = self._outcome.itemAt(0)
        banner = item.widget() if item is not None else None
        return banner.text() if isinstance(banner, Banner) else ""

    def _verify(self, progress: Progress) -> VerifyResult:
        return audit.check(self._desk, lambda part: progress(round(part * _STEPS), _STEPS))

    def _show_place(self, info: vaults.VaultInfo) -> None:
        size = QLocale().formattedDataSize(info.size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        self.place.say(f"{info.folder} · {size}")

    def _done(self, result: VerifyResult) -> None:
        self._pause.over()
        if result.ok:
            words = self.tr("Alles klopt. Nagelezen gegevens: {0}, regels van het logboek: {1}.")
            self._say(words.format(number(result.records), number(result.entries)), "ok")
            return
        found = dict.fromkeys(_WHAT.get(one.part, "") for one in result.findings)
        parts = [QCoreApplication.translate("CheckSection", words) for words in found if words]
        todo = self.tr("Werk niet verder in deze kluis, bewaar de map en waarschuw je beheerder.")
        self._say(" ".join((*parts, todo)), "danger")

    def _failed(self, error: CasusError) -> None:
        self._pause.over()
        self._say(sentence(error), "warn")

    def _say(self, words: str, tone: str) -> None:
        clear_layout(self._outcome)
        if words:
            banner = Banner(words, tone)
            banner.set_closable(False)
            self._outcome.addWidget(banner)
            speak(self, words)

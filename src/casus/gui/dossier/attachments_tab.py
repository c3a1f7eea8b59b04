# SPDX-License-Identifier: EUPL-1.2
"""The documents of a dossier: added by dropping them anywhere on the page, looked at inside the window."""

from functools import partial

from PySide6.QtWidgets import QWidget

from casus.gui.attachments.sizes import facts_of
from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.parts import Act, Tab, act_bar, lines, row
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label
from casus.services.attachments import AttachmentRow
from casus.services.dossier import Dossier

_AT_FIRST = 60


class AttachmentsTab(Tab):
    """Every document of the person that may be seen here, the newest first."""

    def __init__(self, acts: DossierActions) -> None:
        super().__init__(acts.desk, "")
        self._acts = acts
        self.area.setAccessibleName(self.tr("Bijlagen"))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the documents."""
        self._show(dossier, _AT_FIRST)

    def _show(self, dossier: Dossier, most: int) -> None:
        self.clear()
        act: Act = (self.tr("Bijlage toevoegen"), self._acts.papers.choose)
        if not dossier.attachments and dossier.read_only:
            self.add_empty("paperclip", self.tr("Bij deze casus zijn geen bijlagen."))
            return
        if not dossier.attachments:
            words = self.tr(
                "Nog geen bijlagen. Sleep een brief, foto of PDF hierheen; Casus bewaart ze versleuteld."
            )
            self.add_empty("paperclip", words, act)
            return
        if not dossier.read_only:
            self.add(act_bar([act]))
            hint = self.tr("Sleep bestanden hierheen, of plak een afbeelding met Ctrl+V.")
            self.add(label(hint, "small", "muted", wrap=True))
        card = Card()
        card.add(lines([self._line(one) for one in dossier.attachments[:most]]))
        self.add(card)
        if len(dossier.attachments) > most:
            more = self.tr("Alle {0} bijlagen tonen").format(len(dossier.attachments))
            self.add(button(more, lambda: self._show(dossier, len(dossier.attachments)), kind="quiet"))

    def _line(self, one: AttachmentRow) -> QWidget:
        acts: list[Act] = [(self.tr("Bekijken"), partial(self._acts.papers.view, one.id))]
        if not one.read_only:
            acts += [
                (self.tr("Wijzigen"), partial(self._acts.papers.edit, one.id)),
                (self.tr("Weghalen"), partial(self._acts.papers.remove, one.id)),
            ]
        return row(one.title, facts_of(one, self.desk.today(), self._acts.case_id), acts=acts)

# SPDX-License-Identifier: EUPL-1.2
"""Concepten: the forms that are not finished, each with what it is, about whom, and when it was kept."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from casus.domain.codelists import codelist
from casus.gui import forms_registry
from casus.gui.dates_text import local_moment, number
from casus.gui.labels import label as code_label
from casus.gui.shell import Shell
from casus.gui.today.lines import Heading, Line, refill
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label
from casus.services.desk import Desk
from casus.services.today import MOST, DraftLine


class DraftsCard(Card):
    """Opens a form again, with what was typed, at the place where it belongs."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("DraftsCard", "Concepten"))
        self._shell, self._desk = shell, desk
        self._drafts: Sequence[DraftLine] = ()
        self._all = False

    def show_drafts(self, drafts: Sequence[DraftLine]) -> None:
        """Show them, the one kept last first."""
        self._drafts = drafts
        refill(self, self._fill)

    def _fill(self) -> None:
        if not self._drafts:
            self.add(label(self.tr("Geen formulieren die nog af moeten."), tone="muted", wrap=True))
        for one in self._drafts if self._all else self._drafts[:MOST]:
            self.add(self._line(one))
        if len(self._drafts) > MOST and not self._all:
            self.add(
                Heading(self.tr("Alle {0} concepten tonen").format(number(len(self._drafts))), self._show_all)
            )

    def _line(self, one: DraftLine) -> Line:
        known = one.form in codelist("form")
        kind = code_label("form", one.form) if known else self.tr("Formulier")
        when = local_moment(one.saved_at, self._desk.today())
        return Line(
            f"{kind} · {one.name}" if one.name else kind,
            self.tr("Bewaard {0}").format(when),
            partial(forms_registry.reopen, self._shell, self._desk, one.key, owner=self),
            spot=one.key,
        )

    def _show_all(self) -> None:
        self._all = True
        refill(self, self._fill)

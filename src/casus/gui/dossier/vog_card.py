# SPDX-License-Identifier: EUPL-1.2
"""One certificate of conduct in a dossier: the path that was walked, the term that runs, and the next step."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from casus.domain.vog import awaited
from casus.gui.dates_text import date_with_weekday, day_month
from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.parts import Act, act_bar, facts, joined
from casus.gui.labels import label
from casus.gui.records.source import TONES
from casus.gui.vog.terms import days_left
from casus.gui.widgets.containers import Card
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.text import label as text_label
from casus.services.records import VogProcedure
from casus.services.vog import steps_of, vog_choices

_PASSED = (
    ("applied", "applied_on"),
    ("intended_refusal", "intention_on"),
    ("view", "view_given_on"),
    ("objection", "objection_on"),
)
"""Steps whose day is kept beside the status of now (list vog_status; "view": the answer to an intended refusal)."""


class VogCard(Card):
    """A procedure with what can be done about it; nothing where it is only read."""

    def __init__(
        self,
        acts: DossierActions,
        one: VogProcedure,
        ambassador: str,
        today: date,
        *,
        may_work: bool = True,
    ) -> None:
        super().__init__(joined(self.tr("VOG"), label("vog_purpose", one.purpose)))
        tone = TONES["vog_status"].get(one.status, "neutral")
        self.header.addWidget(Pill(label("vog_status", one.status), tone))
        path = FlowBox(gap=8)
        for words, kind in self._path(one, today):
            path.add(Pill(words, kind))
        path.setAccessibleName(self.tr("Stappen tot nu toe"))
        self.add(path)
        self._add_term(one, today)
        self.add(
            facts(
                [
                    (self.tr("Waarom niet aangevraagd"), one.not_applied_reason or ""),
                    (self.tr("Ambassadeur"), ambassador),
                    (self.tr("Screeningsprofiel"), one.screening_profile or ""),
                    (self.tr("Aantekening"), one.note or ""),
                ]
            )
        )
        if may_work:
            self.add(act_bar(self._acts(acts, one)))

    def _path(self, one: VogProcedure, today: date) -> Iterator[tuple[str, str]]:
        """The steps in the order of their days; the last is the status of now."""
        passed = [(day, code) for code, name in _PASSED if (day := getattr(one, name)) and code != one.status]
        if one.decided_on and one.status in ("objection", "appeal"):
            passed.append((one.decided_on, "refused"))
        if one.status != "orientation":
            yield label("vog_status", "orientation"), "neutral"
        after = [item for item in passed if item[0] > one.status_since and item[1] == "view"]
        for day, code in sorted(item for item in passed if item not in after):
            yield joined(self._step(code), day_month(day, today)), "neutral"
        here = joined(label("vog_status", one.status), day_month(one.status_since, today))
        yield here, TONES["vog_status"].get(one.status, "accent")
        for day, code in after:
            yield joined(self._step(code), day_month(day, today)), "accent"

    def _step(self, code: str) -> str:
        return self.tr("Zienswijze gegeven") if code == "view" else label("vog_status", code)

    def _add_term(self, one: VogProcedure, today: date) -> None:
        if one.due_on is None:
            return
        left = (one.due_on - today).days
        what = label("vog_term", awaited(one.status, steps_of(one)))
        words = self.tr("{0} uiterlijk {1}").format(what, date_with_weekday(one.due_on))
        over = left < 0
        self.add(text_label(joined(words, days_left(left)), "strong", "danger" if over else "", wrap=True))
        if one.status in ("refused", "intended_refusal") and not one.view_given_on:
            hint = self.tr("Te bevestigen: de brief van Justis noemt de dag zelf.")
            self.add(text_label(hint, "small", "muted", wrap=True))

    def _acts(self, acts: DossierActions, one: VogProcedure) -> list[Act]:
        found: list[Act] = []
        if vog_choices(one.status):
            found.append((self.tr("Volgende stap"), partial(acts.step_vog, one.id)))
        if one.status == "orientation":
            words = QCoreApplication.translate("VogCard", "Niet aangevraagd")
            found.append((words, partial(acts.step_vog, one.id, "not_applied")))
        found.append((self.tr("Wijzigen"), partial(acts.edit_vog, one.id)))
        return found

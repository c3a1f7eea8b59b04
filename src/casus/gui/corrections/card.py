# SPDX-License-Identifier: EUPL-1.2
"""What the person disputes about this dossier, in the dossier: each item with how it stands and what comes next."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casus.gui.corrections import KEY
from casus.gui.corrections.decide_form import CarryOutPanel, DecidePanel
from casus.gui.corrections.note_form import CorrectionPanel
from casus.gui.corrections.objection_forms import LiftPanel, ObjectionDecidePanel, ObjectionPanel
from casus.gui.corrections.words import about_words, beside_words
from casus.gui.dates_text import day_month
from casus.gui.dossier.parts import Act, Row, act_bar, joined, lines, row
from casus.gui.labels import label
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.containers import Card, clear_layout
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.text import label as text
from casus.gui.widgets.text import show_if
from casus.services.corrections import CorrectionRow
from casus.services.desk import Desk
from casus.services.dossier import Dossier
from casus.services.records import Objection

_TONES = {"noted": "warn", "decided": "warn", "done": "ok", "refused": "neutral"}
_LIMITING = ("", "upheld")


def limiting(objections: Sequence[Objection], case_id: str) -> list[Objection]:
    """Return the objections that limit this case now."""
    return [
        one
        for one in objections
        if one.case_id == case_id and one.ended_on is None and (one.decision or "") in _LIMITING
    ]


class LimitBanner(Card):
    """One line under the header of a dossier whose case is limited; away when nothing limits it."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self._shell, self._desk = shell, desk
        inside = theme().px(12)
        self.column.setContentsMargins(inside, theme().px(8), inside, theme().px(8))
        self.hide()

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        """Show that the work is limited, or go away."""
        clear_layout(self.rows)
        case = dossier.case
        found = limiting(dossier.objections, case.id) if case and case.closed_on is None else []
        show_if(self, bool(found))
        if not found:
            return
        one = found[0]
        line = QWidget()
        beside = QHBoxLayout(line)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme().px(12))
        said = self._words(one, today)
        self.setAccessibleName(said)
        beside.addWidget(Pill(label("objection_kind", one.kind), "warn"))
        beside.addWidget(text(said, wrap=True), 1)
        self.add(line)

    def _words(self, one: Objection, today: date) -> str:
        day = day_month(one.noted_on, today)
        if one.decision is None:
            return self.tr("Bezwaar loopt sinds {0}: verwerking beperkt.").format(day)
        if one.kind == "objection":
            return self.tr("Bezwaar gegrond: het werk stopt. Sluit de casus.")
        return self.tr("Verwerking beperkt op verzoek van {0}.").format(day)


class DisputesCard(Card):
    """Corrections and objections of a person, with what can be done about each."""

    def __init__(self, shell: Shell, desk: Desk, dossier: Dossier) -> None:
        super().__init__(QCoreApplication.translate("DisputesCard", "Niet mee eens: correcties en bezwaren"))
        self._shell, self._desk = shell, desk
        rows = [*map(self._objection, dossier.objections), *map(self._correction, dossier.corrections)]
        if not rows:
            self.add(
                text(self.tr("De betrokkene heeft nergens bezwaar tegen gemaakt."), tone="muted", wrap=True)
            )
        self.add(lines(rows))
        person_id = dossier.person.id
        acts: list[Act] = [
            (self.tr("Niet mee eens"), lambda: shell.open_panel(CorrectionPanel(shell, desk, person_id)))
        ]
        case = dossier.case
        if case is not None and case.closed_on is None:
            case_id = case.id
            acts.append(
                (
                    self.tr("Bezwaar vastleggen"),
                    lambda: shell.open_panel(ObjectionPanel(shell, desk, person_id, case_id)),
                )
            )
        self.add(act_bar(acts))

    def _correction(self, found: CorrectionRow) -> Row:
        one, today = found.record, self._desk.today()
        title = about_words(one.record_kind, one.field, day_month(found.day, today) if found.day else "")
        said = beside_words(found.beside, today) if found.beside else one.statement or ""
        decided = ""
        if one.decided_on is not None:
            decided = self.tr("{0} op {1} door {2}").format(
                label("correction_decision", one.decision), day_month(one.decided_on, today), found.decided_by
            )
        gone = self.tr("staat niet meer in de kluis") if found.gone and one.carried_out_on is None else ""
        noted = self.tr("genoteerd {0}").format(day_month(one.noted_on, today))
        second = "\n".join(part for part in (said, joined(noted, decided, gone)) if part)
        if one.reasoning and one.decision != "kept":
            second += "\n" + self.tr("Reden: {0}").format(one.reasoning)
        pill = (label("correction_state", found.state), _TONES[found.state])
        return row(title, second, pill=pill, acts=self._acts(found))

    def _acts(self, found: CorrectionRow) -> list[Act]:
        if found.gone and found.record.carried_out_on is None:
            return []
        shell, desk, key = self._shell, self._desk, found.record.id
        whose = found.record.person_id
        decide: Act = (
            self.tr("Beslissen") if found.state == "noted" else self.tr("Opnieuw beslissen"),
            lambda: shell.open_panel(DecidePanel(shell, desk, whose, key)),
        )
        if found.state == "done":
            tell = self.tr("Ontvangers inlichten ({0})").format(found.to_tell)
            return [(tell, partial(shell.open, KEY))] if found.to_tell else []
        if found.state == "decided":
            return [
                decide,
                (self.tr("Uitvoeren"), lambda: shell.open_panel(CarryOutPanel(shell, desk, whose, key))),
            ]
        return [decide]

    def _objection(self, one: Objection) -> Row:
        today, shell, desk, key = self._desk.today(), self._shell, self._desk, one.id
        noted = self.tr("genoteerd {0}").format(day_month(one.noted_on, today))
        decided = ended = ""
        acts: list[Act] = []
        if one.decision is None or one.decided_on is None:
            pill = (self.tr("Loopt"), "warn")
            acts = [
                (
                    self.tr("Beslissen"),
                    lambda: shell.open_panel(ObjectionDecidePanel(shell, desk, one.case_id, key)),
                )
            ]
        else:
            words = label("objection_decision", one.decision)
            pill = (words, "accent" if one.decision == "upheld" else "neutral")
            decided = self.tr("besloten {0}").format(day_month(one.decided_on, today))
            if one.decision == "upheld" and one.ended_on is None:
                lift = self.tr("Beperking opheffen")
                acts = [(lift, lambda: shell.open_panel(LiftPanel(shell, desk, one.case_id, key)))]
        if one.ended_on is not None:
            ended = self.tr("opgeheven {0}").format(day_month(one.ended_on, today))
        parts = [one.statement, joined(noted, decided, ended)]
        if one.reasoning:
            parts.append(self.tr("Reden: {0}").format(one.reasoning))
        title = label("objection_kind", one.kind)
        return row(title, "\n".join(parts), pill=pill, acts=acts)

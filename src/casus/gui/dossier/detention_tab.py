# SPDX-License-Identifier: EUPL-1.2
"""Detention: each stay, until when, and how the basic conditions for return stand."""

from PySide6.QtWidgets import QWidget

from casus.domain.conditions import AFTER_RELEASE, is_due
from casus.gui.detentions.acts import CustodyActs
from casus.gui.detentions.id_card import id_card
from casus.gui.detentions.matrix import ConditionMatrix, MatrixData
from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.parts import Act, Tab, act_bar, facts, joined, lines, row
from casus.gui.labels import label
from casus.gui.theme import theme
from casus.gui.widgets.containers import Banner, Card
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.text import label as text
from casus.services.custody import DetentionView, MdoRhythm
from casus.services.dossier import Dossier
from casus.services.id_applications import next_step
from casus.services.records import DetentionLeave

_ID = "id_document"


class DetentionTab(Tab):
    """Every stay of the person, the latest first; identity document and MDO beside them."""

    def __init__(self, acts: DossierActions) -> None:
        super().__init__(acts.desk, "")
        self._dossier_acts = acts
        self.acts = CustodyActs(acts.shell, acts.desk, self)
        self.area.setAccessibleName(self.tr("Detentie"))
        self.matrices: dict[str, ConditionMatrix] = {}
        self._return_to: tuple[str, tuple[int, int]] | None = None

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the stays; the keyboard stays where it was."""
        focus = self._where()
        if dossier.person.id != self.acts.person_id:
            self.area.verticalScrollBar().setValue(0)
        self.acts.person_id = dossier.person.id
        self.acts.case_id = dossier.case.id if dossier.case else ""
        self.acts.running = dossier.case is not None and dossier.case.closed_on is None
        self.clear()
        self.matrices = {}
        self._fill(dossier)
        self._go_back(focus)

    def _fill(self, dossier: Dossier) -> None:
        act: Act | None = (self.tr("Detentie vastleggen"), self.acts.add)
        if dossier.read_only:
            act = None
        if not dossier.detentions:
            self.add_empty("buildings", self.tr("Niet in detentie, voor zover bekend."), act)
        elif dossier.now.inside is None and act is not None:
            self.add(act_bar([act]))
        for view in dossier.detentions:
            self.add(self._stay(view, dossier))
        applications = dossier.custody.id_applications
        if dossier.case is not None and (applications or dossier.now.inside is not None):
            if not dossier.read_only:
                self._add_proposal(dossier)
            self.add(id_card(self.acts, applications, self.desk.today(), fixed=dossier.read_only))

    # --- one stay ---

    def _stay(self, view: DetentionView, dossier: Dossier) -> Card:
        record = view.record
        inside = record.released_on is None
        card = Card(view.facility)
        ended = self.tr("Overgeplaatst") if view.continued else self.tr("Vrijgekomen")
        tone = "warn" if inside else "neutral" if view.continued else "ok"
        card.header.addWidget(Pill(self.tr("Zit vast") if inside else ended, tone))
        card.add(self._facts(view, dossier.custody.mdo if inside else None))
        may_work = dossier.may_work(record.case_id)
        if may_work:
            card.add(act_bar(self._acts_of(view, dossier.custody.mdo)))
        self._add_leaves(card, view, may_work=may_work)
        if dossier.case is not None and not view.continued:
            self._add_conditions(card, view, may_work=not dossier.read_only)
        return card

    def _facts(self, view: DetentionView, mdo: MdoRhythm | None) -> QWidget:
        record = view.record
        inside = record.released_on is None
        ended = self.tr("Overgeplaatst op") if view.continued else self.tr("Vrijgekomen op")
        return facts(
            [
                (self.tr("Titel"), joined(label("detention_title", record.title), record.regime or "")),
                (self.tr("Binnen sinds"), self.day(record.entered_on)),
                (self.tr("Komt vrij"), self._expected(view) if inside else ""),
                (ended, self.day(record.released_on)),
                (self.tr("D&R-plan ontvangen"), self._plan(view)),
                (self.tr("MDO"), self._mdo(mdo) if mdo else ""),
                (self.tr("BIJ-melding ontvangen"), self.day(record.return_notice_on)),
                (self.tr("Strafoverdracht"), self._transfer(view)),
                (self.tr("Land"), label("country", view.country) if view.country != "nl" else ""),
                (self.tr("Aantekening"), record.note or ""),
            ]
        )

    def _acts_of(self, view: DetentionView, mdo: MdoRhythm | None) -> list[Act]:
        about = view.record.id
        change: Act = (self.tr("Gegevens wijzigen"), lambda: self.acts.edit(about))
        if view.continued:
            return [change]
        if view.record.released_on is not None:
            return [change, (self.tr("Vrijlating verbeteren"), lambda: self.acts.release(about))]
        plan: list[Act] = []
        if mdo is not None and mdo.planned_on is None:
            plan = [(self.tr("MDO plannen"), lambda: self.acts.plan_mdo(mdo.due_on))]
        return [
            (self.tr("Vrijlating vastleggen"), lambda: self.acts.release(about)),
            (self.tr("Overgeplaatst"), lambda: self.acts.transfer(about)),
            (self.tr("Verlof toevoegen"), lambda: self.acts.leave(about)),
            *plan,
            change,
        ]

    def _expected(self, view: DetentionView) -> str:
        record = view.record
        certainty = label("release_certainty", record.release_certainty).lower()
        return joined(self.day(record.expected_on), certainty)

    def _plan(self, view: DetentionView) -> str:
        if view.record.plan_received_on is not None:
            return self.day(view.record.plan_received_on)
        return self.tr("nog niet") if view.record.released_on is None else ""

    def _mdo(self, mdo: MdoRhythm) -> str:
        last = self.tr("laatst {0}").format(self.day(mdo.last_on)) if mdo.last_on else ""
        if mdo.planned_on is not None:
            return joined(last, self.tr("gepland {0}").format(self.day(mdo.planned_on)))
        if mdo.due_on < self.desk.today():
            return joined(last, self.tr("had uiterlijk {0} moeten zijn").format(self.day(mdo.due_on)))
        return joined(last, self.tr("uiterlijk {0}").format(self.day(mdo.due_on)))

    @staticmethod
    def _transfer(view: DetentionView) -> str:
        code = view.record.sentence_transfer
        return "" if code == "not_applicable" else label("sentence_transfer", code)

    # --- leave ---

    def _add_leaves(self, card: Card, view: DetentionView, *, may_work: bool) -> None:
        if not view.leaves:
            return
        card.add(self._heading(self.tr("Verlof")))
        card.add(lines([self._leave(view, leave, may_work=may_work) for leave in view.leaves]))

    def _leave(self, view: DetentionView, leave: DetentionLeave, *, may_work: bool) -> QWidget:
        days = self.day(leave.from_on)
        if leave.until_on is not None and leave.until_on != leave.from_on:
            days = f"{days} – {self.day(leave.until_on)}"
        acts: list[Act] = [
            (self.tr("Wijzigen"), lambda: self.acts.leave(view.record.id, leave.id)),
            (self.tr("Weghalen"), lambda: self.acts.remove_leave(leave)),
        ]
        return row(
            days, leave.note or "", acts=acts if may_work else (), about=self.tr("verlof {0}").format(days)
        )

    # --- conditions ---

    def _add_conditions(self, card: Card, view: DetentionView, *, may_work: bool) -> None:
        record = view.record
        card.add(self._heading(self.tr("Basisvoorwaarden")))
        today = self.desk.today()
        due = frozenset(
            one for one in AFTER_RELEASE if is_due(one, record.entered_on, record.released_on, today)
        )
        name = self.tr("Basisvoorwaarden, {0}").format(view.facility)
        matrix = ConditionMatrix(MatrixData(view.conditions, due, today), name, fixed=not may_work)
        self.matrices[record.id] = matrix
        card.add(matrix)
        if not may_work:
            return
        matrix.opened.connect(lambda condition, moment: self._open_cell(record.id, condition, moment))
        matrix.status_set.connect(
            lambda condition, moment, status: self.acts.set_condition(record.id, condition, moment, status)
        )
        keys = self.tr("1 op orde · 2 in behandeling · 3 niet op orde · 4 onbekend · Enter: stap en datum")
        card.add(text(keys, "small", "muted", wrap=True))

    def _open_cell(self, detention_id: str, condition: str, moment: str) -> None:
        self._return_to = (detention_id, self.matrices[detention_id].place())
        self.acts.check_condition(detention_id, condition, moment)

    def _add_proposal(self, dossier: Dossier) -> None:
        """Propose to note that the identity document is arranged, once one was handed over."""
        current = next((view for view in dossier.detentions if not view.continued), None)
        handed = [one for one in dossier.custody.id_applications if next_step(one) is None]
        if current is None or not handed:
            return
        moment = "entry" if current.record.released_on is None else "release"
        looks = {one.moment: one.status for one in current.conditions if one.condition == _ID}
        if "arranged" in looks.values():
            return
        words = self.tr("Het ID-bewijs is overhandigd, maar staat bij de basisvoorwaarden nog niet op orde.")
        about = current.record.id
        self.add(
            Banner(
                words,
                "ok",
                self.tr("Zet op orde"),
                lambda: self.acts.set_condition(about, _ID, moment, "arranged"),
            )
        )

    def _heading(self, words: str) -> QWidget:
        made = text(words, "strong")
        made.setContentsMargins(0, theme().px(12), 0, 0)
        return made

    # --- the keyboard ---

    def _where(self) -> tuple[str, tuple[int, int]] | str | None:
        """Return the cell or the button that has the keyboard, to find it again when all is made anew."""
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            back, self._return_to = self._return_to, None
            return back
        for detention_id, matrix in self.matrices.items():
            if matrix is focus:
                return detention_id, matrix.place()
        return focus.objectName() or None

    def _go_back(self, to: tuple[str, tuple[int, int]] | str | None) -> None:
        if isinstance(to, tuple) and to[0] in self.matrices:
            self.matrices[to[0]].go_to(to[1])
        elif isinstance(to, str) and (found := self.findChildren(QWidget, to)):
            found[-1].setFocus()  # the one made last: those of before go with the next turn

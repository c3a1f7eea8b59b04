# SPDX-License-Identifier: EUPL-1.2
"""The head of a dossier: phase, the facts in one line, what can be done, and the person's other cases."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from casus.domain.ages import age_on
from casus.gui.corrections.card import LimitBanner
from casus.gui.dates_text import day_month, local_time
from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.offer_banner import OfferBanner
from casus.gui.dossier.parts import joined
from casus.gui.labels import label as code_label
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.segments import SegmentBar
from casus.gui.widgets.text import label, show_if
from casus.services.cases import phase_choices
from casus.services.dossier import CaseTab, Dossier
from casus.services.transfers import TransferRow


class DossierHeader(QWidget):
    """Facts, phase menu and further acts; the name itself is the page's title.

    Signals:
        case_chosen: the id of another case of the same person.
    """

    case_chosen = Signal(str)

    def __init__(self, acts: DossierActions) -> None:
        super().__init__()
        self._acts = acts
        look = theme()
        self.facts = label(tone="muted", wrap=True)
        self.phase = button("", None)
        self.phase_menu = QMenu(self.phase)
        self.phase.setMenu(self.phase_menu)
        self.more = button(self.tr("Meer"), None, kind="quiet")
        self.more_menu = QMenu(self.more)
        self.more.setMenu(self.more_menu)
        self.cases = SegmentBar(self)
        self.cases.setAccessibleName(self.tr("Casussen van deze persoon"))
        self.cases.chosen.connect(self.case_chosen)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self.facts, 1)
        row.addWidget(self.phase)
        row.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addLayout(row)
        column.addWidget(self.cases)
        self.open_until = label(tone="warn", wrap=True)
        column.addWidget(self.open_until)
        self.offer = OfferBanner(acts.shell, acts.desk)
        column.addWidget(self.offer)
        self.limit = LimitBanner(acts.shell, acts.desk)
        column.addWidget(self.limit)
        self.copy = label(tone="warn", wrap=True)
        self.copy.hide()
        column.addWidget(self.copy)

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        """Show whose dossier it is and where the case stands."""
        self.facts.setText(self._facts(dossier, today))
        self._show_phase(dossier)
        self._show_more(dossier)
        tabs = dossier.header.cases
        show_if(self.cases, len(tabs) > 1)
        self.cases.set_choices([Choice(tab.id, self._case_name(tab)) for tab in tabs])
        self.cases.set_code(dossier.case.id if dossier.case else "")
        self.offer.show_offer(dossier.transfer, today)
        until = [one.until for one in dossier.accesses if one.ended_at is None]
        show_if(self.open_until, bool(until))
        if until:
            words = self.tr("Afgeschermd dossier: met een reden geopend, open tot {0} of tot je vergrendelt.")
            self.open_until.setText(words.format(local_time(until[0])))
        self.limit.show_dossier(dossier, today)
        show_if(self.copy, dossier.given_to is not None)
        if dossier.given_to is not None:
            self.copy.setText(self._copy_words(dossier.given_to, today))

    def _copy_words(self, given: TransferRow, today: date) -> str:
        words = self.tr(
            "Overgedragen aan {0} op {1}. Dit is een kopie: je leest hier, je collega werkt eraan."
        )
        return words.format(given.to_name, day_month(given.answered_on or given.offered_on, today))

    def forget(self) -> None:
        """Let go of everything that was shown of a dossier."""
        for line in (self.facts, self.open_until, self.copy):
            line.clear()
        self.phase.setText("")
        self.phase.setAccessibleName("")
        self.phase_menu.clear()
        self.more_menu.clear()
        self.cases.set_choices([])
        self.offer.hide()
        self.limit.hide()

    def _facts(self, dossier: Dossier, today: date) -> str:
        head = dossier.header
        age = ""
        if head.birth_date is not None:
            age = self.tr("{0} jaar").format(age_on(head.birth_date, today))
        return joined(
            head.number,
            age,
            code_label("district", head.district),
            code_label("approach", head.approach),
            self.tr("regie: {0}").format(head.lead) if head.lead else "",
            self.tr("hertoets {0}").format(day_month(head.review_on, today)) if head.review_on else "",
            self.tr("nu in {0}").format(dossier.now.inside) if dossier.now.inside else "",
            self.tr("verhaal-tip") if dossier.case and dossier.case.story_tip_on else "",
        )

    def _show_phase(self, dossier: Dossier) -> None:
        case = dossier.case
        show_if(self.phase, case is not None)
        self.phase_menu.clear()
        if case is None:
            return
        words = code_label("phase", case.phase)
        self.phase.setText(words)
        self.phase.setAccessibleName(self.tr("Fase: {0}. Wijzigen").format(words))
        fixed = dossier.read_only
        self.phase.setEnabled(not fixed)
        if fixed:
            self.phase.setAccessibleName(self.tr("Fase: {0}").format(words))
        for target, _reason in () if fixed else phase_choices(case.phase):
            self.phase_menu.addAction(code_label("phase", target), partial(self._acts.move_phase, target))

    def _show_work(self, menu: QMenu) -> None:
        acts = self._acts
        for text, run in (
            (self.tr("Huisbezoek vastleggen"), acts.home_visit),
            (self.tr("Detentiebezoek vastleggen"), acts.prison_visit),
            (self.tr("Ander contact vastleggen"), acts.other_contact),
            (self.tr("Afspraak maken"), acts.plan_contact),
            (self.tr("Taak toevoegen"), acts.add_task),
        ):
            menu.addAction(text, run)

    def _show_more(self, dossier: Dossier) -> None:
        acts, menu = self._acts, self.more_menu
        menu.clear()
        if not dossier.read_only:
            self._show_work(menu)
        menu.addSeparator()
        for words, act in self._case_acts(dossier):
            menu.addAction(words, act)
        menu.addSeparator()
        menu.addAction(self.tr("Persoon wijzigen"), acts.edit_person)
        menu.addAction(self.tr("Samenvoegen met …"), acts.merge_person)
        menu.addAction(self.tr("Gegevens gedeeld"), acts.share)
        menu.addAction(self.tr("Verzoek van de persoon vastleggen"), acts.receive_request)
        menu.addSeparator()
        if dossier.header.restricted:
            menu.addAction(self.tr("Weer sluiten"), acts.close_restricted)
            menu.addAction(self.tr("Afscherming wijzigen…"), acts.restrict)
        else:
            menu.addAction(self.tr("Afschermen…"), acts.restrict)
        menu.addSeparator()
        menu.addAction(self.tr("Betrokkene is het niet eens met iets"), acts.dispute)
        if acts.case_open:
            menu.addAction(self.tr("Betrokkene maakt bezwaar"), acts.object)

    def _case_acts(self, dossier: Dossier) -> list[tuple[str, Callable[[], object]]]:
        acts = self._acts
        found: list[tuple[str, Callable[[], object]]] = [(self.tr("Nieuwe casus openen"), acts.open_case)]
        if acts.can_work:
            phase = dossier.case.phase if dossier.case else ""
            if phase in ("registered", "screening"):
                found.append((self.tr("Screening vastleggen"), acts.screen))
            elif phase == "intake":
                found.append((self.tr("Intake afronden"), acts.finish_intake))
            found += [
                (self.tr("Persoon informeren"), acts.inform),
                (self.tr("Grondslag en criteria wijzigen"), acts.edit_basis),
                (self.tr("Hertoets vastleggen"), acts.review),
                (self.tr("Collega toewijzen"), acts.assign),
                (self.tr("Overdragen…"), acts.hand_over),
                (self.tr("Casus afsluiten"), acts.close_case),
            ]
        elif dossier.case is not None and not dossier.read_only:
            found.append((self.tr("Casus heropenen"), acts.reopen_case))
        if dossier.case is not None and not dossier.read_only:
            given = dossier.case.story_tip_on is not None
            words = self.tr("Verhaal-tip weghalen") if given else self.tr("Verhaal-tip geven")
            found.append((words, acts.toggle_story_tip))
        return found

    def _case_name(self, tab: CaseTab) -> str:
        return joined(code_label("approach", tab.approach), code_label("phase", tab.phase))

    def buttons(self) -> tuple[QPushButton, QPushButton]:
        """Return the phase and the further acts, for the tab order."""
        return self.phase, self.more

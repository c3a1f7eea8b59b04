# SPDX-License-Identifier: EUPL-1.2
"""Proposing a destruction: what would go is shown first, whole; nothing is proposed while something is in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.errors import CasusError
from casus.gui.error_text import sentence
from casus.gui.forms.ui_destruction_propose import Ui_DestructionPropose
from casus.gui.retention import KEY, PROPOSALS
from casus.gui.retention.plan_view import PlanView
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.form import Form
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label as text
from casus.services import destruction
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.destruction import Block, DestructionPlan, Proposal
from casus.services.retention import names_for

_TERM_ENDED, _TERM = "term_ended", "term"


@dataclass(frozen=True)
class _Found:
    """A plan, and what is called how in it."""

    plan: DestructionPlan
    names: Mapping[str, str]


class ProposePanel(SidePanel):
    """Read what goes, say on what ground, propose it."""

    def __init__(
        self, shell: Shell, desk: Desk, case_ids: Sequence[str], relative_ids: Sequence[str] = ()
    ) -> None:
        content, fields = QWidget(), QWidget()
        self.ui = Ui_DestructionPropose()
        self.ui.setupUi(fields)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(20))
        self._waiting = text(QCoreApplication.translate("ProposePanel", "Wordt uitgezocht …"), tone="muted")
        self.view = PlanView()
        self.without = button(
            QCoreApplication.translate("ProposePanel", "Verder zonder wat niet kan"), self.leave_out
        )
        self.without.hide()
        for part in (self._waiting, self.view, self.without, fields):
            column.addWidget(part)
        super().__init__(
            QCoreApplication.translate("ProposePanel", "Voorstellen voor vernietiging"),
            content,
            save_text=QCoreApplication.translate("ProposePanel", "Voorstellen"),
            subtitle=QCoreApplication.translate(
                "ProposePanel", "Er verdwijnt nog niets: een tweede persoon controleert en beslist."
            ),
        )
        self.shell, self._desk = shell, desk
        self._case_ids, self._relative_ids = tuple(case_ids), tuple(relative_ids)
        self._found: _Found | None = None
        self.form = Form(content, today=desk.clock.today)
        self.ui.groundField.set_value(_TERM_ENDED)
        self.form.changed.connect(self._judge)
        self.save_requested.connect(self.propose)
        self._fetch()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What stands in the way on the ground that is chosen: a term that still runs is none on another one."""
        if self._found is None:
            return ()
        ends = self.ui.groundField.value() == _TERM_ENDED
        return tuple(one for one in self._found.plan.blocks if ends or one.reason != _TERM)

    def leave_out(self) -> None:
        """Go on without the dossiers and relatives that may not go."""
        blocked = {one.record_id for one in self.blocks}
        self._case_ids = tuple(one for one in self._case_ids if one not in blocked)
        self._relative_ids = tuple(one for one in self._relative_ids if one not in blocked)
        self._fetch()

    def propose(self) -> None:
        """Propose it."""
        values = self.form.read()
        if self._found is None or self.blocks or values is None:
            return
        self.set_busy(True)
        self.show_notice("")
        desk, ground = self._desk, values["ground"]
        case_ids, relative_ids = self._case_ids, self._relative_ids
        self.shell.tasks.run(
            lambda: destruction.propose(desk, case_ids, ground, on=desk.today(), relative_ids=relative_ids),
            owner=self,
            done=self._proposed,
            failed=self._failed,
        )

    def _fetch(self) -> None:
        self.set_busy(True)
        desk, case_ids, relative_ids = self._desk, self._case_ids, self._relative_ids
        self.shell.tasks.run(
            lambda: _look(desk, case_ids, relative_ids), owner=self, done=self._show, failed=self._failed
        )

    def _show(self, found: _Found) -> None:
        self._found = found
        self._waiting.hide()
        self.set_busy(False)
        self._judge()

    def _judge(self) -> None:
        """Show the plan as it stands on the chosen ground; it can be proposed when nothing is in the way."""
        if self._found is None:
            return
        blocks = self.blocks
        self.view.show_plan(self._found.plan, blocks, self._found.names, self._open)
        blocked = {one.record_id for one in blocks}
        self.without.setVisible(
            bool(blocks) and any(one not in blocked for one in (*self._case_ids, *self._relative_ids))
        )
        self.save_button().setEnabled(not blocks)

    def _open(self, person_id: str) -> None:
        self.shell.open("dossier", f"person:{person_id}")

    def _proposed(self, done: Done[Proposal]) -> None:
        self.set_busy(False)
        self.shell.close_panel()
        self.shell.emit_changed(done.changes, self)
        self.shell.announce(
            self.tr("Voorgesteld. Een tweede persoon controleert het."),
            self.tr("Bekijken"),
            lambda: self.shell.open(KEY, PROPOSALS),
        )

    def _failed(self, error: CasusError) -> None:
        self.set_busy(False)
        self._waiting.hide()
        self.show_notice(sentence(error))
        self.show_top()


def _look(desk: Desk, case_ids: Sequence[str], relative_ids: Sequence[str]) -> _Found:
    """Work out the plan and its names; runs in the worker."""
    plan = destruction.plan_destruction(desk, case_ids, relative_ids=relative_ids)
    others = [one.record_id for one in plan.blocks] + [one.record_id for one in plan.kept]
    named = {one.person_id for one in plan.mentions} | {one.subject_id or "" for one in plan.mentions}
    names = names_for(
        desk,
        case_ids=(*case_ids, *others),
        person_ids=(*plan.person_ids, *others, *named),
        family_ids=(*plan.family_ids, *others, *named),
    )
    return _Found(plan, names)

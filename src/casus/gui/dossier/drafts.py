# SPDX-License-Identifier: EUPL-1.2
"""The forms of a dossier that a draft opens again; each draft key holds the ids its form needs."""

from collections.abc import Callable
from typing import Any

from casus.gui.cases.form import CasePanel
from casus.gui.cases.phase_form import PhasePanel
from casus.gui.cases.review_form import AssignPanel, ReviewPanel
from casus.gui.detentions.condition_form import ConditionPanel
from casus.gui.detentions.form import DetentionPanel
from casus.gui.detentions.release_form import ReleasePanel
from casus.gui.dossier.assessment_form import AssessmentPanel
from casus.gui.dossier.plan_form import PlanPanel
from casus.gui.dossier.sharing_form import SharingPanel
from casus.gui.dossier.task_form import TaskPanel
from casus.gui.drafts import Payload
from casus.gui.families.form import FamilyPanel
from casus.gui.families.member_form import MemberPanel
from casus.gui.forms_registry import FormSpec
from casus.gui.persons.form import PersonPanel
from casus.gui.programmes.form import ProgrammePanel
from casus.gui.programmes.step_form import StepPanel
from casus.gui.shell import Shell
from casus.gui.visits import HOME, PRISON, VisitKind, reopen_visit
from casus.gui.widgets.panel import SidePanel
from casus.services.desk import Desk

Make = Callable[[Shell, str, Payload], SidePanel | None]


def forms(desk: Desk) -> list[FormSpec]:
    """Return the specs; a form about someone new opens beside the list it belongs to."""

    def by_ids(panel: Any) -> Make:
        return lambda shell, about, draft: panel(shell, desk, *about.split(":"), draft=draft)

    def visit(kind: VisitKind) -> Make:
        return lambda shell, about, draft: reopen_visit(shell, desk, kind, about, draft)

    return [
        FormSpec("person", "personen", by_ids(PersonPanel)),
        FormSpec("case", "casussen", by_ids(CasePanel)),
        FormSpec("phase", "dossier", by_ids(PhasePanel), _case),
        FormSpec("review", "dossier", by_ids(ReviewPanel), _case),
        FormSpec("assign", "dossier", by_ids(AssignPanel), _case),
        FormSpec("plan", "dossier", by_ids(PlanPanel), _case),
        FormSpec("assessment", "dossier", by_ids(AssessmentPanel), _case),
        FormSpec("condition", "dossier", by_ids(ConditionPanel), _case),
        FormSpec("sharing", "dossier", by_ids(SharingPanel), _person),
        FormSpec(
            "task", "dossier", lambda shell, about, draft: TaskPanel(shell, desk, about, draft=draft), str
        ),
        FormSpec("programme", "trajecten", by_ids(ProgrammePanel)),
        FormSpec("programme_step", "trajecten", by_ids(StepPanel)),
        FormSpec("detention", "detentie", by_ids(DetentionPanel)),
        FormSpec("release", "detentie", by_ids(ReleasePanel)),
        FormSpec("family", "gezinnen", lambda shell, about, draft: _family(shell, desk, about, draft)),
        FormSpec(
            "family_member", "dossier", by_ids(MemberPanel), lambda about: f"family:{about.split(':')[0]}"
        ),
        FormSpec(HOME.code, "dossier", visit(HOME), _visited),
        FormSpec(PRISON.code, "dossier", visit(PRISON), _visited),
    ]


def _case(about: str) -> str:
    return f"case:{about.split(':')[0]}"


def _person(about: str) -> str:
    return f"person:{about.split(':')[0]}"


def _visited(about: str) -> str:
    case_id, person_id = about.split(":")[:2]
    return f"case:{case_id}" if case_id else f"person:{person_id}"


def _family(shell: Shell, desk: Desk, about: str, draft: Payload) -> SidePanel:
    family_id, _colon, member_id = about.partition(":")
    return FamilyPanel(shell, desk, family_id, member_id=member_id, draft=draft)

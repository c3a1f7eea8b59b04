# SPDX-License-Identifier: EUPL-1.2
"""The forms of a dossier that a draft opens again; each draft key holds the ids its form needs."""

from collections.abc import Callable
from typing import Any

from casus.gui.cases.form import CasePanel
from casus.gui.cases.informed import InformedPanel
from casus.gui.cases.phase_form import PhasePanel
from casus.gui.cases.review_form import AssignPanel, ReviewPanel
from casus.gui.cases.screening_form import IntakePanel, ScreeningPanel
from casus.gui.dossier.assessment_form import AssessmentPanel
from casus.gui.dossier.plan_form import FAMILY, PlanPanel
from casus.gui.dossier.plan_steps_form import EVALUATION, STANDING, EvaluationPanel, StandingPanel
from casus.gui.dossier.task_form import TaskPanel
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.persons.form import PersonPanel
from casus.gui.sharings import KEY as SHARINGS
from casus.gui.sharings.form import MeetingSharingPanel, SharingEditPanel, SharingPanel
from casus.gui.shell import Shell
from casus.gui.visits import HOME, OTHER, PRISON, AppointmentPanel, CorrectPanel, VisitKind, reopen_visit
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
        FormSpec(
            "case_edit",
            "dossier",
            lambda shell, about, draft: CasePanel(shell, desk, "", about, draft=draft),
            _case,
        ),
        FormSpec("screening", "dossier", by_ids(ScreeningPanel), _case),
        FormSpec("intake", "dossier", by_ids(IntakePanel), _case),
        FormSpec("informed", "dossier", by_ids(InformedPanel), _case),
        FormSpec("appointment", "agenda", by_ids(AppointmentPanel)),
        FormSpec("contact_edit", "vandaag", by_ids(CorrectPanel)),
        FormSpec("review", "dossier", by_ids(ReviewPanel), _case),
        FormSpec("assign", "dossier", by_ids(AssignPanel), _case),
        FormSpec("plan", "dossier", by_ids(PlanPanel), where=_planned),
        FormSpec(STANDING, "dossier", by_ids(StandingPanel), where=_last_two),
        FormSpec(EVALUATION, "dossier", by_ids(EvaluationPanel), where=_last_two),
        FormSpec("assessment", "dossier", by_ids(AssessmentPanel), _case),
        FormSpec("sharing", "dossier", by_ids(SharingPanel), _person),
        FormSpec("sharing_meeting", "dossier", by_ids(MeetingSharingPanel), _met),
        FormSpec("sharing_edit", SHARINGS, by_ids(SharingEditPanel)),
        FormSpec(
            "task", "dossier", lambda shell, about, draft: TaskPanel(shell, desk, about, draft=draft), str
        ),
        FormSpec(HOME.code, "dossier", visit(HOME), _visited),
        FormSpec(PRISON.code, "dossier", visit(PRISON), _visited),
        FormSpec(OTHER.code, "dossier", visit(OTHER), _visited),
    ]


def _case(about: str) -> str:
    return f"case:{about.split(':')[0]}"


def _met(about: str) -> str:
    """The meeting stands first: "<contact>:<person>:<case>"."""
    return _person(about.partition(":")[2])


def _planned(about: str) -> tuple[str, str]:
    """A family's plan is written on the family's page, as in "family:<id>"."""
    kind, _colon, record_id = about.partition(":")
    return ("gezin", record_id) if kind == FAMILY else ("dossier", _case(about))


def _last_two(about: str) -> tuple[str, str]:
    """The subject of a plan stands at the end, as in "goal:<id>:case:<id>"."""
    kind, record_id = about.split(":")[-2:]
    return ("gezin", record_id) if kind == FAMILY else ("dossier", f"{kind}:{record_id}")


def _person(about: str) -> str:
    return f"person:{about.split(':')[0]}"


def _visited(about: str) -> str:
    case_id, person_id = about.split(":")[:2]
    return f"case:{case_id}" if case_id else f"person:{person_id}"

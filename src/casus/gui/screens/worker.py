# SPDX-License-Identifier: EUPL-1.2
"""What is photographed of a PGA expert's vault; a picture more is a line more."""

from pathlib import Path
from tempfile import TemporaryDirectory

from casus.assets import resource_path
from casus.gui.audit_log.page import AuditPage
from casus.gui.importing import KEY as IMPORT
from casus.gui.importing.page import ImportPage
from casus.gui.policy.panels import PolicyFilePanel
from casus.gui.screens import asking, disputing, doubles, exchanging, keeping, telling, typed
from casus.gui.screens.scene import Scene
from casus.gui.screens.settling import settle
from casus.gui.screens.shot import Shot, page
from casus.gui.shell.topbar import COMMANDS
from casus.services.dossier import Dossier

_CLOSING = {"target": "closed", "closure_reason": "goals_achieved", "outcome": "stable"}


def _all(one: Dossier) -> tuple[int, ...]:
    return bool(one.attachments), bool(one.now.next_appointment), len(one.timeline)


def _plan(one: Dossier) -> tuple[int, ...]:
    return len(one.plans), len(one.timeline)


def _measured(one: Dossier) -> tuple[int, ...]:
    return len(one.assessments), len(one.timeline)


def _inside(one: Dossier) -> tuple[int, ...]:
    return one.now.inside is not None, len(one.detentions)


def _certificate(one: Dossier) -> tuple[int, ...]:
    return bool(one.vogs and one.programmes), len(one.vogs), len(one.programmes)


def _family(one: Dossier) -> int:
    return sum(len(family.members) for family in one.families)


def _tasks(one: Dossier) -> int:
    return len(one.tasks)


def _papers(one: Dossier) -> int:
    return len(one.attachments)


def _newest(one: Dossier) -> int:
    return one.case.opened_on.toordinal() if one.case is not None else 0


def _family_id(scene: Scene) -> str:
    return scene.dossier(_family).families[0].record.id


def _paper_id(scene: Scene) -> str:
    return next(one.id for one in scene.dossier(_papers).attachments if one.media_type == "application/pdf")


def _month(scene: Scene) -> None:
    agenda = scene.page("agenda")
    agenda.view.set_code("month")
    agenda.load()


def _week(scene: Scene) -> None:
    agenda = scene.page("agenda")
    agenda.view.set_code("week")
    agenda.load()


def _surname(scene: Scene) -> None:
    scene.search(scene.dossier(_papers).person.surname)


def _recent(scene: Scene) -> None:
    """Save a visit, show that it can be taken back, and take it back."""
    scene.form("home_visit", scene.both(_all), typed.VISIT)
    scene.save()
    scene.do("recent_changes", "vandaag")
    scene.afterwards = "undo"


def _import(scene: Scene) -> ImportPage:
    """Read a small invented list; the steps after it go up to, and not into, the import itself."""
    shown = scene.page(IMPORT)
    assert isinstance(shown, ImportPage)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "caseload.csv"
        path.write_text(typed.CASELOAD, encoding="utf-8")
        shown.read(path)
        settle(scene.window)
    return shown


def _import_questions(scene: Scene) -> None:
    shown = scene.window.page()
    assert isinstance(shown, ImportPage)
    shown.columns.submit()


def _import_check(scene: Scene) -> None:
    shown = scene.window.page()
    assert isinstance(shown, ImportPage)
    shown.questions.submit()


def _import_columns(scene: Scene) -> None:
    _import(scene)


def _log_entry(scene: Scene) -> None:
    """What stands behind the latest entry of the log."""
    shown = scene.page("logboek")
    assert isinstance(shown, AuditPage)
    shown.table.view.selectRow(0)
    shown.show_entry(shown.table.current_id())
    settle(scene.window)


def _restricting(scene: Scene) -> str:
    found = scene.dossier(_all)
    return f"{found.person.id}:{scene.case_id(_all)}"


def _policy(scene: Scene) -> None:
    """The example of a policy, read and not applied."""
    scene.window.open("beheer")
    panel = PolicyFilePanel(scene.window, scene.desk, resource_path("catalogue", "beleid.voorbeeld.toml"))
    scene.window.open_panel(panel)
    settle(scene.window)
    panel.field.set_value("beleid.toml")


_PERSON = "person"


def _contribution(scene: Scene) -> None:
    """Show every row of the demo's period, whatever year it is."""
    shown = scene.page("rapportage")
    shown.period.set_value("2022-10..2023-10")
    shown.show_rows()


SHOTS = (
    page("vandaag", main=True),
    Shot("zoeken", _surname),
    Shot("zoeken-verslag", lambda scene: scene.search(typed.WORD)),
    Shot("opdrachten", lambda scene: scene.search(COMMANDS)),
    Shot("sneltoetsen", lambda scene: scene.shortcuts()),
    Shot("agenda", _week, main=True),
    Shot("agenda-maand", _month),
    page("planning"),
    page("dagstaat"),
    page("taken"),
    page("afspraken"),
    page("ontbrekend"),
    page("personen"),
    Shot("vooraf-bekijken", lambda scene: scene.preview("personen")),
    page("casussen", main=True),
    Shot("kolommen", lambda scene: scene.columns("casussen")),
    page("gezinnen"),
    page("detentie"),
    page("trajecten"),
    page("vog"),
    page("beheer"),
    Shot("beleid", _policy),
    page("logboek"),
    Shot("logboek-regel", _log_entry),
    Shot("afschermen", lambda scene: scene.form("restriction", _restricting(scene))),
    page("rapportage"),
    Shot("aanlevering", _contribution),
    page("samen-tellen"),
    Shot("dossier", lambda scene: scene.tab("timeline", _all), main=True),
    Shot("dossier-plan", lambda scene: scene.tab("plan", _plan)),
    Shot("dossier-leefgebieden", lambda scene: scene.tab("domains", _measured)),
    Shot("dossier-detentie", lambda scene: scene.tab("detention", _inside)),
    Shot("dossier-trajecten", lambda scene: scene.tab("programmes", _certificate)),
    Shot("dossier-gezin", lambda scene: scene.tab("family", _family)),
    Shot("dossier-taken", lambda scene: scene.tab("tasks", _tasks)),
    Shot("dossier-bijlagen", lambda scene: scene.tab("attachments", _papers)),
    page("verantwoording"),
    page("verstrekkingen"),
    Shot("afsluiten", lambda scene: scene.form("phase", scene.case_id(_tasks), _CLOSING)),
    Shot("dossier-verantwoording", lambda scene: scene.tab("account", _all)),
    Shot("bijlage", lambda scene: scene.open("bijlage", _paper_id(scene))),
    Shot("gezin", lambda scene: scene.open("gezin", _family_id(scene))),
    Shot("huisbezoek", lambda scene: scene.form("home_visit", scene.both(_all), typed.VISIT), main=True),
    Shot("niet-thuis", lambda scene: scene.form("home_visit", scene.both(_all), typed.NOT_AT_HOME)),
    Shot("detentiebezoek", lambda scene: scene.form("prison_visit", scene.both(_inside))),
    Shot("screening", lambda scene: scene.form("screening", scene.case_id(_newest), typed.SCREENING)),
    Shot("intake", lambda scene: scene.form("intake", scene.case_id(_newest), typed.INTAKE)),
    Shot("plan", lambda scene: scene.form("plan", scene.case_id(_newest), typed.PLAN)),
    Shot("meting", lambda scene: scene.form("assessment", scene.case_id(_measured), typed.ASSESSMENT)),
    Shot("overdragen", lambda scene: scene.form("hand_over", scene.case_id(_all))),
    Shot("twee-versies", lambda scene: scene.form(_PERSON, scene.dossier(_all).person.id, typed.TWO_VERSIONS)),
    page(IMPORT),
    Shot("importeren-kolommen", _import_columns),
    Shot("importeren-vragen", _import_questions),
    Shot("importeren-controle", _import_check),
    *keeping.SHOTS,
    *telling.SHOTS,
    *doubles.SHOTS,
    *disputing.SHOTS,
    *asking.SHOTS,
    *exchanging.SHOTS,
    Shot("recente-wijzigingen", _recent),
)  # fmt: skip

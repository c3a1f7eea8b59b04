# SPDX-License-Identifier: EUPL-1.2
"""The page with certificates of conduct: who is where on the way, which term runs, who did not apply and why."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.labels import label
from casus.gui.lists import Cell
from casus.gui.records import Filter, Heading, ListAct, ListActs, ListPage, ListWords, ServiceSource
from casus.gui.shell import PageSpec, Shell
from casus.gui.vog.form import VogPanel
from casus.gui.vog.step_form import VogStepPanel
from casus.gui.vog.terms import days_left
from casus.gui.widgets.panel import SidePanel
from casus.services.desk import Desk
from casus.services.vog import vog_choices
from casus.services.vog_list import DUE_AHEAD, VogList

KEY = "vog"


class VogSource(ServiceSource):
    """The list in words: the purpose under the name, and the days that are left as a label."""

    def _cell(self, heading: Heading, row: Any) -> Cell:
        if heading.key == "name":
            return Cell(row.title, label("vog_purpose", row["purpose"]))
        if heading.key == "awaited" and row["reason"]:
            return Cell(row["reason"])
        if heading.key == "days_left":
            left = row["days_left"]
            late = "danger" if left is not None and left < 0 else "neutral"
            soon = left is not None and 0 <= left <= DUE_AHEAD.days
            return Cell(days_left(left), tone="warn" if soon else late)
        return super()._cell(heading, row)


class VogPage(ListPage):
    """The page with certificates of conduct."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        source = VogSource(VogList(desk), _headings(), desk.today())
        super().__init__(shell, source, _words(), lambda: VogPanel(shell, desk))
        step = ListAct(
            QCoreApplication.translate("VogPage", "Volgende stap"),
            "S",
            lambda record_id: shell.open_panel(VogStepPanel(shell, desk, record_id)),
            lambda row: bool(vog_choices(row["status"])),
            "arrow-right",
        )
        self.acts = ListActs(self, (step,))

    def open_record(self, record_id: str) -> None:
        """Open the dossier of the person, where this stands."""
        self.open_dossier_of(record_id, "programmes")


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading("name", translate("VogPage", "Naam"), 0),
        Heading("status", translate("VogPage", "Stand"), 208, status=True),
        Heading("status_since", translate("VogPage", "Sinds"), 106),
        Heading("awaited", translate("VogPage", "Wacht op, of waarom niet"), 0),
        Heading("days_left", translate("VogPage", "Termijn"), 162, status=True),
        Heading("ambassador", translate("VogPage", "Ambassadeur"), 120),
    )


def _words() -> ListWords:
    translate = QCoreApplication.translate
    return ListWords(
        title=translate("VogPage", "VOG"),
        purpose=translate(
            "VogPage", "Wie op weg is naar een verklaring omtrent het gedrag, en wie niet durft."
        ),
        one=translate("VogPage", "VOG-traject"),
        many=translate("VogPage", "VOG-trajecten"),
        empty=translate("VogPage", "Er staan nog geen VOG-trajecten in je kluis."),
        new=translate("VogPage", "VOG-traject beginnen"),
        icon="identification-card",
        key="vog",
        kinds=frozenset({"persons", "vog_procedures", "vog_ambassadors"}),
        filters=(
            Filter("attention", "vog_attention", ("due", "avoided")),
            Filter(
                "status", "vog_status", ("orientation", "applied", "intended_refusal", "granted", "refused")
            ),
        ),
    )


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("VogPage", "VOG"),
        "identification-card",
        lambda shell: VogPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
    )


def forms(desk: Desk) -> list[FormSpec]:
    """Return the forms that a draft opens again; their keys hold the ids of person and procedure."""

    def begin(shell: Shell, about: str, draft: Payload) -> SidePanel:
        return VogPanel(shell, desk, *about.split(":"), draft=draft)

    def step(shell: Shell, about: str, draft: Payload) -> SidePanel:
        return VogStepPanel(shell, desk, *about.split(":"), draft=draft)

    return [FormSpec("vog", KEY, begin), FormSpec("vog_step", KEY, step)]

# SPDX-License-Identifier: EUPL-1.2
"""The page with everything that was shared with others: to whom, what, on what basis, and does the person know."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.codelists import codelist
from casus.domain.roles import Role
from casus.gui.accountability import KEY as ACCOUNTABILITY
from casus.gui.labels import label
from casus.gui.lists import Cell, Query
from casus.gui.records import Filter, Heading, ListAct, ListActs, ListPage, ListWords, ServiceSource
from casus.gui.records.source import chosen
from casus.gui.sharings import KEY
from casus.gui.sharings.form import SharingEditPanel
from casus.gui.sharings.totals import TotalsPanel
from casus.gui.shell import PageSpec, Shell, Summary
from casus.services.desk import Desk
from casus.services.sharing_list import PERIODS, Counts, SharingList, this_year

_COUNTED = ("period", "partner_kind", "legal_basis", "told")


class SharingSource(ServiceSource):
    """The list in words: what was shared by its kinds, and a mark on what was withdrawn."""

    def _cell(self, heading: Heading, row: Any) -> Cell:
        if heading.key == "kinds":
            kinds = [label("data_kind", code) for code in str(row["kinds"] or "").split()]
            return Cell(", ".join(kinds), str(row["what"] or ""))
        if heading.key == "told" and row["withdrawn"]:
            return Cell(label("sharing_state", "withdrawn"))
        return super()._cell(heading, row)


class SharingsPage(ListPage):
    """The page; Enter opens the dossier where the entry stands."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._records = SharingList(desk)
        super().__init__(shell, SharingSource(self._records, _headings(), desk.today()), _words())
        translate = QCoreApplication.translate
        mend = ListAct(
            translate("SharingsPage", "Verbeteren"),
            "V",
            lambda record_id: shell.open_panel(SharingEditPanel(shell, desk, record_id)),
            lambda row: not row["restricted"] and not row["withdrawn"],
            "pencil-simple",
        )
        self.acts = ListActs(self, (mend,))
        self.add_secondary(translate("SharingsPage", "Totalen"), self.show_totals, icon="chart-bar")
        self.table.loaded.connect(self._count)

    def open_record(self, record_id: str) -> None:
        """Open the dossier, where this stands."""
        self.open_dossier_of(record_id, "account")

    def show_totals(self) -> None:
        """Show how much went to whom and on what basis."""
        self.shell.open_panel(TotalsPanel(self.shell, self._records))

    def _count(self) -> None:
        text, on = self.table.search.text(), chosen(Query(chips=self.table.chips.chosen()))
        self.shell.tasks.run(lambda: self._records.counts(text, on), owner=self, done=self._show_counts)

    def _show_counts(self, found: Counts) -> None:
        for group in _COUNTED:
            self.table.chips.show_counts(
                group, {f"{group}:{code}": number for code, number in found[group].items()}
            )


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading("name", translate("SharingsPage", "Over wie"), 0),
        Heading("recipient", translate("SharingsPage", "Gedeeld met"), 170),
        Heading("on", translate("SharingsPage", "Wanneer"), 106),
        Heading("kinds", translate("SharingsPage", "Wat"), 0),
        Heading("legal_basis", translate("SharingsPage", "Grondslag"), 160),
        Heading("told", translate("SharingsPage", "Persoon"), 140, status=True),
    )


def _words() -> ListWords:
    translate = QCoreApplication.translate
    return ListWords(
        title=translate("SharingsPage", "Verstrekkingen"),
        purpose=translate(
            "SharingsPage",
            "Wat je over wie met anderen deelde, en waarom dat mocht. Vastleggen doe je in het dossier.",
        ),
        one=translate("SharingsPage", "verstrekking"),
        many=translate("SharingsPage", "verstrekkingen"),
        empty=translate(
            "SharingsPage", "Er is nog niets gedeeld. Je legt het vast in een dossier, bij Verantwoording."
        ),
        new="",
        icon="share-network",
        key="sharings",
        kinds=frozenset({"data_sharings", "persons", "partners", "emergency_accesses"}),
        filters=(
            Filter("state", "sharing_state", ("shared", "withdrawn")),
            Filter("period", "sharing_period", PERIODS),
            Filter(
                "partner_kind",
                "partner_kind",
                codelist("partner_kind").values,
                translate("SharingsPage", "Soort ontvanger"),
            ),
            Filter(
                "legal_basis",
                "legal_basis",
                codelist("legal_basis").values,
                translate("SharingsPage", "Grondslag"),
            ),
            Filter("told", "sharing_told", codelist("sharing_told").values),
        ),
        start_with=("state:shared",),
        start_empty=translate("SharingsPage", "Alles is vervallen verklaard ({0})."),
    )


def _summary(desk: Desk) -> Summary:
    translate = QCoreApplication.translate
    whole, unknown = this_year(desk)
    if not whole:
        return Summary(translate("SharingsPage", "Dit jaar is nog niets met anderen gedeeld."), 0)
    if not unknown:
        return Summary(translate("SharingsPage", "Dit jaar gedeeld; de personen weten het."), whole)
    words = translate("SharingsPage", "Dit jaar gedeeld; {0} keer weet de persoon het niet.")
    return Summary(words.format(unknown), whole)


def spec(desk: Desk) -> PageSpec:
    """Return the page; it opens from Verantwoording."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("SharingsPage", "Verstrekkingen"),
        "share-network",
        lambda shell: SharingsPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
        in_sidebar=False,
        parent=ACCOUNTABILITY,
        summary=lambda: _summary(desk),
    )

# SPDX-License-Identifier: EUPL-1.2
"""Every widget and a main window on made-up data, to look at: `python -m tests.helpers.gallery OUT`."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from casus.gui.drafts import DraftKeeper
from casus.gui.lists import Cell, Column, FilterChip, Kind, ListSpec, Query, RecordTable, Row
from casus.gui.panels import FormPanel, PanelSpec
from casus.gui.settings import Settings
from casus.gui.shell import MainWindow, Page, PageSpec, Shell
from casus.gui.tasks import TaskRunner
from casus.gui.theme import FocusRing, theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.chart import Bar, BarChart
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import CheckField, ChipsField, ChoiceField, SegmentedChoice
from casus.gui.widgets.containers import Banner, Card, EmptyState, PageScroll
from casus.gui.widgets.date_fields import DateField, TimeField
from casus.gui.widgets.field import Field
from casus.gui.widgets.pill import TONES, Pill
from casus.gui.widgets.text import label
from casus.gui.widgets.text_fields import NumberField, PasswordField, TextArea, TextField
from casus.gui.widgets.timeline import Entry, Timeline
from tests.helpers.screens import grab

TODAY = date(2026, 11, 23)
_FIRST = ("Younes", "Sanne", "Mohamed", "Lisa", "Ayoub", "Daan", "Fatima", "Kevin", "Noor", "Ilyas")
_LAST = ("El Amrani", "de Vries", "Bouzid", "van den Berg", "Yilmaz", "Jansen", "Öztürk", "Visser")
_PHASES = (
    ("Uitvoering", "accent"), ("Monitoring", "ok"), ("Toetsing", "warn"), ("Wacht op gezin", "danger"),
    ("Aangemeld", "neutral"),
)  # fmt: skip


@dataclass(frozen=True)
class Moment:
    """A stand-in for services.changes.Changes."""

    kinds: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()


class FakeCases:
    """A source of `size` made-up cases."""

    columns: Sequence[Column] = (
        Column("name", "Naam", Kind.NAME, 0),
        Column("phase", "Fase", Kind.STATUS, 160),
        Column("approach", "Aanpak", Kind.TEXT, 180),
        Column("contacts", "Contacten", Kind.NUMBER, 110),
        Column("last", "Laatste contact", Kind.DATE, 150),
    )

    def __init__(self, size: int = 10_000) -> None:
        self.size = size
        self.asked: list[int] = []

    def name(self, at: int) -> str:
        """Return the name of case number `at`."""
        return f"{_LAST[at % len(_LAST)]}, {_FIRST[at * 7 % len(_FIRST)]}"

    def fetch_ids(self, query: Query) -> list[str]:
        """Filter on the name, sort on number or name."""
        words = query.text.casefold()
        found = [at for at in range(self.size) if words in self.name(at).casefold()]
        if query.chips:
            found = found[: len(found) // 3]
        if query.sort == "name":
            found.sort(key=self.name)
        return [str(at) for at in (reversed(found) if query.descending else found)]

    def count_all(self) -> int:
        """Return the number of cases."""
        return self.size

    def fetch_rows(self, ids: Sequence[str]) -> list[Row]:
        """Make the rows."""
        self.asked.append(len(ids))
        return [self._row(int(one)) for one in ids]

    def _row(self, at: int) -> Row:
        phase, tone = _PHASES[at % len(_PHASES)]
        last = TODAY - timedelta(days=at % 60)
        return Row(
            str(at),
            (
                Cell(self.name(at), f"{18 + at % 7} jaar · Overvecht"),
                Cell(phase, tone=tone),
                ("Top X doorgroeiers", "Nazorg detentie", "Vroegsignalering")[at % 3],
                str(at % 40),
                last.strftime("%d-%m-%Y"),
            ),
        )


class CasesPage(Page):
    """A list page as a screen builder writes it."""

    def __init__(self, shell: Shell, size: int = 10_000) -> None:
        super().__init__(shell, "Casussen", "Alle dossiers waar je aan werkt.")
        self.set_primary("Nieuwe casus", self.open_new, icon="plus")
        chips = (
            FilterChip("mine", "Waar ik regie heb"),
            FilterChip("phase", "In uitvoering", "phase"),
            FilterChip("closed", "Afgesloten", "phase"),
        )
        spec = ListSpec("Casussen", lambda n: "casus" if n == 1 else "casussen", "cases", chips)
        empty = EmptyState("folders", "Je hebt nog geen casussen.", "Nieuwe casus", self.open_new)
        self.table = RecordTable(FakeCases(size), shell.tasks, spec, settings=shell.settings, empty=empty)
        self.table.opened.connect(lambda one: shell.open("dossier", one))
        self.body.addWidget(self.table, 1)

    def load(self) -> None:
        self.table.reload()

    def changed(self, _changes: object, _initiator: QWidget | None) -> None:
        self.table.reload()

    def open_new(self) -> None:
        """Open the form."""
        self.shell.open_panel(VisitPanel(self.shell))


class VisitPanel(FormPanel):
    """A home visit."""

    def __init__(
        self, shell: Shell, store: Callable[[dict[str, Any]], object] = lambda _values: None
    ) -> None:
        self._store = store
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        for field in visit_fields():
            column.addWidget(field)
        spec = PanelSpec("Huisbezoek", "Bezoek opslaan", "visit:1", "Op het adres in Overvecht")
        super().__init__(shell, content, spec, today=lambda: TODAY)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        return lambda: self._store(values)

    def stored(self, _result: object) -> None:
        self.shell.emit_changed(Moment(), self)
        self.shell.announce("Bezoek opgeslagen", "Ongedaan maken", lambda: None)


def visit_fields() -> list[Field]:
    """Return the fields of a home visit, in order."""
    on, at, who = DateField(), TimeField(), ChipsField()
    _name(on, "on", "Wanneer was het?", "Bijvoorbeeld 12 nov, gisteren of +7d")
    on.set_value(TODAY)
    _name(at, "at", "Hoe laat?", optional=True)
    _name(who, "who", "Wie was erbij?", optional=True)
    who.set_choices([Choice(str(n), name) for n, name in enumerate(("Younes", "Moeder", "Zus", "Wijkagent"))])
    who.set_free("Iemand anders")
    result, text, nextstep = SegmentedChoice(), TextArea(), ChoiceField()
    _name(result, "result", "Hoe liep het?")
    result.set_choices(
        [Choice("reached", "Bereikt"), Choice("absent", "Niet thuis"), Choice("refused", "Weigert"),
         Choice("cancelled", "Afgezegd")]
    )  # fmt: skip
    _name(text, "report", "Verslag", "Feiten, afspraken en wat je opviel.")
    _name(nextstep, "domain", "Leefgebied", optional=True)
    nextstep.set_choices([Choice(str(n), name) for n, name in enumerate(("Wonen", "Werk", "Gezin", "Geld"))])
    return [on, at, who, result, text, nextstep]


def _name(field: Field, key: str, words: str, help_line: str = "", *, optional: bool = False) -> None:
    field.set_key(key)
    field.set_label(words)
    field.set_help(help_line)
    field.set_optional(optional)


class TodayPage(Page):
    """Cards, as on Vandaag."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, "Vandaag", "maandag 23 november 2026")
        row = QHBoxLayout()
        row.setSpacing(theme().px(24))
        visits, care, drafts = Card("Afspraken en bezoeken"), Card("Let op"), Card("Concepten")
        for words in (
            "10:00  Huisbezoek · Overvecht",
            "13:30  Spreekuur · Buurtcentrum",
            "16:00  PI Nieuwegein",
        ):
            line = QHBoxLayout()
            line.addWidget(label(words), 1)
            line.addWidget(button("Verslag", kind="link"))
            visits.add(line)
        for words, tone in (("Hertoets over 3 dagen", "warn"), ("Vrijlating op 3 dec", "accent")):
            care.add(Pill(words, tone))
            care.add(label("Bekijk of het plan nog klopt en wie meegaat.", tone="muted", wrap=True))
        drafts.add(label("Geen concepten. Wat je typt wordt vanzelf bewaard.", tone="muted", wrap=True))
        for card in (visits, care, drafts):
            row.addWidget(card, 1)
        self.body.addLayout(row)
        self.body.addStretch(1)


class WidgetsPage(Page):
    """One of everything."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, "Alle onderdelen", "Om te bekijken.")
        content = QWidget()
        content.setProperty("ground", "none")
        row = QHBoxLayout(content)
        row.setSpacing(theme().px(24))
        left, right = QVBoxLayout(), QVBoxLayout()
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self._fields(left)
        self._others(right)
        self.body.addWidget(PageScroll(content), 1)

    def _fields(self, column: QVBoxLayout) -> None:
        card = Card("Velden")
        card.rows.setSpacing(theme().px(16))
        surname, password, number, check = TextField(), PasswordField(), NumberField(), CheckField()
        _name(surname, "surname", "Achternaam", "Zonder voorvoegsel.")
        surname.set_error("Vul dit in.")
        _name(password, "password", "Wachtwoord")
        password.add_toggle()
        password.set_value("een lange zin")
        _name(number, "number", "Aantal kinderen")
        _name(check, "interpreter", "Er was een tolk bij")
        check.set_value(True)
        for field in (surname, password, number, check):
            card.add(field)
        column.addWidget(card)
        for tone in ("neutral", "ok", "warn", "danger"):
            column.addWidget(Banner("Reservekopie van gisteren ontbreekt.", tone, "Nu maken", lambda: None))
        column.addStretch(1)

    def _others(self, column: QVBoxLayout) -> None:
        pills = QHBoxLayout()
        for tone in TONES:
            pills.addWidget(Pill(tone.capitalize(), tone))
        pills.addStretch(1)
        column.addLayout(pills)
        kinds = QHBoxLayout()
        for kind in ("primary", "", "quiet", "link", "danger"):
            kinds.addWidget(button("Opslaan", kind=kind))
        kinds.addStretch(1)
        column.addLayout(kinds)
        chart = BarChart("Jongeren per stadsdeel", "Jongeren")
        chart.show_bars(
            [Bar("Overvecht", 45, "45"), Bar("Zuidwest", 30, "30"), Bar("Noordwest", 15, "15"),
             Bar("Leidsche Rijn", 5, "5")]
        )  # fmt: skip
        card = Card("Cijfers")
        card.add(chart)
        column.addWidget(card)
        column.addWidget(EmptyState("tray", "Hier staat nog niets.", "Persoon toevoegen", lambda: None))
        column.addStretch(1)


class DossierPage(Page):
    """A timeline beside a card."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            shell, "El Amrani, Younes", "19 jaar · Overvecht · Top X doorgroeiers · hertoets 3 dec"
        )
        self.set_primary("Bezoek vastleggen", lambda: shell.open_panel(VisitPanel(shell)), icon="house-line")
        self.add_secondary("Fase wijzigen", lambda: None)
        timeline = Timeline()
        words = "Younes en zijn moeder waren thuis. We hebben de week doorgenomen en het gesprek bij de gemeente voorbereid. Moeder maakt zich zorgen over de huur. "
        timeline.show_entries(
            [
                Entry("1", TODAY - timedelta(days=11), "house-line", "Huisbezoek", words * 2, "M. Visser", "Bereikt", "ok"),
                Entry("", TODAY - timedelta(days=14), "flag", "Fase: monitoring → uitvoering", "Nieuw incident."),
                Entry("2", TODAY - timedelta(days=40), "phone", "Telefoon", "Kort gebeld.", "M. Visser", "Niet bereikt", "warn"),
            ]
        )  # fmt: skip
        now = Card("Nu")
        now.add(label("Volgende afspraak", "small", "muted"))
        now.add(label("dinsdag 24 nov, 10:00 · thuis", wrap=True))
        now.add(label("Open acties", "small", "muted"))
        now.add(label("3, waarvan 1 te laat"))
        now.setMaximumWidth(theme().px(320))
        row = QHBoxLayout()
        row.setSpacing(theme().px(24))
        row.addWidget(timeline, 3)
        row.addWidget(now, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row, 1)


def specs() -> list[PageSpec]:
    """Return the pages of the gallery window."""

    def empty(title: str) -> Callable[[Shell], Page]:
        return lambda shell: Page(shell, title)

    return [
        PageSpec("vandaag", "Vandaag", "sun", TodayPage),
        PageSpec("personen", "Personen", "users", empty("Personen")),
        PageSpec("casussen", "Casussen", "folders", CasesPage),
        PageSpec("gezinnen", "Gezinnen", "house-line", empty("Gezinnen")),
        PageSpec("detentie", "Detentie", "door", empty("Detentie")),
        PageSpec("trajecten", "Trajecten", "path", empty("Trajecten")),
        PageSpec("registers", "Registers", "books", WidgetsPage, section=1),
        PageSpec("rapportage", "Rapportage", "chart-bar", empty("Rapportage"), section=1),
        PageSpec("beheer", "Beheer", "gear-six", empty("Beheer"), frozenset({"admin"}), section=1),
        PageSpec("dossier", "Dossier", "folder", DossierPage, in_sidebar=False, parent="casussen"),
    ]


def make_window(settings: Settings | None = None, drafts: DraftKeeper | None = None) -> MainWindow:
    """Return a main window on made-up data, at the page of cases."""
    window = MainWindow(
        specs(),
        role="pga",
        tasks=TaskRunner(),
        drafts=drafts or DraftKeeper(lambda _key, _payload: None),
        settings=settings or Settings(),
    )
    window.set_count("vandaag", 7)
    window.set_count("casussen", 1204)
    window.set_status("Opgeslagen 14:03", "reservekopie vandaag 12:10")
    window.open("casussen")
    return window


def main(out: Path) -> None:
    """Write all pictures to a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    QLocale.setDefault(QLocale("nl_NL"))
    FocusRing(app, theme())
    for look, percent, size in (
        ("light", 100, (1280, 800)), ("dark", 100, (1280, 800)), ("light", 150, (1280, 800)),
        ("dark", 150, (1920, 1080)), ("contrast", 100, (1280, 800)), ("light", 100, (1920, 1080)),
    ):  # fmt: skip
        theme().apply(look, percent)
        window = make_window()
        for key in ("vandaag", "casussen", "registers", "dossier"):
            window.open(key)
            grab(window, out / f"{key}-{look}-{percent}-{size[0]}.png", size=size, look=look, percent=percent)
        window.open("dossier")
        window.open_panel(VisitPanel(window))
        grab(window, out / f"panel-{look}-{percent}-{size[0]}.png", size=size, look=look, percent=percent)
        window.close()
        window.tasks.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

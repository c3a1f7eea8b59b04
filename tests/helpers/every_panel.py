# SPDX-License-Identifier: EUPL-1.2
"""Every panel that no draft of a worker opens, made in a vault in which it has something to show.

The panels of a worker's drafts are in `every_form`; together they are all there are (tests/gui/test_every_panel.py).
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select

import casus.gui
from casus.assets import resource_path
from casus.domain.periods import Period
from casus.gui.audit_log.entry_panel import EntryPanel
from casus.gui.audit_log.filter_panel import FilterPanel
from casus.gui.composer.block_panel import BLOCK, BlockPanel
from casus.gui.composer.panels import CHAPTER, HEAD, NEW, ChapterPanel, HeadPanel, NewReportPanel
from casus.gui.context_figures.form import ContextFigurePanel
from casus.gui.contributed.page import HintsPanel
from casus.gui.contributed.taking_back import TakeBackPanel
from casus.gui.counting_together.panels import AnswerPanel, AskPanel, LeavePanel, RenewPanel, SendKeyPanel
from casus.gui.dashboard.coverage_panel import CoveragePanel
from casus.gui.dashboard.figure_panel import FigurePanel
from casus.gui.dashboard.target_panel import TargetPanel
from casus.gui.detentions.plan_contact import MDO, PlanContactPanel
from casus.gui.dossier.progress_panel import ProgressPanel
from casus.gui.exchange.bundles.opening import BundlePanel
from casus.gui.exchange.bundles.sending import CataloguePanel, LedgerPanel, ResumePanel
from casus.gui.exchange.bundles.several import SeveralPanel
from casus.gui.exchange.colleagues.panels import AddCardPanel, ColleaguePanel, OwnCardPanel
from casus.gui.indicators.form import IndicatorPanel
from casus.gui.manage.key_panels import EscrowPanel, PasswordPanel, RecoveryCodePanel
from casus.gui.manage.second_person import EnrolPanel
from casus.gui.merging.choose import ChoosePanel
from casus.gui.periods.form import PeriodPanel
from casus.gui.policy.panels import PolicyFilePanel, PolicyPanel
from casus.gui.records import ListPage
from casus.gui.records.preview import PreviewPanel
from casus.gui.registers.kinds import KINDS
from casus.gui.registers.panel import RegisterPanel
from casus.gui.registers.totals import RegisterTotals
from casus.gui.release_book.elsewhere import ElsewherePanel
from casus.gui.release_book.withdraw import WithdrawReleasePanel
from casus.gui.report.contribution import ContributionPanel
from casus.gui.requests.step_forms import ExtendPanel, IdentityPanel, SentPanel, WithdrawPanel
from casus.gui.retention.propose import ProposePanel
from casus.gui.retention.sign import DonePanel, SignPanel
from casus.gui.sharings.totals import TotalsPanel
from casus.gui.shell import MainWindow
from casus.gui.stories.reading import ReadingPanel
from casus.gui.stories.sending import SendStoryPanel, SendWithdrawalPanel
from casus.gui.stories.steps import ApprovePanel, CheckPanel
from casus.gui.stories.withdrawing import StoryWithdrawPanel
from casus.gui.undo.panel import RecentPanel
from casus.gui.visits import HOME
from casus.gui.visits.opening import WhoPanel
from casus.gui.widgets.panel import SidePanel
from casus.services import (
    composing,
    destruction,
    exchange,
    registers,
    reporting,
    requests,
    team,
)
from casus.services.audit import Narrow
from casus.services.audit_trail import entry_detail
from casus.services.contributions import preview_contribution
from casus.services.coverage import Covered
from casus.services.desk import Desk
from casus.services.destruction import Destroyed
from casus.services.exchange import Fact, Preview
from casus.services.inputs import AccessRequestInput
from casus.services.matching import HintRow, HintsFor, QuestionRow
from casus.services.registers import InspectionInput
from casus.services.sharing_list import SharingList
from casus.vault.queries import case_open
from casus.vault.tables import Case, Person, Story
from tests.helpers.contributions import PERIOD, a_contribution, case_row, person_row
from tests.helpers.exchange import a_card
from tests.helpers.stories import A_STORY, a_second, a_story, checked
from tests.helpers.thorough import share

Make = Callable[[MainWindow], SidePanel]
BASES = frozenset(
    {
        "panels.FormPanel",
        "record_panel.RecordPanel",
        "counting_together.panels._DecisionPanel",
        "exchange.seal_panel.SealPanel",
        "requests.step_forms.StepPanel",
        "sharings.form._SharingForm",
        "stories.steps._StepPanel",
        "stories.withdrawing._BackPanel",
    }
)
"""What is never opened itself: its subclasses are."""

WITHOUT_DRAFT = frozenset(
    {
        AddCardPanel, AnswerPanel, ApprovePanel, AskPanel, BundlePanel, CheckPanel, ChoosePanel, ColleaguePanel,
        ContributionPanel, DonePanel, EnrolPanel, EntryPanel, EscrowPanel, ExtendPanel, FilterPanel,
        IdentityPanel, LeavePanel, OwnCardPanel, PasswordPanel, PlanContactPanel, PolicyFilePanel, PolicyPanel,
        PreviewPanel, ProgressPanel, ProposePanel, ReadingPanel, RecentPanel, RecoveryCodePanel, RenewPanel,
        SendKeyPanel, SendStoryPanel, SendWithdrawalPanel, SentPanel, SeveralPanel, SignPanel, TotalsPanel, WhoPanel,
        WithdrawPanel,
    }
)  # fmt: skip
"""What a worker opens that `every_form` has no draft of."""

OF_A_COORDINATOR = frozenset(
    {
        BlockPanel, CataloguePanel, ChapterPanel, ContextFigurePanel, CoveragePanel, ElsewherePanel, FigurePanel,
        HeadPanel, HintsPanel, IndicatorPanel, LedgerPanel, NewReportPanel, PeriodPanel, RegisterPanel,
        RegisterTotals, ResumePanel, StoryWithdrawPanel, TakeBackPanel, TargetPanel, WithdrawReleasePanel,
    }
)  # fmt: skip
"""What only a coordinator opens, by a draft or not."""


def of_drafts() -> frozenset[type[SidePanel]]:
    """Return the panels that the drafts of a worker have to open: all there are but those named here."""
    return _all_panels() - WITHOUT_DRAFT - OF_A_COORDINATOR


def _all_panels() -> frozenset[type[SidePanel]]:
    """Return every panel of the program that can be opened, whether something imports it yet or not."""
    for module in pkgutil.walk_packages(casus.gui.__path__, "casus.gui."):
        if not module.name.startswith(("casus.gui.forms.", "casus.gui.screens.")):
            importlib.import_module(module.name)
    waiting: list[type[SidePanel]] = [SidePanel]
    found: set[type[SidePanel]] = set()
    while waiting:
        below = [one for one in waiting.pop().__subclasses__() if one.__module__.startswith("casus.gui.")]
        waiting += below
        found.update(below)
    return frozenset(
        one for one in found if f"{one.__module__}.{one.__name__}".removeprefix("casus.gui.") not in BASES
    )


def of_a_worker(desk: Desk) -> Iterator[Make]:
    """Yield what makes each panel that a worker opens without a draft, beside a list."""
    with desk.reading() as session:
        case = session.scalars(select(Case).where(case_open()).limit(1)).one()
        person = session.scalars(select(Person).where(Person.id == case.person_id)).one()
        closed = session.scalars(select(Case.id).where(~case_open()).limit(2)).all()
    yield from _exchanging(desk, person.id)
    yield from _telling(desk)
    yield from _destroying(desk, closed)
    asked = AccessRequestInput(person.id, "access", desk.today(), True, "Moeder", "legal")
    request = requests.receive_access_request(desk, asked).value.id
    for step in (IdentityPanel, ExtendPanel, SentPanel, WithdrawPanel):
        yield lambda shell, step=step: step(shell, desk, request)
    yield lambda shell: PasswordPanel(shell, desk)
    yield lambda shell: EscrowPanel(shell, desk, list)
    yield lambda shell: RecoveryCodePanel(shell, desk, list)
    yield lambda shell: EnrolPanel(shell, desk)
    yield lambda shell: PolicyPanel(shell, desk)
    example = resource_path("catalogue", "beleid.voorbeeld.toml")
    yield lambda shell: PolicyFilePanel(shell, desk, example)
    yield lambda shell: EntryPanel(shell, desk, entry_detail(desk, 1))
    yield lambda shell: _filter(shell, desk)
    yield _preview
    yield lambda shell: ChoosePanel(shell, desk, person.id, "Iemand van de lijst")
    yield lambda shell: TotalsPanel(shell, SharingList(desk))
    yield lambda shell: ProgressPanel(shell, desk)
    yield lambda shell: PlanContactPanel(shell, desk, case.id, MDO, on=desk.today())
    yield lambda shell: WhoPanel(shell, desk, HOME)
    yield lambda shell: RecentPanel(shell, desk, bool)


def of_a_coordinator(desk: Desk) -> Iterator[Make]:
    """Yield what makes each panel that only a coordinator opens, without a draft."""
    known = exchange.add_card(desk, a_card("Okan Yildirim", "pga_expert")).value
    exchange.add_card(desk, a_card("Fatima Haddad", "coordinator"))
    moment = PERIOD, PERIOD.last
    covered = [
        Covered(known.id, known.name, "pga_expert", "in", desk.clock.now(), PERIOD.last, 46),
        Covered("", "", "rio", "missing"),
    ]
    for code in ("top_x", "buit_inspections"):
        yield lambda shell, code=code: FigurePanel(shell, desk, code, moment)
    yield lambda _shell: CoveragePanel(PERIOD, covered)
    yield lambda shell: HintsPanel(shell, desk, PERIOD, HintsFor(known.id, known.name, 3))
    yield lambda shell: CataloguePanel(shell, desk)
    yield lambda shell: LedgerPanel(shell, desk)
    for kind in share(KINDS, 1, 4):
        yield lambda shell, kind=kind: RegisterTotals(shell, desk, kind)


def drafts_of_a_coordinator(desk: Desk) -> list[tuple[str, str]]:
    """Return each form of a coordinator with what stands after the colon in its draft key; releases first."""
    rows = [row for n in range(23) for row in (person_row(f"p{n}"), case_row(f"p{n}"))]
    batch = reporting.receive(desk, a_contribution(*rows)).value
    registers.add_inspection(desk, InspectionInput(date(2023, 5, 1), "buit", "west", amount=296))
    reporting.release(desk, reporting.protect(desk, PERIOD))
    release = composing.to_choose(desk)[0].id
    report = composing.start_report(desk, "Voortgangsrapportage", "letter", release).value.id
    chapter = composing.open_report(desk, report).document.chapters[0].key
    return [
        *(
            (form, "new")
            for form in ("context_figure", "reporting_period", "elsewhere", "ledger_resume", NEW)
        ),
        ("contribution_back", batch),
        ("indicator", "top_x"),
        ("indicator_target", f"top_x:{PERIOD}"),
        ("withdraw_release", release),
        ("story_withdraw", _came(desk)),
        (HEAD, report),
        (CHAPTER, f"{report}:{chapter}"),
        *((BLOCK, f"{report}:{chapter}:{kind}") for kind in composing.KINDS),
        *(("register", f"{kind.key}:") for kind in share(KINDS, 0)),
    ]


def _exchanging(desk: Desk, person_id: str) -> Iterator[Make]:
    """Cards, packages, the key of the team, and questions about who may count twice."""
    known = exchange.add_card(desk, a_card("Okan Yildirim", "pga_expert")).value
    office = exchange.add_card(desk, a_card("Fatima Haddad", "coordinator")).value
    if not team.has_joined(desk):
        team.make_team_key(desk)
    born = date(2004, 2, 29)
    hint = HintRow("h", person_id, "Iemand", "P-0001", known.id, known.name, "birth_date", None, None)
    question = QuestionRow("q", 1, known.name, "Iemand", born, ())
    made = preview_contribution(desk, Period.of_year(desk.today().year))
    came = Preview(
        path=Path("pakket.casusbundel"),
        bundle_id="",
        kind="catalogue",
        sender=office,
        made_at=datetime(2023, 11, 1, 9, tzinfo=UTC),
        documents=0,
        bytes=843,
        facts=(Fact("list", "life_domain", "editable_list"), Fact("codes_new", "Vrije tijd en sport")),
        taken_at=None,
    )

    def opened(shell: MainWindow) -> BundlePanel:
        panel = BundlePanel(shell, desk)
        panel.field.set_value(came.path)
        panel.show_preview(came, came.path)
        return panel

    def own(shell: MainWindow) -> OwnCardPanel:
        panel = OwnCardPanel(shell, desk)
        panel.ask = str  # nobody is there to choose a file
        return panel

    yield lambda shell: AddCardPanel(shell, desk)
    yield lambda shell: ColleaguePanel(shell, desk, known)
    yield own
    yield lambda shell: BundlePanel(shell, desk)
    yield lambda shell: SeveralPanel(shell, desk, [Path("een.casusbundel"), Path("twee.casusbundel")])
    yield opened
    yield lambda shell: ContributionPanel(shell, desk, made)
    yield lambda shell: SendKeyPanel(shell, desk)
    yield lambda shell: AskPanel(shell, desk, [hint])
    yield lambda shell: AnswerPanel(shell, desk, question)
    yield lambda shell: RenewPanel(shell, desk)
    yield lambda shell: LeavePanel(shell, desk)


def _telling(desk: Desk) -> Iterator[Make]:
    """The steps of a story."""
    a_second(desk)
    written, read = a_story(desk).id, checked(desk).id
    yield lambda shell: ReadingPanel(shell, desk, written)
    yield lambda shell: CheckPanel(shell, desk, written)
    yield lambda shell: ApprovePanel(shell, desk, read)
    yield lambda shell: SendStoryPanel(shell, desk, read)
    yield lambda shell: SendWithdrawalPanel(shell, desk, read)


def _destroying(desk: Desk, closed: list[str]) -> Iterator[Make]:
    """What is proposed, signed for, and told afterwards."""
    done = Destroyed("", "term_ended", desk.worker_id, desk.worker_id, desk.today(), {"contacts": 12}, True)
    yield lambda shell: ProposePanel(shell, desk, closed)
    proposal = destruction.proposals(desk, open_only=True)[0]
    yield lambda shell: SignPanel(shell, desk, proposal, "Marieke Visser")
    yield lambda _shell: DonePanel(done)


def _filter(shell: MainWindow, desk: Desk) -> FilterPanel:
    return FilterPanel(shell, desk, Narrow(), "", lambda *_chosen: None)


def _preview(shell: MainWindow) -> PreviewPanel:
    page = shell.page()
    assert isinstance(page, ListPage)
    page.table.view.selectRow(0)
    (row,) = page.source.fetch_rows([page.table.model.id_at(0)])
    titles = [column.title for column in page.source.columns]
    return PreviewPanel(row, titles, page.table, page.source.records.desk.today())


def _came(desk: Desk) -> str:
    """Put a story in the vault as if a colleague's package had brought it."""
    told = {
        name: getattr(A_STORY, name)
        for name in ("title", "pillar", "theme", "perspective", "medium", "question")
    }
    no = dict.fromkeys(("composite", "against_grain", "small_group"), False)
    yes = dict.fromkeys(("recognisable_checked", "recognisable_second"), True)
    with desk.changing() as session:
        story = Story(**told, **no, **yes, status="released", revision=1)
        session.add(story)
        session.flush()
        return story.id

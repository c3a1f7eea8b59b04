# SPDX-License-Identifier: EUPL-1.2
"""The report page: three steps from a period to files that may leave."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from casus.domain.roles import Role
from casus.errors import Cancelled, CasusError, ReleaseRefused
from casus.gui import dates_text
from casus.gui.composer import KEY as COMPOSER
from casus.gui.contributed import KEY as CONTRIBUTED
from casus.gui.error_text import refused_reasons, sentence
from casus.gui.report.compose import ComposeStep, Wish
from casus.gui.report.contribution import ContributionPage
from casus.gui.report.protection import ProtectionStep
from casus.gui.report.releasing import ReleaseStep, SaveWish
from casus.gui.report.remedies import RemedySearch
from casus.gui.report.step_path import StepPath
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.shell.first_stop import first_stop
from casus.gui.tasks import Progress
from casus.gui.widgets.feedback import ProgressRow
from casus.gui.widgets.pause import Pause
from casus.services import reporting
from casus.services.desk import Desk
from casus.services.reporting import ProtectedReport, Withheld

COMPOSE, PROTECT, RELEASE = range(3)


class ReportPage(Page):
    """Compose → protection → release. What leaves is written into the book of releases first."""

    def __init__(self, shell: Shell, desk: Desk, ask_folder: Callable[[QWidget], str] | None = None) -> None:
        super().__init__(shell, "", "")
        self.set_title(
            self.tr("Rapportage"),
            self.tr("Van registers en aanleveringen naar cijfers die naar buiten mogen."),
        )
        self._desk = desk
        self._wish: Wish | None = None
        self._remedies: tuple[Any, ...] = ()
        self._report: ProtectedReport | None = None
        self._released: ProtectedReport | None = None
        self._pause = Pause()
        self.book = self.add_secondary(
            self.tr("Boek van vrijgaven"), lambda: shell.open("vrijgaven"), icon="book-open"
        )
        self.reports = self.add_secondary(self.tr("Verslagen"), lambda: shell.open(COMPOSER), icon="files")
        self.contributed = self.add_secondary(
            self.tr("Aanleveringen"), lambda: shell.open(CONTRIBUTED), icon="tray"
        )
        self.path = StepPath([self.tr("Samenstellen"), self.tr("Bescherming"), self.tr("Vrijgeven")])
        self.progress = ProgressRow()
        self.search = RemedySearch(desk, shell.tasks, self.progress)
        self.compose = ComposeStep(desk)
        self.protection = ProtectionStep(shell)
        self.releasing = ReleaseStep(ask_folder)
        self.steps = QStackedWidget()
        for step in (self.compose, self.protection, self.releasing):
            self.steps.addWidget(step)
        self.body.addWidget(self.path)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.steps, 1)
        self._connect()

    def _connect(self) -> None:
        self.compose.wanted.connect(lambda wish: self.protect(wish))
        self.protection.back.connect(lambda: self._go(COMPOSE))
        self.protection.accepted.connect(self._to_release)
        self.protection.preset_wanted.connect(self._protect_at)
        self.protection.remedy_wanted.connect(self._apply)
        self.protection.undo_wanted.connect(lambda: self._again(()))
        self.search.found.connect(self.protection.withheld.show_remedy)
        self.protection.withheld.looked_at.connect(self.search.look)
        self.releasing.back.connect(lambda: self._go(PROTECT))
        self.releasing.language_chosen.connect(lambda _language: self._make_preview())
        self.releasing.save_wanted.connect(self.save)

    def load(self) -> None:
        """Fetch what can be counted from."""
        self.shell.tasks.run(lambda: reporting.received(self._desk), owner=self, done=self._show_basis)

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Fetch again when a contribution came in."""
        if "contribution_batches" in changes.kinds:
            self.load()
        if "policy_files" in changes.kinds:
            self.compose.offer_presets()

    def protect(self, wish: Wish, remedies: tuple[Any, ...] = ()) -> None:
        """Count, make tables coarser as the user accepted, protect and attack; shows step 2."""
        self._wish, self._remedies = wish, remedies
        self.search.set_report(None)
        self._pause = Pause(self.compose.go, self.protection)
        language = dates_text.language()

        def work(progress: Progress) -> ProtectedReport:
            return reporting.protect(
                self._desk,
                wish.period,
                wish.preset,
                wish.reference_date,
                language=language,
                remedies=remedies,
                progress=lambda _stage, done, total: progress(done, total),
            )

        job = self.shell.tasks.run_long(work, owner=self, done=self._protected, failed=self._refused)
        self.progress.follow(job, self.tr("Tellen, beschermen en aanvallen"))

    def _protect_at(self, preset: str) -> None:
        """Protect the same again at another level (or the one the organisation allows), also shown in step 1."""
        allowed = self._desk.policy.presets
        if preset not in allowed:
            preset = next((one for one in allowed if one != "exact"), allowed[0])
        if self._wish is not None:
            self.compose.ui.presetField.set_value(preset)
            self.protect(replace(self._wish, preset=preset), self._remedies)

    def _apply(self, one: Withheld) -> None:
        """Take over a proposal, and protect again with it."""
        self._again((*self._remedies, one.remedy))

    def _again(self, remedies: tuple[Any, ...]) -> None:
        if self._wish is not None:
            self.protect(self._wish, remedies)

    def save(self, wish: SaveWish) -> None:
        """Release (once) and write the files."""
        report = self._report
        if report is None:
            return

        def work() -> tuple[int, tuple[object, ...]]:
            if self._released is not report:
                reporting.release(self._desk, report)
            files = reporting.export(self._desk, report, wish.folder, wish.formats, wish.language)
            return report.release.number, files

        self._pause = Pause(self.releasing.save)
        job = self.shell.tasks.run(work, owner=self, done=self._saved, failed=self._not_saved)
        self.progress.follow(job, self.tr("Vrijgeven en opslaan"))

    def _show_basis(self, received: list[reporting.ReceivedContribution]) -> None:
        self.compose.show_basis(received)
        self.compose.propose(received)

    def _protected(self, report: ProtectedReport) -> None:
        stayed = self._settle()
        self._report = report
        self.search.set_report(report)
        self.protection.show_report(report)
        self._go(PROTECT)
        if stayed and (stop := first_stop(self.protection)) is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.look(self.protection.withheld.isVisible())

    def _refused(self, error: CasusError) -> None:
        self._settle()
        if isinstance(error, Cancelled):
            self.shell.announce(sentence(error))
        elif isinstance(error, ReleaseRefused):
            self.notice.show_text("\n".join(refused_reasons(error)), "warn")
            self.notice.show()
        elif not self.compose.take(error):
            self.shell.show_error(error)

    def _settle(self) -> bool:
        """Let the user go on; True when the keyboard was left where it was."""
        self.notice.hide()
        return self._pause.over()

    def _to_release(self) -> None:
        self.releasing.start(self._desk.language)
        self._go(RELEASE)
        self._make_preview()

    def _make_preview(self) -> None:
        report, language = self._report, self.releasing.language()
        if report is not None:
            job = self.shell.tasks.run(
                lambda: reporting.render(self._desk, report, "pdf", language),
                owner=self,
                done=self.releasing.preview.show_pdf,
            )
            self.progress.follow(job, self.tr("Voorbeeld maken"))

    def _saved(self, outcome: tuple[int, tuple[object, ...]]) -> None:
        self._released = self._report
        self._pause.over()
        self.releasing.show_saved(*outcome)  # type: ignore[arg-type]
        self.shell.announce(self.tr("Rapport vrijgegeven en opgeslagen"))

    def _not_saved(self, error: CasusError) -> None:
        self._pause.over()
        self.shell.tasks.run(lambda: reporting.releases(self._desk), owner=self, done=self._mark_released)
        self.shell.show_error(error)

    def _mark_released(self, rows: list[object]) -> None:
        """The release may be in the book although a file could not be written: do not release it twice."""
        report = self._report
        if report is not None and any(row.number == report.release.number for row in rows):  # type: ignore[attr-defined]
            self._released = report

    def _go(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        self.path.set_current(step)


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar: the coordinator reports, a worker sees the own contribution."""
    title = QCoreApplication.translate("ReportPage", "Rapportage")
    if desk.role == Role.COORDINATOR:
        return PageSpec("rapportage", title, "chart-bar", lambda shell: ReportPage(shell, desk), section=1)
    return PageSpec("rapportage", title, "chart-bar", lambda shell: ContributionPage(shell, desk), section=1)

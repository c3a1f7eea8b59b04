# SPDX-License-Identifier: EUPL-1.2
"""The forms at the right that begin a report, and change its title and chapters."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.dates_text import short_date
from casus.gui.drafts import Payload
from casus.gui.forms.ui_report_chapter_form import Ui_ReportChapterForm
from casus.gui.forms.ui_report_head_form import Ui_ReportHeadForm
from casus.gui.forms.ui_report_new_form import Ui_ReportNewForm
from casus.gui.panels import FormPanel, PanelSpec
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import composing
from casus.services.changes import Done
from casus.services.composing import Choosable, OpenReport
from casus.services.desk import Desk

NEW, HEAD, CHAPTER = "report_new", "report_head", "report_chapter"


def release_choices(found: Sequence[Choosable]) -> list[Choice]:
    """Return the releases in words, the latest first."""
    words = QCoreApplication.translate("Composer", "Vrijgave {0}: {1}, van {2}")
    return [Choice(one.id, words.format(one.number, one.period, short_date(one.on))) for one in found]


class NewReportPanel(FormPanel):
    """Title, template, release and language of a new report."""

    def __init__(
        self, shell: Shell, desk: Desk, releases: Sequence[Choosable], *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_ReportNewForm()
        self.ui.setupUi(content)
        self._desk = desk
        self.ui.releaseField.set_choices(release_choices(releases))
        self.ui.releaseField.set_value(releases[0].id if releases else None)
        languages = (
            QCoreApplication.translate("Composer", "Nederlands"),
            QCoreApplication.translate("Composer", "Engels"),
        )
        self.ui.languageField.set_choices([Choice("nl", languages[0]), Choice("en", languages[1])])
        self.ui.languageField.set_value(desk.language)
        spec = PanelSpec(
            QCoreApplication.translate("NewReportPanel", "Nieuw verslag"),
            QCoreApplication.translate("NewReportPanel", "Begin verslag"),
            f"{NEW}:new",
        )
        super().__init__(shell, content, spec, today=desk.clock.today, draft=draft)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what begins the report."""
        return lambda: composing.start_report(self._desk, **values)

    def stored(self, result: Done[Any]) -> None:
        """Show the new report."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Verslag begonnen"))
        from casus.gui.composer import KEY

        self.shell.open(KEY, result.value.id)


class HeadPanel(FormPanel):
    """Title and subtitle of a report, and the release whose figures it tells."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        report: OpenReport,
        releases: Sequence[Choosable],
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_ReportHeadForm()
        self.ui.setupUi(content)
        self._desk, self._id, self._release = desk, report.id, report.release_id
        self.ui.titleField.set_value(report.document.title)
        self.ui.subtitleField.set_value(report.document.subtitle)
        self.ui.releaseField.set_choices(release_choices(releases))
        self.ui.releaseField.set_value(report.release_id)
        spec = PanelSpec(
            QCoreApplication.translate("HeadPanel", "Titel en vrijgave"),
            QCoreApplication.translate("HeadPanel", "Bewaar"),
            f"{HEAD}:{report.id}",
        )
        super().__init__(shell, content, spec, today=desk.clock.today, draft=draft)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what keeps the words, and the other release when one was chosen."""
        title, subtitle, release = values["title"], values["subtitle"] or "", values["release_id"]

        def run() -> Done[Any]:
            done = composing.change_report(
                self._desk, self._id, lambda document: replace(document, title=title, subtitle=subtitle)
            )
            return (
                composing.choose_release(self._desk, self._id, release) if release != self._release else done
            )

        return run

    def stored(self, result: Done[Any]) -> None:
        """Tell that it is kept."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Verslag bewaard"))


class ChapterPanel(FormPanel):
    """Title and pillar of a chapter; without a `key` of a chapter there is, a new one at the end."""

    def __init__(
        self, shell: Shell, desk: Desk, report: OpenReport, key: str, *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_ReportChapterForm()
        self.ui.setupUi(content)
        self._desk, self._id, self._own_key = desk, report.id, key
        chapter = next((one for one in report.document.chapters if one.key == key), None)
        if chapter is not None:
            self.ui.titleField.set_value(chapter.title)
            self.ui.pillarField.set_value(chapter.pillar)
        new = QCoreApplication.translate("ChapterPanel", "Nieuw hoofdstuk")
        spec = PanelSpec(
            new if chapter is None else QCoreApplication.translate("ChapterPanel", "Hoofdstuk"),
            QCoreApplication.translate("ChapterPanel", "Bewaar"),
            f"{CHAPTER}:{report.id}:{key or 'new'}",
        )
        super().__init__(shell, content, spec, today=desk.clock.today, draft=draft)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what puts the chapter in the report."""
        title, pillar, key = values["title"], values["pillar"] or "", self._own_key
        return lambda: composing.change_report(
            self._desk, self._id, lambda document: composing.put_chapter(document, title, pillar, key)
        )

    def stored(self, result: Done[Any]) -> None:
        """Tell that it is kept."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Hoofdstuk bewaard"))

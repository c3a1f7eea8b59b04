# SPDX-License-Identifier: EUPL-1.2
"""The page Beheer: sections under each other, each with its own few things to do."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.gui.forms_registry import FormSpec
from casus.gui.manage.about import AboutSection
from casus.gui.manage.attachment_limit import LIMIT_FORM, AttachmentLimitPanel, AttachmentLimitSection
from casus.gui.manage.checking import CheckSection
from casus.gui.manage.code_list import CODE_FORM, CodePanel, LifeDomainsSection
from casus.gui.manage.facilities import FORM, FacilitiesSection, FacilityPanel
from casus.gui.manage.importing import ImportSection
from casus.gui.manage.keys import KeysSection
from casus.gui.manage.looks import LooksSection
from casus.gui.manage.second_person import SECOND, SecondPersonSection
from casus.gui.policy.section import PolicySection
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.theme import theme
from casus.gui.widgets.containers import PageScroll
from casus.services.desk import Desk

_WIDTH = 820


class ManagePage(Page):
    """Own vault, own window."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self.set_title(self.tr("Beheer"), self.tr("Je kluis, wie erbij kan, en hoe Casus eruitziet."))
        self._desk = desk
        self.keys = KeysSection(shell, desk)
        self.check = CheckSection(shell, desk)
        self.looks = LooksSection(shell, desk)
        self.policy = PolicySection(shell, desk)
        self.facilities = FacilitiesSection(shell, desk)
        self.life_domains = LifeDomainsSection(shell, desk)
        self.attachment_limit = AttachmentLimitSection(shell, desk)
        self.second = SecondPersonSection(shell, desk)
        self.importing = ImportSection(shell)
        self.about = AboutSection(shell)
        self._lay_out()
        for section in (self.facilities, self.attachment_limit, self.second):
            section.setVisible(desk.role != "coordinator")
        theme().changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        """Put the sections under each other, in a column that takes no more width than a line may."""
        self._content = QWidget()
        self._content.setProperty("ground", "none")
        column = QVBoxLayout()
        column.setContentsMargins(theme().px(4), theme().px(4), theme().px(4), 0)
        column.setSpacing(theme().px(24))
        for section in (
            self.keys,
            self.check,
            self.policy,
            self.looks,
            self.facilities,
            self.life_domains,
            self.attachment_limit,
            self.second,
            self.importing,
            self.about,
        ):
            column.addWidget(section)
        column.addStretch(1)
        self._sections = QWidget()
        self._sections.setProperty("ground", "none")
        self._sections.setLayout(column)
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, theme().px(24))
        row.addWidget(self._sections, 100)
        row.addStretch(1)
        self.body.addWidget(PageScroll(self._content), 1)

    def load(self) -> None:
        """Fetch how everything stands."""
        self.keys.load()
        self.check.load()
        self.policy.load()
        self.looks.show_now()
        self.facilities.load()
        self.life_domains.load()
        self.attachment_limit.load()
        if self._desk.role != "coordinator":
            self.second.load()

    def open_record(self, record_id: str) -> None:
        """Show an institution in the list, or who may be the second person."""
        if record_id == SECOND:
            self.second.seek()
        else:
            self.facilities.seek(record_id)

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Show the lists anew when they changed."""
        if "facilities" in changes.kinds:
            self.facilities.load()
        if "settings" in changes.kinds:
            self.attachment_limit.load()
        if "second_persons" in changes.kinds:
            self.second.load()
        if "code_changes" in changes.kinds:
            self.life_domains.load()
        if "policy_files" in changes.kinds:
            self.policy.load()
            self.looks.show_now()
            self.attachment_limit.load()

    def _fit(self) -> None:
        self._sections.setMaximumWidth(theme().px(_WIDTH))


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar."""
    return PageSpec(
        "beheer",
        QCoreApplication.translate("ManagePage", "Beheer"),
        "gear-six",
        lambda shell: ManagePage(shell, desk),
        section=1,
    )


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the forms that open again by their draft; passwords and keys are never kept."""
    return (
        FormSpec(FORM, "beheer", lambda shell, about, draft: FacilityPanel(shell, desk, about, draft=draft)),
        FormSpec(CODE_FORM, "beheer", lambda shell, about, draft: CodePanel(shell, desk, about, draft=draft)),
        FormSpec(
            LIMIT_FORM, "beheer", lambda shell, _about, draft: AttachmentLimitPanel(shell, desk, draft=draft)
        ),
    )

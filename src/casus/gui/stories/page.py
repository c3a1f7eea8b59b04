# SPDX-License-Identifier: EUPL-1.2
"""The page with stories: a worker's own, or those that came to a coordinator."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.codelists import codelist
from casus.domain.roles import Role
from casus.gui.accountability import KEY as ACCOUNTABILITY
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.records import Filter, Heading, ListAct, ListActs, ListPage, ListWords, ServiceSource
from casus.gui.shell import ChangesLike, PageSpec, Shell, Summary
from casus.gui.stories import KEY
from casus.gui.stories.form import FORM, NEW, StoryPanel
from casus.gui.stories.parts import TIPS, StoryParts
from casus.gui.stories.reading import ReadingPanel
from casus.gui.stories.sending import SendStoryPanel, SendWithdrawalPanel
from casus.gui.stories.steps import ApprovePanel, CheckPanel
from casus.gui.stories.withdrawing import CONSENT, WITHDRAW, StoryConsentPanel, StoryWithdrawPanel
from casus.services import stories
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.records import Story
from casus.services.stories.story_list import StoryList, waiting

_AT_OFFICE = ("released", "published", "withdrawn")
_OPEN = ("draft", "reviewed", "released", "published")


class StoriesPage(ListPage):
    """The page; Enter opens a story, keys take the next step."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._desk = desk
        self._office = desk.role == Role.COORDINATOR.value
        source = ServiceSource(StoryList(desk), _headings(office=self._office), desk.today())
        new = None if self._office else lambda: StoryPanel(shell, desk)
        super().__init__(shell, source, _words(office=self._office), new)
        self.acts = ListActs(self, self._acts())
        menu = [(self.tr("Intrekking versturen"), self._tell)]
        if not self._office:
            menu.insert(0, (self.tr("Toestemming ingetrokken"), self._consent))
            menu.append((self.tr("Weggooien"), self._throw_away))
        more = self.add_menu(menu)
        self.parts = None if self._office else StoryParts(self, desk, self.acts, more)

    def load(self) -> None:
        """Fetch the stories, and the cases with a tip."""
        super().load()
        if self.parts is not None:
            self.parts.tips.reload()

    def changed(self, changes: ChangesLike, initiator: QWidget | None) -> None:
        """Reload what changed."""
        super().changed(changes, initiator)
        if self.parts is not None and changes.kinds & {"cases", "persons"}:
            self.parts.tips.reload()

    def first_stop(self) -> QWidget | None:
        """Begin in the list that is shown."""
        tips = self.parts.tips.view if self.parts is not None else None
        return tips if tips is not None and tips.isVisible() else super().first_stop()

    def open_record(self, record_id: str) -> None:
        """Open a story, to change while it is one's own and stands, else to read; or the part with the tips."""
        if self.parts is not None and record_id == TIPS:
            self.parts.show_part(TIPS)
            return
        row = self.source.known.get(record_id)
        if self._office or row is None or row["status"] == "withdrawn":
            self.shell.open_panel(ReadingPanel(self.shell, self._desk, record_id))
        else:
            self.shell.open_panel(StoryPanel(self.shell, self._desk, record_id))

    def _acts(self) -> list[ListAct]:
        shell, desk = self.shell, self._desk
        if self._office:
            return [
                ListAct(self.tr("Publicatie vastleggen"), "P", self._publish, _in("released"), "check"),
                ListAct(
                    self.tr("Intrekken"),
                    "I",
                    self._panel(StoryWithdrawPanel),
                    _in("released", "published"),
                    "x",
                ),
            ]
        return [
            ListAct(self.tr("Lezen"), "L", lambda one: shell.open_panel(ReadingPanel(shell, desk, one)), _in(*_OPEN), "book-open"),
            ListAct(self.tr("Toetsen"), "T", self._panel(CheckPanel), _in("draft"), "magnifying-glass", rare=True),
            ListAct(self.tr("Laten meelezen"), "M", self._panel(ApprovePanel), _in("reviewed"), "users", rare=True),
            ListAct(self.tr("Versturen"), "V", self._panel(SendStoryPanel), _in("released"), "export", rare=True),
        ]  # fmt: skip

    def _panel(self, kind: Callable[[Shell, Desk, str], Any]) -> Callable[[str], object]:
        return lambda record_id: self.shell.open_panel(kind(self.shell, self._desk, record_id))

    def _publish(self, record_id: str) -> None:
        row = self.source.known.get(record_id)
        if row is None:
            return
        desk, version = self._desk, int(row["version"])

        def told(done: Done[Story]) -> None:
            self.shell.emit_changed(done.changes, self)
            self.table.reload()
            self.shell.announce(self.tr("Vastgelegd dat dit verhaal is gepubliceerd"))

        self.shell.tasks.run(
            lambda: stories.publish_story(desk, record_id, version),
            owner=self,
            done=told,
            failed=self.shell.show_error,
        )

    def _tell(self) -> None:
        self._if_fits(_in("withdrawn"), self._panel(SendWithdrawalPanel), self.tr("Kies eerst een verhaal dat is ingetrokken."))  # fmt: skip

    def _consent(self) -> None:
        self._if_fits(_in(*_OPEN), self._panel(StoryConsentPanel), self.tr("Kies eerst een verhaal dat nog niet is ingetrokken."))  # fmt: skip

    def _throw_away(self) -> None:
        self._if_fits(
            lambda row: row["revision"] == 0 and row["status"] != "withdrawn",
            self._remove,
            self.tr("Alleen een verhaal dat nooit is vrijgegeven, kun je weggooien."),
        )

    def _remove(self, record_id: str) -> None:
        desk, version = self._desk, int(self.source.known[record_id]["version"])

        def told(done: Done[None]) -> None:
            self.shell.emit_changed(done.changes, self)
            self.table.reload()
            self.shell.announce(self.tr("Verhaal weggegooid"))

        self.shell.tasks.run(
            lambda: stories.remove_story(desk, record_id, version),
            owner=self,
            done=told,
            failed=self.shell.show_error,
        )

    def _if_fits(self, fits: Callable[[Any], bool], act: Callable[[str], object], otherwise: str) -> None:
        record_id = self.table.current_id()
        row = self.source.known.get(record_id)
        if row is None or not fits(row):
            self.shell.announce(otherwise)
        else:
            act(record_id)


def _in(*states: str) -> Callable[[Any], bool]:
    return lambda row: row["status"] in states


def _headings(*, office: bool) -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    title = translate("StoriesPage", "Verhaal, van wie") if office else translate("StoriesPage", "Verhaal")
    return (
        Heading("title", title, 0),
        Heading("pillar", translate("StoriesPage", "Pijler"), 260),
        Heading("perspective", translate("StoriesPage", "Vanuit"), 140),
        Heading("grain", translate("StoriesPage", "Toon"), 115),
        Heading("status", translate("StoriesPage", "Stand"), 150, status=True),
        Heading("changed", translate("StoriesPage", "Gewijzigd"), 110),
    )


def _words(*, office: bool) -> ListWords:
    translate = QCoreApplication.translate
    if office:
        purpose = translate("StoriesPage", "Verhalen die collega's vrijgaven. Ze kunnen in een verslag.")
        empty = translate(
            "StoriesPage",
            "Er zijn nog geen verhalen. Ze komen binnen in een verzegeld pakket van een collega.",
        )
    else:
        purpose = translate("StoriesPage", "Ervaringen uit de praktijk, zonder dat iemand te herkennen is.")
        empty = translate("StoriesPage", "Je hebt nog geen verhaal geschreven.")
    return ListWords(
        title=translate("StoriesPage", "Verhalen"),
        purpose=purpose,
        one=translate("StoriesPage", "verhaal"),
        many=translate("StoriesPage", "verhalen"),
        empty=empty,
        new="" if office else translate("StoriesPage", "Verhaal schrijven"),
        icon="chat-text",
        key="stories",
        kinds=frozenset({"stories"}),
        filters=(
            Filter("status", "story_status", _AT_OFFICE if office else codelist("story_status").values),
            Filter("pillar", "pillar", codelist("pillar").values),
            Filter("grain", "story_grain", ("against",)),
        ),
    )


def _summary(desk: Desk) -> Summary:
    translate = QCoreApplication.translate
    whole, open_now = waiting(desk)
    if not whole:
        return Summary(translate("StoriesPage", "Nog geen verhaal geschreven."), 0)
    if not open_now:
        return Summary(translate("StoriesPage", "Verhalen uit de praktijk."), whole)
    words = translate("StoriesPage", "Verhalen uit de praktijk; {0} klaar voor de volgende stap.")
    return Summary(words.format(open_now), whole)


def forms(desk: Desk) -> list[FormSpec]:
    """Return the forms a draft can open again; each role has its own."""

    def make(kind: Callable[..., Any]) -> Callable[[Shell, str, Payload], Any]:
        return lambda shell, about, draft: kind(shell, desk, about, draft=draft)

    if desk.role == Role.COORDINATOR.value:
        return [FormSpec(WITHDRAW, KEY, make(StoryWithdrawPanel))]
    return [
        FormSpec(FORM, KEY, lambda shell, about, draft: StoryPanel(shell, desk, about or NEW, draft=draft)),
        FormSpec(CONSENT, KEY, make(StoryConsentPanel)),
    ]


def spec(desk: Desk) -> PageSpec:
    """Return the page; a worker opens it from Verantwoording, a coordinator from the sidebar."""
    office = desk.role == Role.COORDINATOR.value
    return PageSpec(
        KEY,
        QCoreApplication.translate("StoriesPage", "Verhalen"),
        "chat-text",
        lambda shell: StoriesPage(shell, desk),
        in_sidebar=office,
        section=1,
        parent="" if office else ACCOUNTABILITY,
        summary=None if office else (lambda: _summary(desk)),
    )

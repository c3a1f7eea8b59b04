# SPDX-License-Identifier: EUPL-1.2
"""The numbers of Vandaag: what each is called, and which list it opens, filtered to exactly what it counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from casus.gui.dates_text import number
from casus.gui.records import ListPage
from casus.gui.shell import Shell
from casus.gui.words import QT_TRANSLATE_NOOP

APPOINTMENT = QT_TRANSLATE_NOOP("TodayPage", "{0} afspraak"), QT_TRANSLATE_NOOP("TodayPage", "{0} afspraken")
TASK = QT_TRANSLATE_NOOP("TodayPage", "{0} taak"), QT_TRANSLATE_NOOP("TodayPage", "{0} taken")
CASE = QT_TRANSLATE_NOOP("TodayPage", "{0} casus"), QT_TRANSLATE_NOOP("TodayPage", "{0} casussen")
STAY = QT_TRANSLATE_NOOP("TodayPage", "{0} detentie"), QT_TRANSLATE_NOOP("TodayPage", "{0} detenties")
VOG = QT_TRANSLATE_NOOP("TodayPage", "{0} VOG-traject"), QT_TRANSLATE_NOOP("TodayPage", "{0} VOG-trajecten")
FAMILY = QT_TRANSLATE_NOOP("TodayPage", "{0} gezin"), QT_TRANSLATE_NOOP("TodayPage", "{0} gezinnen")
DOSSIER = QT_TRANSLATE_NOOP("TodayPage", "{0} dossier"), QT_TRANSLATE_NOOP("TodayPage", "{0} dossiers")
PERSON = QT_TRANSLATE_NOOP("TodayPage", "{0} persoon"), QT_TRANSLATE_NOOP("TodayPage", "{0} personen")
ACCESS = QT_TRANSLATE_NOOP("TodayPage", "{0} keer"), QT_TRANSLATE_NOOP("TodayPage", "{0} keer")
RECIPIENT = (
    QT_TRANSLATE_NOOP("TodayPage", "{0} ontvanger"),
    QT_TRANSLATE_NOOP("TodayPage", "{0} ontvangers"),
)
REQUEST = QT_TRANSLATE_NOOP("TodayPage", "{0} verzoek"), QT_TRANSLATE_NOOP("TodayPage", "{0} verzoeken")
LINE = QT_TRANSLATE_NOOP("TodayPage", "{0} gegeven"), QT_TRANSLATE_NOOP("TodayPage", "{0} gegevens")


@dataclass(frozen=True)
class Counted:
    """A number of Vandaag: the page it opens, the chips that are on there, its name, and one or many of what."""

    page: str
    chips: tuple[str, ...]
    title: str
    noun: tuple[str, str]


def _release(code: str, title: str) -> Counted:
    return Counted("detentie", ("state:running", f"attention:{code}"), title, STAY)


COUNTED: Mapping[str, Counted] = MappingProxyType(
    {
        "unreported": Counted(
            "afspraken", ("state:unreported",), QT_TRANSLATE_NOOP("TodayPage", "Zonder verslag"), APPOINTMENT
        ),
        "appointments_today": Counted(
            "afspraken", ("state:today",), QT_TRANSLATE_NOOP("TodayPage", "Vandaag"), APPOINTMENT
        ),
        "appointments_soon": Counted(
            "afspraken",
            ("state:within_7_days",),
            QT_TRANSLATE_NOOP("TodayPage", "Komende 7 dagen"),
            APPOINTMENT,
        ),
        "overdue": Counted(
            "taken", ("state:open", "due:overdue"), QT_TRANSLATE_NOOP("TodayPage", "Te laat"), TASK
        ),
        "soon": Counted(
            "taken",
            ("state:open", "due:within_7_days"),
            QT_TRANSLATE_NOOP("TodayPage", "Komende 7 dagen"),
            TASK,
        ),
        "reviews_due": Counted(
            "casussen",
            ("state:running", "attention:review_due"),
            QT_TRANSLATE_NOOP("TodayPage", "Hertoets nodig"),
            CASE,
        ),
        "long_silent": Counted(
            "casussen",
            ("state:running", "attention:long_silent"),
            QT_TRANSLATE_NOOP("TodayPage", "Lang geen contact"),
            CASE,
        ),
        "release_late": _release("release_late", QT_TRANSLATE_NOOP("TodayPage", "Had al vrij moeten zijn")),
        "release_7": _release("release_7", QT_TRANSLATE_NOOP("TodayPage", "Vrij binnen 7 dagen")),
        "release_soon": _release("release_soon", QT_TRANSLATE_NOOP("TodayPage", "Vrij binnen 30 dagen")),
        "release_90": _release("release_90", QT_TRANSLATE_NOOP("TodayPage", "Vrij binnen 90 dagen")),
        "release_unknown": _release(
            "release_unknown", QT_TRANSLATE_NOOP("TodayPage", "Vrijkomdatum onbekend")
        ),
        "conditions_due": Counted(
            "voorwaarden",
            ("due:due",),
            QT_TRANSLATE_NOOP("TodayPage", "Basisvoorwaarden opnieuw bekijken"),
            STAY,
        ),
        "vog_due": Counted(
            "vog", ("attention:due",), QT_TRANSLATE_NOOP("TodayPage", "VOG-termijn loopt af"), VOG
        ),
        "plans_due": Counted(
            "casussen",
            ("state:running", "attention:plan_evaluation_due"),
            QT_TRANSLATE_NOOP("TodayPage", "Plan evalueren"),
            CASE,
        ),
        "members_due": Counted(
            "gezinnen",
            ("state:running", "attention:member_review_due"),
            QT_TRANSLATE_NOOP("TodayPage", "Wordt 18: hertoets"),
            FAMILY,
        ),
        "retention_due": Counted(
            "bewaren",
            ("state:due",),
            QT_TRANSLATE_NOOP("TodayPage", "Aan de beurt om te vernietigen"),
            DOSSIER,
        ),
        "relatives_due": Counted(
            "bewaren",
            ("relatives:due",),
            QT_TRANSLATE_NOOP("TodayPage", "Gezinsleden om te vernietigen"),
            PERSON,
        ),
        "accesses": Counted(
            "noodinzage",
            ("state:unjudged",),
            QT_TRANSLATE_NOOP("TodayPage", "Noodinzage te beoordelen"),
            ACCESS,
        ),
        "recipients": Counted(
            "ontvangers", ("state:open",), QT_TRANSLATE_NOOP("TodayPage", "Ontvangers inlichten"), RECIPIENT
        ),
        "requests_late": Counted(
            "verzoeken",
            ("state:late",),
            QT_TRANSLATE_NOOP("TodayPage", "Verzoek van betrokkene te laat"),
            REQUEST,
        ),
        "requests_soon": Counted(
            "verzoeken",
            ("state:soon",),
            QT_TRANSLATE_NOOP("TodayPage", "Verzoek binnen 7 dagen te beantwoorden"),
            REQUEST,
        ),
        "missing": Counted("ontbrekend", (), QT_TRANSLATE_NOOP("TodayPage", "Ontbrekende gegevens"), LINE),
    }
)
"""By key of `TodayView.counts`."""


def counted_words(key: str, count: int) -> str:
    """Return the name of a number with the number and its noun: `Te laat · 3 taken`."""
    one = COUNTED[key]
    noun = QCoreApplication.translate("TodayPage", one.noun[0 if count == 1 else 1])
    return f"{QCoreApplication.translate('TodayPage', one.title)} · {noun.format(number(count))}"


def open_counted(shell: Shell, key: str) -> None:
    """Open the list behind a number, filtered to exactly what it counts."""
    one = COUNTED[key]
    shell.open(one.page)
    page = shell.page(one.page)
    if isinstance(page, ListPage):
        page.show_only(one.chips)

# SPDX-License-Identifier: EUPL-1.2
"""What differs from register to register: its words, columns, filters, form and use cases."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.codelists import codelist
from casus.gui.forms.ui_register_ambassador import Ui_RegisterAmbassador
from casus.gui.forms.ui_register_business_contact import Ui_RegisterBusinessContact
from casus.gui.forms.ui_register_inspection import Ui_RegisterInspection
from casus.gui.forms.ui_register_permit import Ui_RegisterPermit
from casus.gui.forms.ui_register_resilience import Ui_RegisterResilience
from casus.gui.forms.ui_register_school_activity import Ui_RegisterSchoolActivity
from casus.gui.forms.ui_register_worker import Ui_RegisterWorker
from casus.gui.records import Filter, Heading
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services import registers


@dataclass(frozen=True)
class RegisterKind:
    """A register as the window shows it; texts are source texts of the context RegisterKinds."""

    key: str
    title: str
    purpose: str
    entry: str  # title of the form
    headings: tuple[tuple[str, str, int, bool], ...]  # key, text, width, shown as a pill
    filters: tuple[tuple[str, str], ...]  # column, code list
    form: Callable[[], Any]
    make: type[Any]
    add: Callable[..., Any]
    update: Callable[..., Any]
    defaults: tuple[tuple[str, object], ...] = ()

    def words(self, text: str) -> str:
        """Return one of its texts in the window's language."""
        return QCoreApplication.translate("RegisterKinds", text)

    def columns(self) -> tuple[Heading, ...]:
        """Return the headings of its list."""
        return tuple(Heading(key, self.words(text), width, pill) for key, text, width, pill in self.headings)

    def chips(self) -> tuple[Filter, ...]:
        """Return the filters of its list."""
        return tuple(Filter(key, name, codelist(name).values) for key, name in self.filters)


KINDS: tuple[RegisterKind, ...] = (
    RegisterKind(
        "school_activities",
        QT_TRANSLATE_NOOP("RegisterKinds", "Scholen"),
        QT_TRANSLATE_NOOP(
            "RegisterKinds", "Lessen, spreekuren en vadertrainingen op scholen, en zorgen die scholen melden."
        ),
        QT_TRANSLATE_NOOP("RegisterKinds", "Schoolactiviteit"),
        (
            ("on", QT_TRANSLATE_NOOP("RegisterKinds", "Datum"), 130, False),
            ("school", QT_TRANSLATE_NOOP("RegisterKinds", "School"), 0, False),
            ("kind", QT_TRANSLATE_NOOP("RegisterKinds", "Soort"), 180, True),
            ("district", QT_TRANSLATE_NOOP("RegisterKinds", "Wijk"), 150, False),
            ("groups", QT_TRANSLATE_NOOP("RegisterKinds", "Groepen"), 90, False),
            ("reach", QT_TRANSLATE_NOOP("RegisterKinds", "Bereikt"), 90, False),
        ),
        (("kind", "school_activity_kind"),),
        Ui_RegisterSchoolActivity,
        registers.SchoolActivityInput,
        registers.add_school_activity,
        registers.update_school_activity,
        (
            ("kind", "lesson"),
            ("theme", "drug_crime"),
            ("groups", 1),
            ("new_kind", "secondary"),
            ("new_district", "unknown"),
        ),
    ),
    RegisterKind(
        "business_contacts",
        QT_TRANSLATE_NOOP("RegisterKinds", "Knock & Talk"),
        QT_TRANSLATE_NOOP(
            "RegisterKinds", "Gesprekken met ondernemers over bewustwording. Zonder naam van een bedrijf."
        ),
        QT_TRANSLATE_NOOP("RegisterKinds", "Knock & Talk"),
        (
            ("on", QT_TRANSLATE_NOOP("RegisterKinds", "Datum"), 150, False),
            ("district", QT_TRANSLATE_NOOP("RegisterKinds", "Wijk"), 0, False),
            ("reached", QT_TRANSLATE_NOOP("RegisterKinds", "Wat kwam ervan"), 200, True),
            ("reason", QT_TRANSLATE_NOOP("RegisterKinds", "Aanleiding"), 170, False),
            ("amount", QT_TRANSLATE_NOOP("RegisterKinds", "Aantal"), 90, False),
        ),
        (("reached", "business_contact_reached"),),
        Ui_RegisterBusinessContact,
        registers.BusinessContactInput,
        registers.add_business_contact,
        registers.update_business_contact,
        (("amount", 1), ("reached", "yes"), ("reason", "awareness"), ("theme", "resilience")),
    ),
    RegisterKind(
        "inspections",
        QT_TRANSLATE_NOOP("RegisterKinds", "Controles"),
        QT_TRANSLATE_NOOP(
            "RegisterKinds", "Controles van het BUIT, integrale (verkeers)controles en actiedagen."
        ),
        QT_TRANSLATE_NOOP("RegisterKinds", "Controle"),
        (
            ("on", QT_TRANSLATE_NOOP("RegisterKinds", "Datum"), 130, False),
            ("kind", QT_TRANSLATE_NOOP("RegisterKinds", "Soort"), 0, False),
            ("district", QT_TRANSLATE_NOOP("RegisterKinds", "Wijk"), 150, False),
            ("result", QT_TRANSLATE_NOOP("RegisterKinds", "Resultaat"), 220, True),
            ("amount", QT_TRANSLATE_NOOP("RegisterKinds", "Aantal"), 90, False),
        ),
        (("kind", "inspection_kind"),),
        Ui_RegisterInspection,
        registers.InspectionInput,
        registers.add_inspection,
        registers.update_inspection,
        (("kind", "buit"), ("amount", 1), ("result", "nothing"), ("theme", "drug_crime")),
    ),
    RegisterKind(
        "permits",
        QT_TRANSLATE_NOOP("RegisterKinds", "Vergunningen"),
        QT_TRANSLATE_NOOP(
            "RegisterKinds",
            "Bedrijven onder de vergunningplicht: gescreend en geholpen. Naam en adres verlaten deze kluis nooit.",
        ),
        QT_TRANSLATE_NOOP("RegisterKinds", "Vergunning"),
        (
            ("business_name", QT_TRANSLATE_NOOP("RegisterKinds", "Bedrijf"), 0, False),
            ("status", QT_TRANSLATE_NOOP("RegisterKinds", "Status"), 210, True),
            ("status_since", QT_TRANSLATE_NOOP("RegisterKinds", "Sinds"), 130, False),
            ("area", QT_TRANSLATE_NOOP("RegisterKinds", "Gebied"), 170, False),
            ("helped", QT_TRANSLATE_NOOP("RegisterKinds", "Geholpen"), 100, False),
        ),
        (("status", "permit_status"),),
        Ui_RegisterPermit,
        registers.PermitInput,
        registers.add_permit,
        registers.update_permit,
        (("area", "nieuw_overvecht"), ("sector", "car_trade"), ("status", "notified")),
    ),
    RegisterKind(
        "resilience_sessions",
        QT_TRANSLATE_NOOP("RegisterKinds", "Weerbaarheid"),
        QT_TRANSLATE_NOOP("RegisterKinds", "Sessies voor groepen die onder druk kunnen komen te staan."),
        QT_TRANSLATE_NOOP("RegisterKinds", "Weerbaarheidssessie"),
        (
            ("on", QT_TRANSLATE_NOOP("RegisterKinds", "Datum"), 150, False),
            ("audience", QT_TRANSLATE_NOOP("RegisterKinds", "Voor wie"), 0, False),
            ("district", QT_TRANSLATE_NOOP("RegisterKinds", "Wijk"), 170, False),
            ("participants", QT_TRANSLATE_NOOP("RegisterKinds", "Deelnemers"), 120, False),
        ),
        (("audience", "session_audience"),),
        Ui_RegisterResilience,
        registers.ResilienceSessionInput,
        registers.add_resilience_session,
        registers.update_resilience_session,
        (("audience", "entrepreneurs"), ("theme", "resilience")),
    ),
    RegisterKind(
        "vog_ambassadors",
        QT_TRANSLATE_NOOP("RegisterKinds", "VOG-ambassadeurs"),
        QT_TRANSLATE_NOOP(
            "RegisterKinds", "Professionals die zijn opgeleid om jongeren met de VOG te helpen."
        ),
        QT_TRANSLATE_NOOP("RegisterKinds", "VOG-ambassadeur"),
        (
            ("name", QT_TRANSLATE_NOOP("RegisterKinds", "Naam"), 0, False),
            ("organisation", QT_TRANSLATE_NOOP("RegisterKinds", "Organisatie"), 200, False),
            ("organisation_kind", QT_TRANSLATE_NOOP("RegisterKinds", "Soort"), 220, False),
            ("trained_on", QT_TRANSLATE_NOOP("RegisterKinds", "Opgeleid"), 120, False),
        ),
        (),
        Ui_RegisterAmbassador,
        registers.AmbassadorInput,
        registers.add_ambassador,
        registers.update_ambassador,
        (("organisation_kind", "municipality"),),
    ),
    RegisterKind(
        "workers",
        QT_TRANSLATE_NOOP("RegisterKinds", "Medewerkers"),
        QT_TRANSLATE_NOOP("RegisterKinds", "PGA-experts, re-integratieofficieren en coördinatoren."),
        QT_TRANSLATE_NOOP("RegisterKinds", "Medewerker"),
        (
            ("name", QT_TRANSLATE_NOOP("RegisterKinds", "Naam"), 0, False),
            ("role", QT_TRANSLATE_NOOP("RegisterKinds", "Rol"), 170, False),
            ("started_on", QT_TRANSLATE_NOOP("RegisterKinds", "Sinds"), 130, False),
            ("ended_on", QT_TRANSLATE_NOOP("RegisterKinds", "Tot"), 130, False),
            ("in_register", QT_TRANSLATE_NOOP("RegisterKinds", "Telt mee"), 110, False),
        ),
        (("role", "worker_role"),),
        Ui_RegisterWorker,
        registers.WorkerInput,
        registers.add_worker,
        registers.update_worker,
        (("role", "pga_expert"), ("in_register", True)),
    ),
)
BY_KEY = {kind.key: kind for kind in KINDS}

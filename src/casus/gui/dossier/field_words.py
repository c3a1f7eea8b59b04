# SPDX-License-Identifier: EUPL-1.2
"""The names of stored fields as a reader knows them, for the history of a dossier."""

from PySide6.QtCore import QCoreApplication

from casus.gui.words import QT_TRANSLATE_NOOP

_FIELDS = {
    "given_name": QT_TRANSLATE_NOOP("Fields", "Voornaam"),
    "surname": QT_TRANSLATE_NOOP("Fields", "Achternaam"),
    "prefix": QT_TRANSLATE_NOOP("Fields", "Tussenvoegsel"),
    "call_name": QT_TRANSLATE_NOOP("Fields", "Roepnaam"),
    "birth_date": QT_TRANSLATE_NOOP("Fields", "Geboortedatum"),
    "birth_date_estimated": QT_TRANSLATE_NOOP("Fields", "Geboortedatum geschat"),
    "role": QT_TRANSLATE_NOOP("Fields", "Rol"),
    "telephone": QT_TRANSLATE_NOOP("Fields", "Telefoon"),
    "email": QT_TRANSLATE_NOOP("Fields", "E-mail"),
    "street": QT_TRANSLATE_NOOP("Fields", "Straat"),
    "house_number": QT_TRANSLATE_NOOP("Fields", "Huisnummer"),
    "postcode": QT_TRANSLATE_NOOP("Fields", "Postcode"),
    "city": QT_TRANSLATE_NOOP("Fields", "Plaats"),
    "district": QT_TRANSLATE_NOOP("Fields", "Wijk"),
    "language": QT_TRANSLATE_NOOP("Fields", "Taal"),
    "interpreter": QT_TRANSLATE_NOOP("Fields", "Tolk nodig"),
    "representative_id": QT_TRANSLATE_NOOP("Fields", "Wettelijk vertegenwoordiger"),
    "restricted": QT_TRANSLATE_NOOP("Fields", "Afgeschermd"),
    "restricted_opened": QT_TRANSLATE_NOOP("Fields", "Afgeschermd dossier geopend"),
    "note": QT_TRANSLATE_NOOP("Fields", "Aantekening"),
    "phase": QT_TRANSLATE_NOOP("Fields", "Fase"),
    "phase_since": QT_TRANSLATE_NOOP("Fields", "In deze fase sinds"),
    "approach": QT_TRANSLATE_NOOP("Fields", "Aanpak"),
    "review_on": QT_TRANSLATE_NOOP("Fields", "Hertoets"),
    "last_contact_on": QT_TRANSLATE_NOOP("Fields", "Laatste contact"),
    "closed_on": QT_TRANSLATE_NOOP("Fields", "Afgesloten op"),
    "closure_reason": QT_TRANSLATE_NOOP("Fields", "Reden van afsluiten"),
    "closure_note": QT_TRANSLATE_NOOP("Fields", "Toelichting bij afsluiten"),
    "outcome": QT_TRANSLATE_NOOP("Fields", "Hoe het gaat"),
    "retain_until": QT_TRANSLATE_NOOP("Fields", "Bewaren tot"),
    "informed_how": QT_TRANSLATE_NOOP("Fields", "Geïnformeerd"),
    "informed_on": QT_TRANSLATE_NOOP("Fields", "Geïnformeerd op"),
    "legal_basis": QT_TRANSLATE_NOOP("Fields", "Grondslag"),
    "priority": QT_TRANSLATE_NOOP("Fields", "Voorrang"),
    "report": QT_TRANSLATE_NOOP("Fields", "Verslag"),
    "place": QT_TRANSLATE_NOOP("Fields", "Waar"),
    "information_source": QT_TRANSLATE_NOOP("Fields", "Bron"),
    "information_kind": QT_TRANSLATE_NOOP("Fields", "Feit of mening"),
    "reached": QT_TRANSLATE_NOOP("Fields", "Bereikt"),
    "on": QT_TRANSLATE_NOOP("Fields", "Datum"),
    "at_time": QT_TRANSLATE_NOOP("Fields", "Tijd"),
    "inclusion_note": QT_TRANSLATE_NOOP("Fields", "Toelichting bij de criteria"),
    "proportionality": QT_TRANSLATE_NOOP("Fields", "Nodig en in verhouding"),
    "informed_note": QT_TRANSLATE_NOOP("Fields", "Toelichting bij informeren"),
    "reasoning": QT_TRANSLATE_NOOP("Fields", "Onderbouwing"),
    "reason": QT_TRANSLATE_NOOP("Fields", "Reden"),
    "summary": QT_TRANSLATE_NOOP("Fields", "Samenvatting"),
    "discussed_note": QT_TRANSLATE_NOOP("Fields", "Waarom niet besproken"),
    "evaluation": QT_TRANSLATE_NOOP("Fields", "Evaluatie"),
    "stop_reason": QT_TRANSLATE_NOOP("Fields", "Reden van stoppen"),
    "not_applied_reason": QT_TRANSLATE_NOOP("Fields", "Reden van niet aanvragen"),
    "what": QT_TRANSLATE_NOOP("Fields", "Wat is gedeeld"),
    "basis_note": QT_TRANSLATE_NOOP("Fields", "Toelichting bij de grondslag"),
    "title": QT_TRANSLATE_NOOP("Fields", "Titel"),
    "answer_note": QT_TRANSLATE_NOOP("Fields", "Toelichting bij het antwoord"),
    "score": QT_TRANSLATE_NOOP("Fields", "Score"),
    "source": QT_TRANSLATE_NOOP("Fields", "Bron"),
    "next_meeting_on": QT_TRANSLATE_NOOP("Fields", "Volgend overleg"),
}


def field_name(field: str) -> str:
    """Return what a field is called; one that has no name here by its own, readable."""
    known = _FIELDS.get(field)
    return QCoreApplication.translate("Fields", known) if known else field.replace("_", " ").capitalize()

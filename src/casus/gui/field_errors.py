# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a field, in words that say how to put it right. What was typed always stays."""

from PySide6.QtCore import QCoreApplication

from casus.errors import InvalidInput
from casus.gui.words import QT_TRANSLATE_NOOP

# Keys are the rules of `InvalidInput`; names in braces come from its data.
_RULES = {
    "required": QT_TRANSLATE_NOOP("FieldErrors", "Vul dit in."),
    "required_choice": QT_TRANSLATE_NOOP("FieldErrors", "Kies een van de mogelijkheden."),
    "unknown_code": QT_TRANSLATE_NOOP("FieldErrors", "Kies een mogelijkheid uit de lijst."),
    "needs_text": QT_TRANSLATE_NOOP("FieldErrors", "Licht je keuze toe in een paar woorden."),
    "too_long": QT_TRANSLATE_NOOP("FieldErrors", "Dit is te lang: hoogstens {limit} tekens. Kort het in."),
    "too_short": QT_TRANSLATE_NOOP("FieldErrors", "Dit is te kort: minstens {least} tekens."),
    "reason_too_short": QT_TRANSLATE_NOOP("FieldErrors", "Leg dit uit in minstens {least} tekens."),
    "nul": QT_TRANSLATE_NOOP(
        "FieldErrors", "Hier staat een teken in dat niet bewaard kan worden. Typ de tekst opnieuw."
    ),
    "surrogate": QT_TRANSLATE_NOOP(
        "FieldErrors", "Hier staat een half teken in (vaak door knippen en plakken). Haal het weg."
    ),
    "control": QT_TRANSLATE_NOOP(
        "FieldErrors", "Hier staat een onzichtbaar stuurteken in. Typ de tekst opnieuw."
    ),
    "invisible": QT_TRANSLATE_NOOP(
        "FieldErrors", "Hier staat een onzichtbaar teken in. Typ de tekst opnieuw in plaats van te plakken."
    ),
    "marks": QT_TRANSLATE_NOOP("FieldErrors", "Hier staan te veel tekens op elkaar gestapeld. Haal ze weg."),
    "character": QT_TRANSLATE_NOOP("FieldErrors", "Hier staat een teken in dat hier niet kan."),
    "date": QT_TRANSLATE_NOOP(
        "FieldErrors", "Deze datum bestaat niet. Typ bijvoorbeeld 12 nov of 12-11-2026."
    ),
    "time": QT_TRANSLATE_NOOP("FieldErrors", "Deze tijd bestaat niet. Typ bijvoorbeeld 14:30."),
    "future": QT_TRANSLATE_NOOP(
        "FieldErrors", "Deze datum ligt in de toekomst. Vul een datum tot en met vandaag in."
    ),
    "past": QT_TRANSLATE_NOOP("FieldErrors", "Deze datum is al voorbij. Vul een datum vanaf vandaag in."),
    "too_old": QT_TRANSLATE_NOOP("FieldErrors", "Deze datum ligt te ver terug. Controleer het jaar."),
    "before_start": QT_TRANSLATE_NOOP(
        "FieldErrors", "Het einde ligt voor het begin. Pas een van de datums aan."
    ),
    "after_day": QT_TRANSLATE_NOOP("FieldErrors", "Deze datum ligt na de dag waarom het gaat. Pas hem aan."),
    "before_phase": QT_TRANSLATE_NOOP(
        "FieldErrors", "Deze datum ligt voor het begin van de huidige fase. Kies een latere dag."
    ),
    "period": QT_TRANSLATE_NOOP("FieldErrors", "Dit is geen periode. Typ bijvoorbeeld 2022-10..2023-10."),
    "format": QT_TRANSLATE_NOOP("FieldErrors", "Dit heeft niet de juiste vorm. Controleer wat je typte."),
    "length": QT_TRANSLATE_NOOP("FieldErrors", "Dit heeft niet de juiste lengte. Controleer wat je typte."),
    "check": QT_TRANSLATE_NOOP(
        "FieldErrors", "Hier klopt een teken niet. Vergelijk het met wat je opschreef."
    ),
    "kind": QT_TRANSLATE_NOOP("FieldErrors", "Dit is van een ander soort. Kies iets anders."),
    "number": QT_TRANSLATE_NOOP("FieldErrors", "Dit is geen getal. Vul alleen cijfers in."),
    "too_low": QT_TRANSLATE_NOOP("FieldErrors", "Dit is te laag: minstens {least}."),
    "too_high": QT_TRANSLATE_NOOP("FieldErrors", "Dit is te hoog: hoogstens {most}."),
    "mismatch": QT_TRANSLATE_NOOP("FieldErrors", "Dit is niet hetzelfde. Typ het nog een keer."),
    "unknown": QT_TRANSLATE_NOOP("FieldErrors", "Dit staat niet (meer) in de kluis. Kies iets anders."),
    "duplicate": QT_TRANSLATE_NOOP("FieldErrors", "Dit staat er al. Kies iets anders."),
}
_OTHER = QT_TRANSLATE_NOOP("FieldErrors", "Dit kan zo niet bewaard worden. Controleer wat je invulde.")


def known_rules() -> frozenset[str]:
    """Return the rules that have a sentence of their own."""
    return frozenset(_RULES)


def field_error(error: InvalidInput, label: str = "") -> str:
    """Return the sentence to show at the field; `label` names the field where it stands alone."""
    template = QCoreApplication.translate("FieldErrors", _RULES.get(error.rule, _OTHER))
    words = template.format_map(_Data(error.data))
    return f"{label}: {words}" if label else words


class _Data(dict[str, object]):
    """The data of an error; what it lacks is left out of the sentence."""

    def __missing__(self, key: str) -> str:
        return "…"

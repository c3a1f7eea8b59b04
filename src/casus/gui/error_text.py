# SPDX-License-Identifier: EUPL-1.2
"""Every expected error as one Dutch sentence: what happened · that nothing is lost · what to do."""

from PySide6.QtCore import QCoreApplication

from casus import errors
from casus.gui.field_errors import field_error
from casus.gui.refusal_text import refusal_sentence
from casus.gui.words import QT_TRANSLATE_NOOP

_SENTENCES: dict[type[errors.CasusError], str] = {
    errors.CasusError: QT_TRANSLATE_NOOP(
        "Errors", "Dit is niet gelukt. Er is niets veranderd; probeer het opnieuw."
    ),
    errors.NotFound: QT_TRANSLATE_NOOP(
        "Errors", "Dit staat niet (meer) in de kluis. De rest is ongewijzigd; laad de lijst opnieuw met F5."
    ),
    errors.StaleRecord: QT_TRANSLATE_NOOP(
        "Errors",
        "Dit is intussen ergens anders gewijzigd. Wat je typte blijft staan; "
        "sluit het formulier, open het opnieuw en neem je concept over.",
    ),
    errors.NotAllowed: QT_TRANSLATE_NOOP(
        "Errors", "Dit mag niet volgens de regels van de aanpak. Er is niets veranderd; kies een andere stap."
    ),
    errors.PossibleDuplicate: QT_TRANSLATE_NOOP(
        "Errors",
        "Deze persoon staat misschien al in de kluis. Wat je typte blijft staan; "
        "bekijk eerst wie erop lijkt en kies dan.",
    ),
    errors.VaultError: QT_TRANSLATE_NOOP(
        "Errors", "De kluis kon dit niet doen. Wat is opgeslagen blijft veilig; probeer het opnieuw."
    ),
    errors.WrongPassword: QT_TRANSLATE_NOOP(
        "Errors",
        "Dit wachtwoord past niet. De kluis is onbeschadigd; probeer het opnieuw of gebruik je herstelcode.",
    ),
    errors.WeakPassword: QT_TRANSLATE_NOOP(
        "Errors",
        "Dit wachtwoord is te makkelijk te raden. Er is niets veranderd; kies een langere zin van losse woorden.",
    ),
    errors.VaultLocked: QT_TRANSLATE_NOOP(
        "Errors", "De kluis is vergrendeld. Je concept is bewaard; ontgrendel de kluis om verder te gaan."
    ),
    errors.VaultInUse: QT_TRANSLATE_NOOP(
        "Errors",
        "Deze kluis is al geopend in een ander venster van Casus. Er is niets veranderd; werk daar verder of sluit het.",
    ),
    errors.VaultDamaged: QT_TRANSLATE_NOOP(
        "Errors",
        "Een deel van de kluis is beschadigd. Er is niets overschreven; zet de laatste reservekopie terug "
        "en bewaar deze map voor je beheerder.",
    ),
    errors.VaultTooNew: QT_TRANSLATE_NOOP(
        "Errors",
        "Deze kluis is gemaakt met een nieuwere Casus. Er is niets veranderd; vraag je beheerder om de nieuwe versie.",
    ),
    errors.NotAVault: QT_TRANSLATE_NOOP(
        "Errors", "In deze map staat geen (hele) kluis van Casus. Er is niets veranderd; kies een andere map."
    ),
    errors.VaultExists: QT_TRANSLATE_NOOP(
        "Errors", "In deze map staat al iets. Er is niets overschreven; kies een lege map."
    ),
    errors.VaultReadOnly: QT_TRANSLATE_NOOP(
        "Errors",
        "In deze map mag Casus niet schrijven. Je kunt lezen en je concept blijft staan; vraag je beheerder om schrijfrecht.",
    ),
    errors.VaultOlderThanSeen: QT_TRANSLATE_NOOP(
        "Errors",
        "Deze kluis is ouder dan wat deze computer het laatst zag. Er is niets veranderd; "
        "ga alleen verder als je zelf een reservekopie terugzette.",
    ),
    errors.DiskFull: QT_TRANSLATE_NOOP(
        "Errors",
        "De schijf is vol. Wat al was opgeslagen is ongeschonden en je concept blijft staan; maak ruimte en sla opnieuw op.",
    ),
    errors.EngineUnsafe: QT_TRANSLATE_NOOP(
        "Errors",
        "De versleuteling op deze computer werkt niet zoals het hoort. Er is niets geschreven; "
        "sluit Casus en laat je beheerder het opnieuw installeren.",
    ),
    errors.ReleaseRefused: QT_TRANSLATE_NOOP(
        "Errors",
        "Deze cijfers kunnen zo niet veilig naar buiten. Er is niets vrijgegeven; bekijk de voorstellen per tabel.",
    ),
    errors.LedgerBroken: QT_TRANSLATE_NOOP(
        "Errors",
        "Het boek van eerdere vrijgaven klopt niet. Er is niets vrijgegeven en je gegevens zijn ongewijzigd; "
        "zet een reservekopie terug.",
    ),
    errors.ExportFailed: QT_TRANSLATE_NOOP(
        "Errors",
        "Het bestand kon niet worden geschreven. In de kluis is niets veranderd; kies een andere plaats of maak ruimte.",
    ),
    errors.Cancelled: QT_TRANSLATE_NOOP(
        "Errors", "Gestopt. Er is niets veranderd; je kunt het later opnieuw doen."
    ),
}

_RULES = {
    "phase_move": QT_TRANSLATE_NOOP(
        "Errors", "Deze fase kan niet volgen op de huidige. Er is niets veranderd; kies een andere fase."
    ),
    "same_phase": QT_TRANSLATE_NOOP(
        "Errors", "De casus staat al in deze fase. Er is niets veranderd; kies een andere fase."
    ),
    "role": QT_TRANSLATE_NOOP(
        "Errors", "Dit hoort niet bij je rol. Er is niets veranderd; vraag een collega met de juiste rol."
    ),
    "too_young": QT_TRANSLATE_NOOP(
        "Errors", "Deze aanpak is er vanaf {lowest} jaar. Wat je typte blijft staan; kies een andere aanpak."
    ),
}

_PARTICULAR: dict[tuple[type, str], str] = {
    (errors.VaultDamaged, "header"): QT_TRANSLATE_NOOP(
        "Errors",
        "Het sleutelbestand van de kluis is beschadigd. Er is niets overschreven; zet een reservekopie van vault.key terug.",
    ),
    (errors.VaultDamaged, "audit"): QT_TRANSLATE_NOOP(
        "Errors",
        "Het logboek van de kluis klopt niet meer. Er is niets overschreven; waarschuw je beheerder en bewaar deze map.",
    ),
    (errors.ExportFailed, "settings"): QT_TRANSLATE_NOOP(
        "Errors",
        "Je voorkeuren konden niet worden bewaard. In de kluis is niets veranderd; kijk of de schijf vol is.",
    ),
}


def sentence(error: errors.CasusError) -> str:
    """Return what happened, that nothing is lost, and what to do; subclasses use their nearest parent's."""
    if isinstance(error, errors.InvalidInput):
        return field_error(error)
    if isinstance(error, errors.InvalidForm):
        return "\n".join(dict.fromkeys(field_error(one) for one in error.errors))
    if isinstance(error, errors.ReleaseRefused) and len(error.reasons) == 1:
        return refusal_sentence(error.reasons[0])
    return QCoreApplication.translate("Errors", _template(error)).format_map(_Data(error.data))


def _template(error: errors.CasusError) -> str:
    if isinstance(error, errors.NotAllowed) and error.rule in _RULES:
        return _RULES[error.rule]
    for kind in type(error).__mro__:
        for detail in (error.data.get("part"), error.data.get("reason")):
            if (particular := _PARTICULAR.get((kind, str(detail)))) is not None:
                return particular
        if kind in _SENTENCES:
            return _SENTENCES[kind]
    return _SENTENCES[errors.CasusError]


class _Data(dict[str, object]):
    """The data of an error; what it lacks is left out of the sentence."""

    def __missing__(self, key: str) -> str:
        return "…"

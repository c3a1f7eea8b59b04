# SPDX-License-Identifier: EUPL-1.2
"""Why a figure may not leave, and what would help: sentences for the refusals of disclosure."""

from collections.abc import Mapping
from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication

from casus.gui.words import QT_TRANSLATE_NOOP

_REASONS = {
    "population_too_small": QT_TRANSLATE_NOOP(
        "Refusals", "Deze tabel gaat over te weinig mensen om er iets over naar buiten te brengen."
    ),
    "too_small": QT_TRANSLATE_NOOP(
        "Refusals", "Deze tabel gaat over te weinig mensen om er iets over naar buiten te brengen."
    ),
    "no_safe_rounding": QT_TRANSLATE_NOOP(
        "Refusals", "Voor deze tabel is geen afronding te vinden waarbij niemand herkenbaar is."
    ),
    "too_many_cells": QT_TRANSLATE_NOOP(
        "Refusals", "Deze tabel is te fijn uitgesplitst om op veiligheid na te rekenen."
    ),
    "time_limit": QT_TRANSLATE_NOOP(
        "Refusals", "Het narekenen van deze tabel duurde te lang, dus is niet bewezen dat zij veilig is."
    ),
    "no_tables": QT_TRANSLATE_NOOP("Refusals", "Er is nog geen tabel gekozen."),
    "duplicate_table": QT_TRANSLATE_NOOP("Refusals", "Deze tabel is twee keer gekozen."),
    "persons_missing": QT_TRANSLATE_NOOP(
        "Refusals", "Van deze tabel is niet bekend hoeveel mensen erachter zitten."
    ),
    "audit_failed": QT_TRANSLATE_NOOP(
        "Refusals", "Samen met wat eerder is vrijgegeven zou iemand uit deze tabel te herleiden zijn."
    ),
}
_OTHER = QT_TRANSLATE_NOOP("Refusals", "Deze tabel kan zo niet veilig naar buiten.")

_PROPOSALS = {
    "drop_dimension": QT_TRANSLATE_NOOP("Refusals", "Laat een uitsplitsing weg."),
    "drop_table": QT_TRANSLATE_NOOP("Refusals", "Laat deze tabel weg."),
    "coarsen": QT_TRANSLATE_NOOP("Refusals", "Voeg groepen samen."),
}
_SAFE = QT_TRANSLATE_NOOP("Refusals", "Er is niets vrijgegeven.")


class RefusalLike(Protocol):
    """The part of `disclosure.Refusal` that makes the sentence."""

    @property
    def code(self) -> str:
        """Why."""
        ...

    @property
    def data(self) -> Mapping[str, object]:
        """Details; `proposal` is drop_dimension, drop_table or coarsen."""
        ...


def refusal_sentence(refusal: object) -> str:
    """Return why a table may not leave, that nothing left, and what would help."""
    one = cast("RefusalLike", refusal)
    parts = [_say(_REASONS.get(one.code, _OTHER)), _say(_SAFE), proposal_text(refusal)]
    return " ".join(part for part in parts if part)


def proposal_text(refusal: object) -> str:
    """Return what would help, as the words of a button, or "" when nothing is proposed."""
    proposal = cast("RefusalLike", refusal).data.get("proposal")
    return _say(_PROPOSALS[proposal]) if isinstance(proposal, str) and proposal in _PROPOSALS else ""


def _say(text: str) -> str:
    return QCoreApplication.translate("Refusals", text)

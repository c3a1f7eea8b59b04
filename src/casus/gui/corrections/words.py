# SPDX-License-Identifier: EUPL-1.2
"""What is disputed, and what stands there, in words."""

from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.codelists import codelist
from casus.gui.dates_text import day_month, short_date
from casus.gui.dossier.field_words import field_name
from casus.gui.labels import label
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services.corrections import Beside, Disputable
from casus.services.corrections.fields import CODE, DAY, FIELDS

WHOLE = "whole"
"""The choice that means all of a record."""
_MEANING = {
    "removed": QT_TRANSLATE_NOOP(
        "Corrections", "Het was fout. De nieuwe waarde komt ervoor in de plaats; de oude laat geen spoor na."
    ),
    "kept": QT_TRANSLATE_NOOP(
        "Corrections",
        "Het was fout, maar de oude waarde moet te volgen blijven: er is op besloten, of ze is gedeeld.",
    ),
    "statement": QT_TRANSLATE_NOOP(
        "Corrections", "Jullie oordeel blijft staan. Wat de betrokkene zegt staat er voortaan naast."
    ),
    "erased": QT_TRANSLATE_NOOP(
        "Corrections", "De inhoud verdwijnt. Dat er iets gewist is blijft zichtbaar."
    ),
    "refused": QT_TRANSLATE_NOOP("Corrections", "Er verandert niets. Vertel de betrokkene waarom."),
    "needed_for_task": QT_TRANSLATE_NOOP(
        "Corrections", "Een wettelijke taak heeft dit gegeven nodig (AVG artikel 17, lid 3b)."
    ),
    "needed_for_claim": QT_TRANSLATE_NOOP(
        "Corrections", "Een rechtszaak heeft dit gegeven nodig (AVG artikel 17, lid 3e)."
    ),
}


def decision_meaning(decision: str) -> str:
    """Return what a decision (list correction_decision) comes down to; "" for none."""
    known = _MEANING.get(decision)
    return QCoreApplication.translate("Corrections", known) if known else ""


def value_words(kind: str, field: str | None, value: Any) -> str:
    """Return a stored value in words: a code by its label, a day as one writes it, nothing as a dash."""
    if value is None or value == "" or field is None:
        return "–"
    spec = FIELDS.get(kind, {}).get(field)
    text = str(value)
    if spec is not None and spec.kind == CODE and text in codelist(spec.code_list).known:
        return label(spec.code_list, text)
    if spec is not None and spec.kind == DAY:
        return short_date(date.fromisoformat(text))
    return text


def about_words(kind: str, field: str | None, day: str = "") -> str:
    """Return what is disputed, as in "Contactmoment 12 nov: Verslag"."""
    name = f"{label('record_kind', kind)} {day}".rstrip()
    return f"{name}: {field_name(field)}" if field else name


def record_words(one: Disputable, today: date) -> str:
    """Return a record as it is chosen from a list: kind, day, first words."""
    day = day_month(one.on, today) if one.on else ""
    words = label("life_domain", one.words) if one.kind == "assessment_scores" else one.words
    return " · ".join(part for part in (label("record_kind", one.kind), day, words) if part)


def beside_words(one: Beside, today: date) -> str:
    """Return what stands beside a record: their own view, both versions, or that something was erased."""
    translate = QCoreApplication.translate
    day, name = day_month(one.on, today), field_name(one.field) if one.field else ""
    if one.decision == "statement":
        about = f" ({name})" if name else ""
        words = translate("Corrections", "Zienswijze van de betrokkene{0}, {1}: {2}")
        return words.format(about, day, one.statement)
    if one.decision == "kept":
        old = value_words(one.record_kind, one.field, one.old)
        words = translate("Corrections", "{0} verbeterd op {1}. Eerst stond er: {2} Reden: {3}")
        return words.format(name, day, _ended(old), one.reasoning)
    if one.decision == "erased":
        words = translate("Corrections", "{0} gewist op verzoek op {1}.")
        return words.format(name or label("record_kind", one.record_kind), day)
    return translate("Corrections", "{0} verbeterd op verzoek op {1}.").format(name, day)


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."

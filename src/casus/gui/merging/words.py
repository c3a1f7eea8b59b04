# SPDX-License-Identifier: EUPL-1.2
"""What stands in the fields of a person, in words, for two of them beside each other."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.gui.dates_text import number, short_date
from casus.gui.dossier.field_words import field_name
from casus.gui.labels import label

_LISTS = MappingProxyType({"role": "person_role", "district": "district", "language": "language"})
_LONG = 60


def group_name(key: str) -> str:
    """Return what a field, or a group of fields that is chosen as one, is called."""
    if key == "address":
        return QCoreApplication.translate("Merging", "Adres")
    return field_name(key)


def value_words(key: str, values: Mapping[str, Any], names: Mapping[str, str], *, whole: bool = False) -> str:
    """Return what stands in a field (or group), "–" for nothing; long texts are cut unless `whole`."""
    if key == "birth_date":
        return _born(values)
    if key == "address":
        street = " ".join(part for part in (values["street"], values["house_number"]) if part)
        place = " ".join(part for part in (values["postcode"], values["city"]) if part)
        return ", ".join(part for part in (street, place) if part) or "–"
    said = " ".join(_one(column, value, names) for column, value in values.items() if value not in (None, ""))
    said = said or "–"
    return said if whole or len(said) <= _LONG else f"{said[:_LONG].rstrip()}…"


def records_words(records: Mapping[str, int]) -> str:
    """Return how many records of which kind, as in "Contact 3, Taak 2"."""
    return ", ".join(
        f"{label('record_kind', kind)} {number(amount)}" for kind, amount in sorted(records.items())
    )


def _born(values: Mapping[str, Any]) -> str:
    day = values["birth_date"]
    if not isinstance(day, date):
        return "–"
    guess = QCoreApplication.translate("Merging", "geschat") if values.get("birth_date_estimated") else ""
    return " ".join(part for part in (short_date(day), guess) if part)


def _one(column: str, value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        translate = QCoreApplication.translate
        return translate("Merging", "ja") if value else translate("Merging", "nee")
    if column in _LISTS:
        return label(_LISTS[column], str(value))
    if column == "representative_id":
        return names.get(str(value), QCoreApplication.translate("Merging", "iemand anders"))
    return " ".join(str(value).split())

# SPDX-License-Identifier: EUPL-1.2
"""Words: every error has its sentence, dates are Dutch, and the language can change."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from casus import errors
from casus.domain.codelists import codelist, names
from casus.gui import dates_text, labels, translations
from casus.gui.error_text import field_error, sentence
from casus.gui.icons import icon
from casus.gui.theme import theme
from casus.gui.words import in_sentence

TODAY = date(2026, 11, 23)


def kinds(of: type[errors.CasusError] = errors.CasusError) -> Iterator[type[errors.CasusError]]:
    """Yield a class of errors and all below it that live in casus."""
    yield of
    for below in of.__subclasses__():
        if below.__module__ == "casus.errors":
            yield from kinds(below)


def make(kind: type[errors.CasusError]) -> errors.CasusError:
    """Make an error of a class, with data that must not show."""
    made = kind.__new__(kind)
    errors.CasusError.__init__(made, name="Canarie")
    made.__dict__.update(field="on", rule="required", errors=(), ids=("c",), reasons=())
    return made


@pytest.mark.parametrize("kind", [one for one in kinds() if one is not errors.InvalidForm])
@pytest.mark.parametrize("language", [dates_text.DUTCH, dates_text.BRITISH], ids=["nl", "en"])
def test_every_expected_error_has_a_sentence_without_data(
    kind: type[errors.CasusError], language: QLocale
) -> None:
    QLocale.setDefault(language)
    words = sentence(make(kind))
    assert words.endswith(".")
    assert kind.__name__ not in words
    assert "Canarie" not in words
    assert "{" not in words


def test_an_error_of_a_whole_form_has_a_line_for_each_field() -> None:
    both = errors.InvalidForm((errors.InvalidInput("a", "required"), errors.InvalidInput("b", "date")))
    assert len(sentence(both).splitlines()) == 2


@pytest.mark.parametrize(
    ("label", "inside"),
    [("Huisbezoek", "huisbezoek"), ("MDO", "MDO"), ("VOG-ambassadeurs", "VOG-ambassadeurs"),
     ("Knock & Talk", "Knock & Talk"), ("", "")],
)  # fmt: skip
def test_a_label_inside_a_sentence_keeps_the_capitals_of_a_name(label: str, inside: str) -> None:
    assert in_sentence(label) == inside


def test_the_label_stands_before_an_error_at_a_field() -> None:
    assert field_error(errors.InvalidInput("on", "required"), "Datum").startswith("Datum: ")


def test_dates_are_written_as_people_read_them() -> None:
    day = date(2026, 3, 7)
    assert dates_text.short_date(day) == "07-03-2026"
    assert dates_text.date_with_weekday(day) == "zaterdag 7 maart 2026"
    assert dates_text.day_month(day, TODAY) == "7 mrt"
    assert dates_text.day_month(date(2025, 3, 7), TODAY) == "7 mrt 2025"
    assert dates_text.month_year(day) == "Maart 2026"
    assert dates_text.short_time(time(9, 5)) == "09:05"
    assert dates_text.number(1204) == "1.204"


@pytest.mark.parametrize(
    ("day", "words"),
    [(23, "vandaag"), (22, "gisteren"), (24, "morgen"), (26, "over 3 dagen"), (18, "5 dagen geleden"),
     (1, "1 nov")],
)  # fmt: skip
def test_a_date_nearby_is_told_from_today(day: int, words: str) -> None:
    assert dates_text.relative_date(date(2026, 11, day), TODAY) == words


def test_a_moment_is_told_on_this_computers_clock() -> None:
    moment = datetime(2026, 11, 23, 13, 3, tzinfo=UTC)
    here = moment.astimezone()
    assert dates_text.local_time(moment) == here.strftime("%H:%M")
    assert dates_text.local_moment(moment, here.date()) == f"vandaag {here:%H:%M}"


@pytest.mark.parametrize("name", names())
def test_every_code_has_words_in_both_languages(name: str) -> None:
    for locale in (dates_text.DUTCH, dates_text.BRITISH):
        QLocale.setDefault(locale)
        offered = labels.choices(name)
        assert len(offered) == len(codelist(name))
        assert all(one.label.strip() and labels.label(name, one.code) == one.label for one in offered)
    assert labels.label(name, None) == ""


@pytest.mark.usefixtures("expected_warnings")
def test_a_translation_replaces_the_words_and_can_be_taken_away(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translations, "resources_root", lambda: tmp_path)
    translations.install(qapp, "en")
    assert dates_text.language() == "en"
    translations.install(qapp, "nl")
    assert dates_text.language() == "nl"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"


def test_an_icon_takes_the_colour_of_the_theme(qapp: QApplication) -> None:
    for name in ("light", "dark"):
        theme().apply(name)
        picture = icon("square", "accent").pixmap(64, 64).toImage()
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(64)
            for y in range(64)
            if picture.pixelColor(x, y).alpha() == 255
        }
        assert theme().tokens.accent.lower() in colours

# SPDX-License-Identifier: EUPL-1.2
"""Dates, times and numbers as the reader writes them, through Qt's locale (nl_NL, or en_GB)."""

from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

DUTCH, BRITISH = QLocale("nl_NL"), QLocale("en_GB")
_WEEK = 7


def locale() -> QLocale:
    """Return the locale of the language the window speaks; see translations.install."""
    return BRITISH if QLocale().language() == QLocale.Language.English else DUTCH


def language() -> str:
    """Return "nl" or "en"."""
    return "en" if QLocale().language() == QLocale.Language.English else "nl"


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def short_date(day: date) -> str:
    """`07-03-2025`: in fields, and where a date stands alone in a column."""
    return locale().toString(_qdate(day), "dd-MM-yyyy")


def day_month(day: date, today: date | None = None) -> str:
    """`7 mrt`, with the year when it is not this year's."""
    pattern = "d MMM" if today is not None and today.year == day.year else "d MMM yyyy"
    return locale().toString(_qdate(day), pattern).replace(".", "")


def date_with_weekday(day: date) -> str:
    """`vrijdag 7 maart 2025`."""
    return locale().toString(_qdate(day), "dddd d MMMM yyyy")


def weekday(day: date) -> str:
    """`maandag`: heading of a column."""
    return locale().toString(_qdate(day), "dddd")


def weekday_and_day(day: date) -> str:
    """`ma 7 mrt`: heading of a narrow column."""
    return locale().toString(_qdate(day), "ddd d MMM").replace(".", "")


def month_year(day: date) -> str:
    """`Maart 2025`: heading of a group."""
    text = locale().toString(_qdate(day), "MMMM yyyy")
    return text[:1].upper() + text[1:]


def day_heading(day: date, today: date) -> str:
    """`Vandaag`, `Morgen`, `Gisteren`, `Vrijdag 17 nov`: heading of what lies on a day."""
    if abs((day - today).days) <= 1:
        text = relative_date(day, today)
    else:
        text = locale().toString(_qdate(day), "dddd d MMM").replace(".", "")
    return text[:1].upper() + text[1:]


def relative_date(day: date, today: date) -> str:
    """`vandaag`, `gisteren`, `morgen`, `over 3 dagen`, `5 dagen geleden`; further off, day and month."""
    away = (day - today).days
    near = {
        0: QCoreApplication.translate("Dates", "vandaag"),
        -1: QCoreApplication.translate("Dates", "gisteren"),
        1: QCoreApplication.translate("Dates", "morgen"),
    }
    if away in near:
        return near[away]
    if 0 < away <= _WEEK:
        return QCoreApplication.translate("Dates", "over {0} dagen").format(away)
    if -_WEEK <= away < 0:
        return QCoreApplication.translate("Dates", "{0} dagen geleden").format(-away)
    return day_month(day, today)


def short_time(moment: time) -> str:
    """`14:30`."""
    return locale().toString(QTime(moment.hour, moment.minute), "HH:mm")


def local_time(moment: datetime) -> str:
    """`14:03` on this computer's clock, from a moment in UTC."""
    return short_time(moment.astimezone().time())


def local_moment(moment: datetime, today: date) -> str:
    """`vandaag 14:03`, `12 nov 9:10`: from a moment in UTC."""
    here = moment.astimezone()
    return f"{relative_date(here.date(), today)} {short_time(here.time())}"


def number(value: int | float) -> str:
    """`1.204`: with the reader's thousands separator."""
    return locale().toString(value)

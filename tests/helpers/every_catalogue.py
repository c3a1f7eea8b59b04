# SPDX-License-Identifier: EUPL-1.2
"""Every use case of the catalogue, of reporting periods and of withdrawing a release, with canaries."""

from contextlib import suppress
from dataclasses import replace

from casus.domain.periods import Period
from casus.errors import CasusError
from casus.services import context_figures, indicators, periods
from casus.services.context_figures import ContextFigureInput
from casus.services.desk import Desk
from casus.services.indicators import IndicatorInput, TargetInput
from casus.services.periods import PeriodInput
from casus.services.withdrawing import withdraw_release
from tests.helpers.canary import Canary
from tests.helpers.every_field import DAY, World

YEAR = Period.of_year(DAY.year)
SPOIL = "\u202e"


def define_figures(world: World, canary: Canary) -> None:
    """Define a figure, aim at it, change and hide it; keep figures of others and periods."""
    desk = world.coordinator
    wanted = IndicatorInput(
        canary("title of an indicator"), canary.text("definition"), canary("source"), "careers", "prospects",
        "young_people_in_approach", "persons", canary.text("why counted"), canary("title in English"),
        canary.text("definition in English"), canary("source in English"), canary.text("note"),
        canary.text("note in English"), ("district=west",), ("age_group",),
    )  # fmt: skip
    with suppress(CasusError):
        indicators.add_indicator(desk, replace(wanted, title_nl=wanted.title_nl + SPOIL))
    own = indicators.add_indicator(desk, wanted).value
    hidden = replace(wanted, reason=canary.text("why hidden"), hidden=True)
    indicators.change_indicator(desk, own.code, own.definition_version, hidden)
    indicators.set_target(desk, own.code, YEAR, TargetInput(40))
    given = ContextFigureInput(
        canary("what others say"), 400, canary("unit"), canary("who says so"), DAY, 500, "careers",
        f"https://{canary('site')}.nl", canary.text("note on a figure"),
    )  # fmt: skip
    with suppress(CasusError):
        context_figures.add_context_figure(desk, replace(given, url=given.url + SPOIL))  # type: ignore[operator]
    kept = context_figures.add_context_figure(desk, given).value
    kept = context_figures.update_context_figure(desk, kept.id, kept.version, given).value
    context_figures.remove_context_figure(desk, kept.id, kept.version)
    context_figures.add_context_figure(desk, given)
    named = PeriodInput(str(YEAR), title=canary("name of a period"))
    made = periods.add_period(desk, named).value
    made = periods.update_period(desk, made.id, made.version, named).value
    periods.move_period(desk, made.id, made.version, "adopted")
    spare = periods.add_period(desk, PeriodInput("2001")).value
    periods.remove_period(desk, spare.id, spare.version)


def withdraw(desk: Desk, canary: Canary, release_id: str) -> None:
    """Withdraw what was released."""
    withdraw_release(desk, release_id, canary.text("why withdrawn"))

# SPDX-License-Identifier: EUPL-1.2
"""The rules of the work: code lists, dates, names, periods, phases; standard library only."""

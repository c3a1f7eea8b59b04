# SPDX-License-Identifier: EUPL-1.2
"""The agenda: day, week and month, and a calendar file without names."""

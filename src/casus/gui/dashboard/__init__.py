# SPDX-License-Identifier: EUPL-1.2
"""The dashboard: the figures of a period for the coordinator's own eyes."""

KEY = "dashboard"

# SPDX-License-Identifier: EUPL-1.2
"""The screen of the audit log: who did what, when, to which record."""

# SPDX-License-Identifier: EUPL-1.2
"""The window before a vault is open: unlocking, recovering, and making the first vault."""

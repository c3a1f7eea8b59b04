# SPDX-License-Identifier: EUPL-1.2
"""Stories on screen: written with the check beside the text, read by a second person, sent, told and withdrawn."""

KEY = "verhalen"
"""The key of the page."""

# SPDX-License-Identifier: EUPL-1.2
"""What the coordinator has of the workers for a period: who contributed, and whom to ask about doubtful pairs."""

KEY = "aanleveringen"
"""The key of the page."""

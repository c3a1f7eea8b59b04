# SPDX-License-Identifier: EUPL-1.2
"""The fifteen attack classes of disclosure.md 5.7, with an oracle that shares no code with the engine."""

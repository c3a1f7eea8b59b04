# SPDX-License-Identifier: EUPL-1.2
"""The page with sealed packages: opened, looked at, taken in; what was sent and what came."""

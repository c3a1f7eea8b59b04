# SPDX-License-Identifier: EUPL-1.2
"""The periods a coordinator answers for."""

KEY = "perioden"

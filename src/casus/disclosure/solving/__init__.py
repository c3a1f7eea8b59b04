# SPDX-License-Identifier: EUPL-1.2
"""Linear and integer programs, and rows that are checked in plain integers."""

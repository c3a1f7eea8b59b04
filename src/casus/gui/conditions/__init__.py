# SPDX-License-Identifier: EUPL-1.2
"""The basic conditions for return over the whole caseload."""

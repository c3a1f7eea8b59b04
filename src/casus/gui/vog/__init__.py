# SPDX-License-Identifier: EUPL-1.2
"""Certificates of conduct over the whole caseload, and the forms for their steps."""

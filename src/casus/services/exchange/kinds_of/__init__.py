# SPDX-License-Identifier: EUPL-1.2
"""Kinds of bundle that are not a subject of their own: the lists of the organisation, the book of releases."""

# SPDX-License-Identifier: EUPL-1.2
"""The planning of a worker: the caseload, in the order in which it asks for something."""

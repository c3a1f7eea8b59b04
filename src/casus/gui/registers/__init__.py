# SPDX-License-Identifier: EUPL-1.2
"""The registers page: what was done in schools, with firms and in sessions, and by whom."""

# SPDX-License-Identifier: EUPL-1.2
"""The forms by which a case passes to a colleague."""

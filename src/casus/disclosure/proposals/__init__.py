# SPDX-License-Identifier: EUPL-1.2
"""What would help when figures may not leave: coarser tables, as data."""

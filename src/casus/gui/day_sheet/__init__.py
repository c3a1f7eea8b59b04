# SPDX-License-Identifier: EUPL-1.2
"""The sheet of one day, to be read on the screen."""

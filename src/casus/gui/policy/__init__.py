# SPDX-License-Identifier: EUPL-1.2
"""The policy of the organisation on screen: which is in force, what it says, and another one before it is applied."""

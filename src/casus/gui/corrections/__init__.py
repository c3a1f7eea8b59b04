# SPDX-License-Identifier: EUPL-1.2
"""What the person disputes: the forms, what a dossier shows of it, and the list of recipients to tell."""

KEY = "ontvangers"
"""The page with the recipients of data that changed."""

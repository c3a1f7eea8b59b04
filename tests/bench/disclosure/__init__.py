# SPDX-License-Identifier: EUPL-1.2
"""The disclosure engine measured on the tables of disclosure.md, beside what other packages needed."""

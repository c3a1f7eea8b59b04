# SPDX-License-Identifier: EUPL-1.2
"""Key derivation, key slots, sealing: bytes in, bytes out; the only user of `cryptography`."""

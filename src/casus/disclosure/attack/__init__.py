# SPDX-License-Identifier: EUPL-1.2
"""What an outsider or insider can work out of everything published, and the proof that it is too little."""

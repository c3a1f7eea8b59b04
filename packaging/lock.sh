#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Writes requirements/*.txt from pyproject.toml: exact versions with the hashes of every file PyPI
# has for them, for all systems and Pythons at once, and without the name of any index.
# Versions already locked are kept; `make lock UPGRADE=1` moves to the newest.
set -eu
cd "$(dirname "$0")/.."
uv=${UV:-.venv/bin/uv}

# settings of this machine must not leak into the locks
unset PIP_FIND_LINKS PIP_EXTRA_INDEX_URL PIP_INDEX_URL UV_FIND_LINKS UV_INDEX UV_EXTRA_INDEX_URL UV_DEFAULT_INDEX UV_INDEX_URL 2>/dev/null || true

lock() { # NAME [ARGUMENT …]
    name=$1
    shift
    "$uv" pip compile pyproject.toml "$@" --quiet --no-config --universal --python-version 3.11 \
        --generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links ${UPGRADE:+--upgrade} \
        --custom-compile-command "make lock" --output-file "requirements/$name.txt" >/dev/null
}

lock runtime
lock dev --extra dev --constraint requirements/runtime.txt
lock package --extra package --constraint requirements/runtime.txt

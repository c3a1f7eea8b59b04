#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Makes sure that what pip cannot bring is there: a fitting Python, and the shared libraries Qt
# loads. What is missing is installed by apt as root or through sudo; elsewhere it is named.
# Quiet and quick (< 1 s) when nothing is missing. CASUS_PYTHON chooses the interpreter; arguments
# COMMAND:PACKAGE ask for more (`make package` needs objdump, of binutils).
set -eu

python=${CASUS_PYTHON:-python3}
say() { printf '%s\n' "$*" >&2; }

if ! "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
    say "Casus needs Python 3.11, 3.12 or 3.13 and found $("$python" --version 2>&1 || true)."
    say "Name another interpreter: make PYTHON=python3.12 …"
    exit 1
fi

case $(uname -s) in
Linux) ;;
*) exit 0 ;; # on Windows and macOS the wheels bring all they need
esac

# One line per library: the file the loader must find, and the Debian package that has it.
# The first seven are Qt itself, also without a screen; the rest is for a window (X11).
missing=$("$python" - "$@" <<'PYTHON'
import ctypes
import importlib.util
import os
import shutil
import sys

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def loads(library):
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


missing = [package for library, package in LIBRARIES.items() if not loads(library)]
if not os.path.isdir(".venv") and not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
    missing.append("python3-venv")
extra = (argument.split(":") for argument in sys.argv[1:])
missing += [package for command, package in extra if not shutil.which(command)]
print(" ".join(missing))
PYTHON
)
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    say "Casus needs system libraries that are not here. On Debian and Ubuntu they are called:"
    say "    $missing"
    say "Install the same libraries with this system's package manager and run make again."
    exit 1
fi

if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [ -t 0 ] && [ -z "${CI:-}" ]; }; }; then
    as_root=sudo
else
    say "Casus needs system packages that only an administrator can install. Please run:"
    say "    apt-get install --no-install-recommends $missing"
    say "as root, and run make again."
    exit 1
fi

say "Installing the system libraries Qt needs: $missing"
apt() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@" </dev/null; }
# shellcheck disable=SC2086  # a list of package names
if ! { apt install -y --no-install-recommends $missing >/dev/null 2>&1 ||
    { apt update >/dev/null && apt install -y --no-install-recommends $missing >/dev/null; }; }; then
    say "apt-get could not install these packages: $missing"
    exit 1
fi

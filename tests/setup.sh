#!/bin/sh
# setup.sh [COMMAND ...]: what the build and the tests need, and the Debian package that has it; and
# the commands named, which are packages of the same name. Says what is missing and installs it with
# apt-get; who may not is told what to ask for. SETUP=no only says it.
CC=${CC:-gcc} SQLITE3=${SQLITE3:-sqlite3} PYTHON=${PYTHON:-python3}
missing=

need() { # need PACKAGE COMMAND...: the package is missing unless the command succeeds
  package=$1
  shift
  "$@" >/dev/null 2>&1 || missing="$missing $package"
}
header() { echo "#include <$1>" | "$CC" -E -x c -; }

need make command -v make
need gcc command -v "$CC"
need libc6-dev header stdlib.h
need libsqlite3-dev header sqlite3ext.h
need libicu-dev header unicode/ucol.h
need libutf8proc-dev header utf8proc.h
need sqlite3 command -v "$SQLITE3"
need python3 command -v "$PYTHON"
for command; do
  case $command in
  numpy) need python3-numpy "$PYTHON" -c 'import numpy' ;;
  *) need "$command" command -v "$command" ;;
  esac
done

test -z "$missing" && exit 0
install="apt-get install -y --no-install-recommends$missing"
if test "$SETUP" = no; then
  echo "These packages seem to be missing:$missing" >&2
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "Missing, by the names of Debian's packages:$missing. Install them and try again." >&2
  exit 1
fi
if test "$(id -u)" = 0; then
  sudo=
elif command -v sudo >/dev/null; then
  sudo=sudo
else
  echo "Packages are missing, and this user may not install any. Whoever may, runs: $install" >&2
  exit 1
fi
echo "Installing the missing packages:$missing (make SETUP=no ... does not install anything)"
# shellcheck disable=SC2086 # lists of words
if ! { $sudo apt-get update -q && $sudo env DEBIAN_FRONTEND=noninteractive $install -q; }; then
  echo "The packages could not be installed. Whoever may, runs: $install" >&2
  exit 1
fi

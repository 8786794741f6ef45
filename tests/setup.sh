#!/bin/sh
# setup.sh [COMMAND ...]: what the build and the tests need, and the Debian package that has it; and
# the commands named, which are packages of the same name. Says what is missing and installs it with
# apt-get, unless SETUP=no.
CC=${CC:-gcc} SQLITE3=${SQLITE3:-sqlite3} PYTHON=${PYTHON:-python3}
missing=

need() { # need PACKAGE COMMAND...: the package is missing unless the command succeeds
  package=$1
  shift
  "$@" >/dev/null 2>&1 || missing="$missing $package"
}
header() { echo "#include <$1>" | "$CC" -E -x c -; }

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
if ! command -v apt-get >/dev/null; then
  echo "Missing, by the names of Debian's packages:$missing. Install them and try again." >&2
  exit 1
fi
sudo=
test "$(id -u)" = 0 || sudo=sudo
if test "$SETUP" = no; then
  echo "Missing packages:$missing (SETUP=no: install them with: apt-get install$missing)" >&2
  exit 1
fi
echo "Installing the missing packages:$missing (make SETUP=no ... does not install anything)"
export DEBIAN_FRONTEND=noninteractive
set -x
# shellcheck disable=SC2086 # a list of words
$sudo apt-get update -q && $sudo apt-get install -y -q --no-install-recommends $missing

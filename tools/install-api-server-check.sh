#!/bin/sh
# Compiles tools/api-server-check into .tools/bin, once for the oldest supported Kubernetes and once for the newest.
# Does nothing where the binaries are newer than their sources. The first time takes about two minutes on two cores;
# without optimization, since that halves it and checking a manifest takes 30 ms either way.
set -eu

cd "$(dirname "$0")/api-server-check"
bin=$PWD/../../.tools/bin
mkdir -p "$bin"

# build VERSION [GO-BUILD-ARGUMENTS...]
build() {
  target=$bin/api-server-check-$1
  version=$1
  shift
  if [ -x "$target" ] && [ -z "$(find . -newer "$target" -type f)" ]; then
    echo "api-server-check-$version: there"
    return
  fi
  if ! command -v go >/dev/null; then
    echo "api-server-check-$version: there is no Go (1.26 or newer, https://go.dev/dl) to compile it" >&2
    exit 1
  fi
  go build "$@" -gcflags='all=-N -l' -ldflags='-s -w' -o "$target" .
  touch "$target"
  echo "api-server-check-$version: compiled"
}

build 1.33 -modfile=go-1.33.mod -tags=kubernetes_1_33
build 1.37

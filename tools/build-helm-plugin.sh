#!/bin/sh
# Builds the plugin in the clone that Helm 4 installs: run by the hooks in plugin.yaml. A folder that is built already stays as it
# is; with --again, after an update, it is built anew.
set -eu

cd "$(dirname "$0")/.."
folder=$PWD

fail() {
  echo "moneypositive: $1" >&2
  echo "moneypositive: then run: cd '$folder' && npm ci" >&2
  exit 1
}

[ "${1:-}" != --again ] && [ -f dist/moneypositive.cjs ] && exit 0
command -v node >/dev/null || fail 'Node was not found: it needs 20.19 or newer on PATH'
command -v npm >/dev/null || fail 'npm was not found: it comes with Node, 20.19 or newer'
npm ci --no-audit --no-fund || fail 'npm ci failed: mend what it says'

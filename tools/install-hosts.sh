#!/bin/sh
# Installs the host programs that the end-to-end tests drive into .tools/bin: kustomize, helm3, helm4, kpt.
# A program that is on PATH already is linked, whatever its minor version; else the pinned one is compiled with Go.
# Where the pinned kpt can't be had it is tools/kpt (docs/adr/0010), which with CI=true stands beside an older kpt, too.
# May be run again and again: what is there stays. Exits 1 when a program is missing in the end, and says which.
set -eu

cd "$(dirname "$0")/.."
bin=$PWD/.tools/bin
mkdir -p "$bin"

# What PATH offers besides the folder that is filled here: linking a file to itself would destroy it.
outside=$(printf %s "$PATH" | tr : '\n' | grep -vxF -e "$bin" -e node_modules/.bin | paste -sd: -)

# found NAME PATTERN VERSION-ARGUMENTS: the path of NAME outside .tools/bin, if it reports a version like PATTERN.
found() {
  path=$(PATH=$outside command -v "$1") || return 1
  pattern=$2
  shift 2
  case $("$path" "$@" 2>/dev/null) in
    $pattern) printf '%s\n' "$path" ;;
    *) return 1 ;;
  esac
}

# compiled FILE MODULE@VERSION: whether FILE was compiled from just that version; false for a link.
compiled() {
  [ ! -L "$1" ] && [ -x "$1" ] && command -v go >/dev/null &&
    go version -m "$1" | awk -v want="$2" '$1 == "mod" && $2 "@" $3 == want { ok = 1 } END { exit !ok }'
}

# compile FILE MODULE COMMAND VERSION: into a scratch folder first, so that FILE is whole or absent.
compile() {
  if ! command -v go >/dev/null; then
    echo "$(basename "$1"): not on PATH, and there is no Go (1.26 or newer, https://go.dev/dl) to compile $2@$4" >&2
    return 1
  fi
  scratch=$(mktemp -d "$bin/.install.XXXXXX")
  if GOBIN=$scratch go install "$2$3@$4"; then
    mv -f "$scratch"/* "$1"
    rm -rf "$scratch"
  else
    rm -rf "$scratch"
    echo "$(basename "$1"): not on PATH, and 'go install $2$3@$4' failed (see above)" >&2
    return 1
  fi
}

# provide NAME MODULE COMMAND VERSION PATH-NAMES PATTERN VERSION-ARGUMENTS
provide() {
  name=$1 module=$2 command=$3 version=$4 candidates=$5 pattern=$6
  shift 6
  for candidate in $candidates; do
    if path=$(found "$candidate" "$pattern" "$@"); then
      ln -sf "$path" "$bin/$name"
      echo "$name: $path ($("$path" "$@" 2>/dev/null | head -n 1))"
      return 0
    fi
  done
  if [ -L "$bin/$name" ]; then rm "$bin/$name"; fi
  if ! compiled "$bin/$name" "$module@$version"; then
    compile "$bin/$name" "$module" "$command" "$version" || return 1
  fi
  echo "$name: $version"
}

# compile_parts FILE: tools/kpt, whose go.mod says which kpt. Without optimization, which halves the five minutes it takes.
compile_parts() {
  if [ -x "$1" ] && [ -z "$(find tools/kpt -newer "$1" -type f)" ]; then return 0; fi
  if ! command -v go >/dev/null; then return 1; fi
  scratch=$(mktemp -d "$bin/.install.XXXXXX")
  (cd tools/kpt && go build -gcflags='all=-N -l' -ldflags='-s -w' -o "$scratch/kpt" .) && mv -f "$scratch/kpt" "$1"
  status=$?
  rm -rf "$scratch"
  return $status
}

# older VERSION THAN: whether one version is before another.
older() {
  [ "$1" != "$2" ] && [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

# provide_kpt VERSION: the kpt of PATH or the pinned one; tools/kpt where there is neither, or, in CI, an older one.
provide_kpt() {
  parts_version=$(awk '$1 == "github.com/kptdev/kpt" { print substr($2, 2) }' tools/kpt/go.mod)
  parts=$bin/kpt-$parts_version
  if { [ -x "$parts" ] && ! found kpt '*1.0.0*' version >/dev/null; } ||
    ! provide kpt github.com/kptdev/kpt '' "$1" kpt '*1.0.0*' version; then
    compile_parts "$parts" || return 1
    ln -sf "$(basename "$parts")" "$bin/kpt"
    echo "kpt: v$parts_version, its fn commands (tools/kpt)"
  elif [ "${CI:-}" = true ] && older "$("$bin/kpt" version | tr -d v)" "$parts_version"; then
    compile_parts "$parts" || return 1
    echo "kpt beside it: v$parts_version, its fn commands (tools/kpt)"
  fi
}

missing=0
provide kustomize sigs.k8s.io/kustomize/kustomize/v5 '' v5.8.1 kustomize 'v5.*' version || missing=1
provide helm3 helm.sh/helm/v3 /cmd/helm v3.21.4 'helm3 helm' 'v3.*' version --short || missing=1
provide helm4 helm.sh/helm/v4 /cmd/helm v4.2.4 'helm4 helm' 'v4.*' version --short || missing=1
provide_kpt v1.0.0-beta.67 || missing=1
exit $missing

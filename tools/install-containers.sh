#!/bin/sh
# Installs what builds and runs the container image in the end-to-end tests, on Debian or Ubuntu: podman, buildah, runc.
# Needs root. May be run again and again. A machine that may raise its own resource limits keeps podman's defaults;
# elsewhere (a small VM or a container without CAP_SYS_RESOURCE) a drop-in asks for limits that are allowed there.
set -eu

if ! command -v apt-get >/dev/null; then
  echo 'this installs from Debian packages, and there is no apt-get here: install podman, buildah and runc by hand' >&2
  exit 1
fi

missing=
for program in podman buildah runc; do
  command -v "$program" >/dev/null || missing="$missing $program"
done
if [ -n "$missing" ]; then
  apt-get update -q
  # shellcheck disable=SC2086 # one argument a package
  DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $missing
fi

# Bit 24 of the effective capabilities is CAP_SYS_RESOURCE, seven hexadecimal digits from the right.
digit=$(awk '$1 == "CapEff:" { print substr($2, length($2) - 6, 1) }' /proc/self/status)
case $digit in
  *[13579bdf]) ;;
  *)
    mkdir -p /etc/containers/containers.conf.d
    cat > /etc/containers/containers.conf.d/moneypositive.conf <<'CONF'
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]

[engine]
runtime = "runc"
CONF
    ;;
esac

podman --version
buildah --version
runc --version | head -n 1

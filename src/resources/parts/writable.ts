/** Volumes and mounts of the directories that stay writable on a read-only root file system. */
import type { Volume, VolumeMount } from '../../k8s/models.ts';
import type { Component } from '../../stack/stack.ts';
import { writableDirectories } from '../../stack/writable.ts';

/** Uploads and temporary files may fill it, the node's disk not. */
const SIZE_LIMIT = '1Gi';

export function writableVolumes(component: Component): readonly Volume[] {
  return writableDirectories(component).map(({ name }) => ({ name, emptyDir: { sizeLimit: SIZE_LIMIT } }));
}

export function writableMounts(component: Component): readonly VolumeMount[] {
  return writableDirectories(component).map(({ name, path }) => ({ name, mountPath: path }));
}

/** Volumes and mounts of the project's files: collected static files, uploads. */
import type { Volume, VolumeMount } from '../../k8s/models.ts';
import type { Component } from '../../stack/stack.ts';

export function fileVolumes({ files }: Component): readonly Volume[] {
  return files.map(({ volume }) => volume);
}

export function fileMounts({ files }: Component): readonly VolumeMount[] {
  return files.map(({ volume, path }) => ({ name: volume.name, mountPath: path }));
}

/** Directories that stay writable on a read-only root file system: one volume each. */
import { toDnsLabel } from '../k8s/names.ts';
import type { Component } from './stack.ts';

export interface WritableDirectory {
  /** Name of the volume: unique among these. */
  readonly name: string;
  readonly path: string;
}

const TMP: WritableDirectory = { name: 'tmp', path: '/tmp' };

/** `/tmp` on a read-only root, and the paths asked for; a path where something else is mounted is writable by that. */
export function writableDirectories({
  security,
  volumeMounts,
  files,
}: Pick<Component, 'security' | 'volumeMounts' | 'files'>): readonly WritableDirectory[] {
  const directories = new Map<string, WritableDirectory>();
  if (security.readOnlyRootFilesystem) directories.set(TMP.path, TMP);
  const names = new Set<string>();
  for (const path of security.writablePaths) {
    if (!directories.has(path)) directories.set(path, { name: volumeName(path, names), path });
  }
  for (const { mountPath } of volumeMounts) directories.delete(mountPath);
  for (const { path } of files) directories.delete(path);
  return [...directories.values()];
}

/** `writable-app-var` for `/app/var`, `writable-app-var-2` where `/app-var` took that name; added to `taken`. */
function volumeName(path: string, taken: Set<string>): string {
  const base = `writable-${toDnsLabel(path, 40, 'path')}`;
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base}-${count}`;
  taken.add(name);
  return name;
}

/** Reads the manifests that the command line names: files, folders, stdin. */
import { join, resolve, sep } from 'node:path';
import type { Manifest } from '../manifest.ts';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';

const STDIN = '-';
const STDIN_NAME = '<stdin>';
const MANIFEST = /\.(?:ya?ml|json)$/;

/** Files that say how to build a kustomization; they need neither apiVersion nor kind, so only the name tells. */
const KUSTOMIZATION = /^kustomization\.ya?ml$/;

/**
 * The manifests in the order they are named, each once. A folder gives its .yaml, .yml and .json files by name, without
 * those of its subfolders, as `kubectl apply -f FOLDER` takes them. Without any name: stdin.
 *
 * @throws UsageError where stdin is a terminal, or a folder holds no manifest; system errors for what can't be read.
 */
export async function readManifests(paths: readonly string[], io: Io): Promise<readonly Manifest[]> {
  const named = paths.length === 0 ? [STDIN] : paths;
  const manifests: Manifest[] = [];
  for (const path of unique(named.flatMap((name) => filesOf(name, io)))) {
    manifests.push(
      path === STDIN
        ? { path: STDIN_NAME, bytes: await readStdin(io) }
        : { path: withSlashes(path), bytes: io.readFile(path) },
    );
  }
  return manifests;
}

/** The manifests of a folder, sorted by name. */
export function manifestsIn(folder: string, io: Io): readonly string[] {
  return [...io.listFolder(folder)]
    .filter(isManifest)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => io.entryType(path) !== 'folder');
}

/** Whether a file is one of those that a folder gives. */
export function isManifest(name: string): boolean {
  return MANIFEST.test(name) && !KUSTOMIZATION.test(name);
}

/** Stdin, once; on a terminal nobody would know that the program waits for input. */
export function readStdin(io: Io): Promise<Uint8Array> {
  if (io.stdinIsTerminal()) {
    throw new UsageError('nothing to read: name files or folders, or pipe manifests to stdin');
  }
  return io.readStdin();
}

function filesOf(path: string, io: Io): readonly string[] {
  if (path === STDIN || io.entryType(path) !== 'folder') return [path];
  const files = manifestsIn(path, io);
  if (files.length === 0) {
    throw new UsageError(`${path} holds no manifests (.yaml, .yml or .json; subfolders are not searched)`);
  }
  return files;
}

/** A file that is named twice, or by itself and by its folder, is read once. */
function unique(paths: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return paths.filter((path) => {
    const place = path === STDIN ? STDIN : resolve(path);
    return !seen.has(place) && seen.add(place);
  });
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}

/** What the program `git` knows: files of a revision, without a checkout. */

import type { Manifest } from '../../manifest.ts';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { isManifest } from '../manifests.ts';

/** A file or folder of a revision, as `git show REV:PATH` names it. */
export interface Revision {
  readonly rev: string;
  /** From the top of the repository; from the folder git runs in where it starts with `./` or `../`. */
  readonly path: string;
  /** The folder git runs in; undefined for the working directory. */
  readonly folder: string | undefined;
}

interface TreeFile {
  readonly name: string;
  readonly hash: string;
}

/** How git marks a symbolic link. */
const LINK = '120000';

/** `REV:PATH`. A colon in braces is part of the revision: `main@{10:00}`. Undefined where there is none. */
export function parseRevision(text: string): Omit<Revision, 'folder'> | undefined {
  const [, rev, path] = /^((?:\{[^}]*\}|[^:{])*):(.*)$/s.exec(text) ?? [];
  return rev === undefined || path === undefined ? undefined : { rev, path };
}

/** Whether there is a git that knows the revision, in the repository that the folder is in. */
export function isRevision(rev: string, folder: string | undefined, io: Io): boolean {
  if (rev === '' || rev.startsWith('-')) return false;
  const args = inFolder(folder, ['rev-parse', '--verify', '--quiet', `${rev}^{commit}`]);
  return io.runGit(args)?.exitCode === 0;
}

/**
 * The manifests of a revision, each by the name `git show` knows it by; of a folder the .yaml, .yml and .json files.
 *
 * @throws UsageError where git has no such revision or path.
 */
export function readRevision(revision: Revision, io: Io): readonly Manifest[] {
  const { rev, path, folder } = checked(revision, io);
  const name = path.replace(/(?<=[^/.])\/+$/, '');
  const object = `${rev}:${name}`;
  const type = output(['cat-file', '-t', object], folder, io).toString('utf8').trim();
  if (type === 'blob') return [{ path: object, bytes: output(['cat-file', 'blob', object], folder, io) }];
  const files = filesOf(object, folder, io);
  if (files.length === 0) {
    throw new UsageError(`${object} holds no manifests (.yaml, .yml or .json; subfolders are not searched)`);
  }
  return files.map((file) => ({
    path: join(object, file.name),
    bytes: output(['cat-file', 'blob', file.hash], folder, io),
  }));
}

function checked(revision: Revision, io: Io): Revision {
  const { rev, folder } = revision;
  if (rev === '') throw new UsageError('name a revision before the colon, as in HEAD~1:shop.yaml');
  if (rev.startsWith('-')) throw new UsageError(`no revision of git begins with a dash: ${rev}`);
  const inside = run(['rev-parse', '--git-dir'], folder, io);
  if (inside.exitCode !== 0) throw new UsageError(`git: ${firstLine(inside.stderr)}`);
  if (!isRevision(rev, folder, io)) {
    throw new UsageError(
      `git has no revision ${rev} here; a shallow clone has only its latest: fetch more (git fetch --unshallow)`,
    );
  }
  return revision;
}

/** The manifests of a tree by name. */
function filesOf(tree: string, folder: string | undefined, io: Io): readonly TreeFile[] {
  return output(['ls-tree', '--full-tree', '-z', tree], folder, io)
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode, hash, name] = /^(\d{6}) blob ([\da-f]+)\t(.+)$/s.exec(line) ?? [];
      if (hash === undefined || name === undefined || !isManifest(name)) return [];
      // A folder on disk gives what the link leads to: to leave it out here would look like a change.
      if (mode === LINK)
        throw new UsageError(`${join(tree, name)} is a symbolic link, which is not followed in a revision`);
      return [{ name, hash }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function join(object: string, name: string): string {
  return /[:/]$/.test(object) ? `${object}${name}` : `${object}/${name}`;
}

function output(args: readonly string[], folder: string | undefined, io: Io): Buffer {
  const { exitCode, stdout, stderr } = run(args, folder, io);
  if (exitCode !== 0) throw new UsageError(`git: ${firstLine(stderr)}${hint(stderr)}`);
  return Buffer.from(stdout);
}

function run(args: readonly string[], folder: string | undefined, io: Io) {
  const result = io.runGit(inFolder(folder, args));
  if (result === undefined) throw new UsageError('the program git is not here: name files, or install it');
  return result;
}

function inFolder(folder: string | undefined, args: readonly string[]): readonly string[] {
  return folder === undefined ? args : ['-C', folder, ...args];
}

function firstLine(stderr: string): string {
  return (stderr.trim().split('\n')[0] ?? '').replace(/^fatal: /, '');
}

function hint(stderr: string): string {
  if (!/does not exist in|exists on disk/.test(stderr)) return '';
  return '; paths count from the top of the repository, those that begin with ./ from here';
}

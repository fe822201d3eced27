/** OLD and NEW of a plan: files, folders, stdin, or files and folders of a git revision. */
import { basename, dirname } from 'node:path';
import type { Manifest } from '../../manifest.ts';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { readManifests } from '../manifests.ts';
import { isRevision, parseRevision, type Revision, readRevision } from './git.ts';

const STDIN = '-';

/** Where the objects of one side come from. */
export type Side = { readonly files: string } | { readonly revision: Revision };

/**
 * What two arguments mean. What is there as a file or folder is that; `REV:PATH` is what `git show` takes it for; anything
 * else is a revision, with the path of the other side.
 *
 * @throws UsageError where that leaves no path, or stdin is named twice.
 */
export function resolveSides(former: string, next: string, io: Io): readonly [Side, Side] {
  if (former === STDIN && next === STDIN) throw new UsageError('only one of the two can come from stdin');
  return [toSide(former, next, io), toSide(next, former, io)];
}

export async function readSide(side: Side, io: Io): Promise<readonly Manifest[]> {
  return 'files' in side ? readManifests([side.files], io) : readRevision(side.revision, io);
}

function toSide(name: string, other: string, io: Io): Side {
  return named(name, io) ?? { revision: { rev: name, ...samePath(name, other, io) } };
}

/** The side, if the argument says all of it. */
function named(name: string, io: Io): Side | undefined {
  if (name === '') throw new UsageError('an empty name is neither a file nor a revision');
  if (name === STDIN || io.entryType(name) !== undefined) return { files: name };
  const revision = parseRevision(name);
  return revision && { revision: { ...revision, folder: undefined } };
}

/** The path of the other side, for a revision that names none. */
function samePath(name: string, other: string, io: Io): Omit<Revision, 'rev'> {
  const side = other === STDIN ? undefined : named(other, io);
  if (side === undefined) throw new UsageError(pathless(name, other, io));
  const place = 'revision' in side ? side.revision : placeOf(side.files, io);
  if (!isRevision(name, place.folder, io)) throw new UsageError(neither(name, io));
  return { path: place.path, folder: place.folder };
}

/** Why there is no path to look for: one of the two is nothing, or neither names any. */
function pathless(name: string, other: string, io: Io): string {
  const unknown = [name, other].find((one) => one !== STDIN && !isRevision(one, undefined, io));
  return unknown === undefined ? `say which path of ${name} is meant: ${name}:PATH` : neither(unknown, io);
}

/** A path for git, from the folder that the file is in: that is in the repository that is meant. */
function placeOf(file: string, io: Io): Omit<Revision, 'rev'> {
  if (io.entryType(file) === 'folder') return { path: './', folder: file };
  return { path: `./${basename(file)}`, folder: dirname(file) };
}

function neither(name: string, io: Io): string {
  const hint = io.runGit(['--version']) === undefined ? ' (and there is no program git)' : '';
  return `${name} is neither a file or folder nor a git revision${hint}`;
}

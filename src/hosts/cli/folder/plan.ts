/**
 * What has to happen in the output folder. Files of generated objects come and go with them; a file that holds anything else
 * is somebody's, and in the way of a write it is an error.
 */
import { join } from 'node:path';
import { describeIdentity, identityOf, type KubernetesObject, keyOf } from '../../../k8s/object.ts';
import {
  describeOrigin,
  describeOwner,
  isOwnedBy,
  type Owner,
  ownerOfObject,
} from '../../../merge/owners.ts';
import { isPrunable } from '../../../merge/prune.ts';
import type { Result } from '../../../results.ts';
import { fileNames } from './file-names.ts';
import type { FolderFile } from './folder-files.ts';

/** An object to write. */
export interface RenderedObject {
  readonly object: KubernetesObject;
  readonly text: string;
}

/** An object, and the file it goes to. */
interface PlannedFile extends RenderedObject {
  readonly path: string;
}

export interface FolderPlan {
  readonly created: readonly PlannedFile[];
  readonly updated: readonly PlannedFile[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** The MoneyPositives that other files were generated from; the folder may serve several, or one may be gone. */
  readonly strangers: readonly string[];
  /** With an error nothing must be done. */
  readonly errors: readonly Result[];
}

interface Situation {
  readonly owners: readonly Owner[];
  /** What is in the folder, by path. */
  readonly files: ReadonlyMap<string, FolderFile>;
  /** Where each object goes, by identity. */
  readonly targets: ReadonlyMap<string, string>;
}

/** The plan for these objects and no others, given what is in the folder. */
export function planFolder(
  rendered: readonly RenderedObject[],
  files: readonly FolderFile[],
  folder: string,
  owners: readonly Owner[],
): FolderPlan {
  const names = fileNames(rendered.map(({ object }) => object));
  const planned = rendered.map((each, index) => ({ ...each, path: join(folder, names[index] ?? '') }));
  const situation: Situation = {
    owners,
    files: new Map(files.map((file) => [file.path, file])),
    targets: new Map(planned.map(({ object, path }) => [keyOf(object), path])),
  };
  const created = planned.filter(({ path }) => !situation.files.has(path));
  const updated = planned.filter(({ path, text }) => {
    const file = situation.files.get(path);
    return file !== undefined && file.text !== text;
  });
  const paths = new Set(planned.map(({ path }) => path));
  const leftovers = files.filter(({ path }) => !paths.has(path));
  return {
    created,
    updated,
    removed: leftovers.filter((file) => isRemovable(file, situation)).map(({ path }) => path),
    unchanged: planned.length - created.length - updated.length,
    strangers: strangersIn(leftovers, owners),
    errors: [
      ...standingTwice(planned),
      ...updated.flatMap((each) => inTheWay(each, situation)),
      ...leftovers.flatMap((file) => standingElsewhere(file, situation)),
    ],
  };
}

function strangersIn(files: readonly FolderFile[], owners: readonly Owner[]): readonly string[] {
  const others = files.flatMap(({ objects }) => objects).filter((object) => !isOwnedBy(object, owners));
  const names = others.map(ownerOfObject).flatMap((owner) => (owner ? [describeOwner(owner)] : []));
  return [...new Set(names)];
}

/** Two objects of one identity, among those that were passed through. */
function standingTwice(planned: readonly PlannedFile[]): readonly Result[] {
  const paths = planned.map(({ path }) => path);
  return planned
    .filter(({ path }, index) => paths.indexOf(path) !== index)
    .map(({ path, object }) =>
      conflict(path, `${describe(object)} stands twice in the input: remove one of them`),
    );
}

/** A file may be overwritten by the very object it holds, and where all it holds is generated. */
function inTheWay({ path, object }: PlannedFile, situation: Situation): readonly Result[] {
  const file = situation.files.get(path);
  if (file === undefined) return [];
  const isSame = (each: KubernetesObject) => !isOurs(object, situation) && keyOf(each) === keyOf(object);
  const other = file.objects.find((each) => !isReplaceable(each, situation) && !isSame(each));
  if (other === undefined && file.isReadable) return [];
  const content = other
    ? `${describe(other)}, which ${describeOrigin(other)}`
    : 'something that is no Kubernetes object';
  const message = `this file holds ${content}, and ${describe(object)} would be written to it`;
  return [conflict(path, `${message}: move it away, or render into another folder`)];
}

/** A file that stays must not hold what another file holds as well, or what is stale: kubectl would apply both. */
function standingElsewhere(file: FolderFile, situation: Situation): readonly Result[] {
  if (isRemovable(file, situation)) return [];
  return file.objects.flatMap((object) => {
    const target = situation.targets.get(keyOf(object));
    if (target === undefined && !isReplaceable(object, situation)) return [];
    const why = target === undefined ? 'is no longer generated' : `would also be written to ${target}`;
    return [
      conflict(
        file.path,
        `${describe(object)} in this file ${why}: remove it here, the rest of the file is not ours`,
      ),
    ];
  });
}

/** Whether a file that nothing is written to any more holds nothing but what was generated. */
function isRemovable({ objects, isReadable }: FolderFile, situation: Situation): boolean {
  return isReadable && objects.length > 0 && objects.every((object) => isReplaceable(object, situation));
}

/** Whether an object in the folder is one of ours that is stale, or that is written anew. */
function isReplaceable(object: KubernetesObject, situation: Situation): boolean {
  return isOurs(object, situation) && (isPrunable(object) || situation.targets.has(keyOf(object)));
}

function isOurs(object: KubernetesObject, { owners }: Situation): boolean {
  return isOwnedBy(object, owners);
}

function conflict(path: string, message: string): Result {
  return { code: 'MP-FILE-FOREIGN', severity: 'error', message, file: { path } };
}

function describe(object: KubernetesObject): string {
  return describeIdentity(identityOf(object));
}

/** What is in the output folder before anything is written. */
import { isKubernetesObject, type KubernetesObject } from '../../../k8s/object.ts';
import { decodeUtf8 } from '../../../yaml/decode.ts';
import { readStream } from '../../../yaml/stream.ts';
import { UsageError } from '../failure.ts';
import type { Io } from '../io.ts';
import { manifestsIn } from '../manifests.ts';

/** A file of the output folder. */
export interface FolderFile {
  readonly path: string;
  /** Undefined where the bytes are no text. */
  readonly text: string | undefined;
  readonly objects: readonly KubernetesObject[];
  /** Whether all of it is objects and comments; what can't be read is nobody's to replace. */
  readonly isReadable: boolean;
}

/** The manifests in a folder; none where there is no folder yet. Throws a UsageError where a file has its name. */
export function readFolder(folder: string, io: Io): readonly FolderFile[] {
  const type = io.entryType(folder);
  if (type === 'file') throw new UsageError(`${folder} is a file; -o takes the name of a folder`);
  return type === undefined ? [] : manifestsIn(folder, io).map((path) => readFolderFile(path, io));
}

function readFolderFile(path: string, io: Io): FolderFile {
  const decoded = decodeUtf8(io.readFile(path));
  if ('problem' in decoded) return { path, text: undefined, objects: [], isReadable: false };
  const documents = readStream(decoded.text);
  const contents = documents.filter(({ value }) => value !== undefined && value !== null);
  const objects = contents.map(({ value }) => value).filter(isKubernetesObject);
  return {
    path,
    text: decoded.text,
    objects,
    isReadable:
      objects.length === contents.length && documents.every(({ problems }) => problems.length === 0),
  };
}

/** A file of manifests, whoever named it: its bytes, and the documents in it. */
import { type Item, toItem } from '../merge/item.ts';
import type { Result } from '../results.ts';
import { decodeUtf8 } from '../yaml/decode.ts';
import { readStream } from '../yaml/stream.ts';

/** A file, or stdin, as it is. */
export interface Manifest {
  /** As the user named it, with slashes; `<stdin>` for stdin. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a file holds, and what is wrong with its bytes. */
export interface ReadManifest {
  readonly items: readonly Item[];
  readonly results: readonly Result[];
}

/** The documents of one file; none, and an error, where its bytes are no text. */
export function readManifest({ path, bytes }: Manifest): ReadManifest {
  const decoded = decodeUtf8(bytes);
  if ('text' in decoded) {
    const documents = readStream(decoded.text);
    return { items: documents.map((document, index) => toItem(document, { path, index })), results: [] };
  }
  const { message, position } = decoded.problem;
  return {
    items: [],
    results: [{ code: 'MP-YAML-SYNTAX', severity: 'error', message, position, file: { path } }],
  };
}

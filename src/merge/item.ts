/** What stages hand on: the manifests that came in, each with the text it came in. */
import { isKubernetesObject, type KubernetesObject } from '../k8s/object.ts';
import type { Result } from '../results.ts';
import type { SourceDocument } from '../yaml/document.ts';

/** One item of a ResourceList, or one document of a stream. */
export interface Item {
  readonly document: SourceDocument;
  /** Absent where the document is no Kubernetes object (a comment, values of something else). */
  readonly object: KubernetesObject | undefined;
  /** The file it came from, where the host tells; the path has slashes, the index counts its documents from 0. */
  readonly file: FileReference | undefined;
}

export type FileReference = NonNullable<Result['file']>;

export function toItem(document: SourceDocument, file?: FileReference): Item {
  const { value } = document;
  return { document, object: isKubernetesObject(value) ? value : undefined, file };
}

/** Objects that have every field there is, to ask a server whether it knows them all. */
import type { KubernetesObject } from '../../src/k8s/object.ts';
import type { Shape } from './declared-fields.ts';
import { shapeOfKind } from './schema.ts';

/**
 * For the kind of each object, one with all the fields that its model declares, as a stream of JSON documents. A null
 * decodes into a field of any type.
 */
export function everyField(objects: readonly KubernetesObject[]): string {
  const full = objects.map(({ apiVersion, kind }) => {
    const shape = shapeOfKind(apiVersion, kind);
    if (shape === undefined) throw new Error(`no model of ${apiVersion} ${kind}`);
    return JSON.stringify({ ...(filled(shape) as object), apiVersion, kind });
  });
  return full.join('\n---\n');
}

function filled(shape: Shape): unknown {
  if (shape.kind === 'leaf') return null;
  if (shape.kind === 'list') return [filled(shape.of())];
  if (shape.kind === 'map') return { key: filled(shape.of()) };
  return Object.fromEntries([...shape.fields].map(([name, below]) => [name, filled(below())]));
}

/** Something to know about an object before a change is applied, as a result like any other. */
import { CODES, type Code } from '../codes.ts';
import type { KubernetesObject } from '../k8s/object.ts';
import type { Result } from '../results.ts';
import { nameOf } from './objects.ts';

/** The result; its severity is that of its code. */
export function notice(code: Code, object: KubernetesObject, message: string, field?: string): Result {
  const { namespace, ...name } = nameOf(object);
  return {
    code,
    severity: CODES[code].severity,
    message,
    resourceRef: { ...name, ...(namespace !== '' && { namespace }) },
    ...(field !== undefined && { field: { path: field } }),
  };
}

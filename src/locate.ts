/** From a finding about a field to a result with the object, the file and the line. */
import { API_VERSION, KIND } from './api/group.ts';
import type { Item } from './merge/item.ts';
import { type Finding, formatPath, type Result } from './results.ts';

/** The finding with the place it was made about. */
export function locate({ path, ...finding }: Finding, item: Item): Result {
  const position = finding.position ?? item.document.position(path, 'value');
  const { proposedValue } = finding;
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    resourceRef: resourceRef(item),
    ...(path.length > 0 && {
      field: { path: formatPath(path), ...(proposedValue !== undefined && { proposedValue }) },
    }),
    ...(item.file && { file: item.file }),
    ...(position && { position }),
  };
}

/** The reference that a result bears; name and namespace only as far as they are text. */
function resourceRef({ object }: Item): NonNullable<Result['resourceRef']> {
  const { name, namespace }: { name?: unknown; namespace?: unknown } = object?.metadata ?? {};
  return {
    apiVersion: object?.apiVersion ?? API_VERSION,
    kind: object?.kind ?? KIND,
    name: typeof name === 'string' ? name : '',
    ...(typeof namespace === 'string' && { namespace }),
  };
}

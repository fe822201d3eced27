/**
 * What is to be said about documents that no host has read before us. kpt, kustomize and Helm refuse what isn't a Kubernetes
 * object; on the command line and in the library that is our part.
 */
import { API_GROUP } from '../api/group.ts';
import type { Item } from '../merge/item.ts';
import { isNearMiss, notAnObjectResult } from '../merge/unreadable.ts';
import type { Result } from '../results.ts';

/** Errors for documents that kubectl would refuse: no valid YAML, or no object. Empty documents are fine. */
export function checkDocuments(items: readonly Item[]): readonly Result[] {
  return items.flatMap((item) => [...syntaxError(item), ...notAnObject(item)]);
}

/** The error in place of the warning that hosts get: whoever names files, or calls a function, expects a stack. */
export function nothingFound(results: readonly Result[], where: string): readonly Result[] {
  return results.map((result) =>
    result.code === 'MP-NOTHING-TO-DO'
      ? { code: 'MP-NOTHING-FOUND', severity: 'error', message: `there is no MoneyPositive in ${where}` }
      : result,
  );
}

/** What may be meant as a MoneyPositive was reported when it was looked for. */
function syntaxError({ document, file }: Item): readonly Result[] {
  const problem = document.problems.find(({ kind }) => kind === 'syntax');
  if (problem === undefined || document.text.includes(API_GROUP)) return [];
  const { message, position } = problem;
  return [{ code: 'MP-YAML-SYNTAX', severity: 'error', message, position, ...(file && { file }) }];
}

function notAnObject(item: Item): readonly Result[] {
  const { document, object } = item;
  const { value, problems } = document;
  if (object !== undefined || value === undefined || value === null || problems.length > 0) return [];
  return isNearMiss(item) ? [] : [notAnObjectResult(item)];
}

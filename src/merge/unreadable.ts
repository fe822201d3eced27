/** Items that may be meant as a MoneyPositive, but can't be read as one: they must not pass unseen. */
import { API_GROUP, KIND } from '../api/group.ts';
import { isKubernetesObject } from '../k8s/object.ts';
import type { Result } from '../results.ts';
import type { Item } from './item.ts';
import { isMoneyPositive } from './sources.ts';

/**
 * Results for items that are not valid YAML and name our group, for those that lack an apiVersion or a kind, and for a
 * MoneyPositive in a List. Other items pass as they came: they are not ours to judge, and their host has read them already.
 */
export function unreadableItems(items: readonly Item[]): readonly Result[] {
  return items.flatMap((item) => [
    ...syntaxError(item),
    ...(isNearMiss(item) ? [notAnObjectResult(item)] : []),
    ...listItem(item),
  ]);
}

function syntaxError({ document, object, file }: Item): readonly Result[] {
  const problem = document.problems.find(({ kind }) => kind === 'syntax');
  if (problem === undefined || !document.text.includes(API_GROUP)) return [];
  // What can be made out as a MoneyPositive is validated like any other, and its problems are reported there.
  if (isMoneyPositive(object)) return [];
  const { message, position } = problem;
  return [{ code: 'MP-YAML-SYNTAX', severity: 'error', message, position, ...(file && { file }) }];
}

/** `kubectl get -o yaml` prints a List; its items have no text of their own that could be replaced. */
function listItem({ document, object, file }: Item): readonly Result[] {
  const { items } = (object ?? {}) as { readonly items?: unknown };
  if (object?.kind !== 'List' || !Array.isArray(items)) return [];
  const index = items.findIndex((value) => isKubernetesObject(value) && isMoneyPositive(value));
  if (index < 0) return [];
  const position = document.position(['items', index]);
  const message = 'a MoneyPositive in a List is not expanded: make it a document of its own';
  return [
    {
      code: 'MP-LIST-ITEM',
      severity: 'error',
      message,
      ...(file && { file }),
      ...(position && { position }),
    },
  ];
}

/** Whether a document has our kind or our group, but not both of apiVersion and kind. */
export function isNearMiss({ object, document: { value, problems } }: Item): boolean {
  if (object !== undefined || problems.length > 0 || typeof value !== 'object' || value === null)
    return false;
  const { apiVersion, kind } = value as { apiVersion?: unknown; kind?: unknown };
  return kind === KIND || (typeof apiVersion === 'string' && apiVersion.startsWith(`${API_GROUP}/`));
}

/** The error for a document that is no Kubernetes object. */
export function notAnObjectResult({ document, file }: Item): Result {
  const position = document.position([]);
  return {
    code: 'MP-NOT-AN-OBJECT',
    severity: 'error',
    message: 'this is no Kubernetes object: it needs an apiVersion and a kind',
    ...(file && { file }),
    ...(position && { position }),
  };
}

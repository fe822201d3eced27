/**
 * The whole pipeline: MoneyPositives in, plain Kubernetes objects out.
 *
 *     items ─► findSources ─┬─► validateSpec ─► normalizeStack ─► checkRules ─► expandStack ─► nameObjects ─► orderObjects ─┐
 *                           └─ … one line for each MoneyPositive …                                                        ├─► mergeItems
 *     items ──────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
 *
 * Hosts read the items before and write them afterwards. Nothing here does I/O, and nothing changes its input.
 */
import type { MoneyPositive } from './api/v1alpha1/money-positive.ts';
import { validateSpec } from './api/validate.ts';
import type { KubernetesObject } from './k8s/object.ts';
import { locate } from './locate.ts';
import { findConflicts } from './merge/conflicts.ts';
import type { Item } from './merge/item.ts';
import { type MergedItem, type MergeOptions, mergeItems } from './merge/merge-items.ts';
import { findSources } from './merge/sources.ts';
import { unreadableItems } from './merge/unreadable.ts';
import { nameObjects } from './release/name-objects.ts';
import { orderObjects } from './release/order-objects.ts';
import { expandStack } from './resources/index.ts';
import { type Finding, hasErrors, type Result } from './results.ts';
import { checkRules } from './rules/index.ts';
import { normalizeStack } from './stack/normalize.ts';
import type { SourceDocument } from './yaml/document.ts';

/** What comes out: the items for the host to write, and what there is to say. After an error the items are the input's. */
export interface Expansion {
  readonly output: readonly MergedItem[];
  readonly results: readonly Result[];
}

/** Expands every MoneyPositive among the items, and the functionConfig if it is one. */
export function expandItems(
  items: readonly Item[],
  functionConfig: Item | undefined,
  options: MergeOptions,
): Expansion {
  const sources = findSources(items, functionConfig);
  const expanded = sources.map((source) => ({ source, ...expandDocument(source.item.document) }));
  const stacks = expanded.map(({ source, objects }) => ({ source, objects }));
  const results = [
    ...unreadableItems(items),
    ...expanded.flatMap(({ source, findings }) => findings.map((finding) => locate(finding, source.item))),
    ...findConflicts(items, functionConfig, stacks).map(({ source, ...finding }) =>
      locate(finding, source.item),
    ),
  ];
  if (sources.length === 0 && !hasErrors(results)) results.push(NOTHING_TO_DO);
  if (hasErrors(results)) {
    return { output: items.map(({ document }) => ({ kind: 'kept', document })), results };
  }
  return { output: mergeItems(items, stacks, options), results };
}

const NOTHING_TO_DO: Result = {
  code: 'MP-NOTHING-TO-DO',
  severity: 'warning',
  message: 'there is no MoneyPositive here: everything passes as it came',
};

/** The objects of one MoneyPositive, and what there is to say about it; no objects after an error. */
export function expandDocument(document: SourceDocument): {
  readonly objects: readonly KubernetesObject[];
  readonly findings: readonly Finding[];
} {
  // 1. Each field by itself, as the user wrote it.
  const invalid = validateSpec(document);
  if (hasErrors(invalid)) return { objects: [], findings: invalid };
  const object = document.value as MoneyPositive;
  // 2. Every default filled in.
  const stack = normalizeStack(object);
  // 3. The fields together.
  const findings = [...invalid, ...checkRules({ stack, object })];
  if (hasErrors(findings)) return { objects: [], findings };
  // 4. The Kubernetes objects, 5. with their hashed names, 6. and what the engine that applies them must know.
  return { objects: orderObjects(nameObjects(expandStack(stack)), stack.engine), findings };
}

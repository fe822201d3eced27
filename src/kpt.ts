/**
 * The expansion as a function of kpt's TypeScript SDK (`kpt-functions`), for pipelines that are written in TypeScript. The SDK
 * is named as a type only: importing it replaces `console`. Its own way to read and write files loses data, so the program
 * `moneypositive` doesn't go through it.
 */
import type { Configs, KptFunc, KubernetesObject as KptObject, Result as KptResult } from 'kpt-functions';
import { expandPackage } from './hosts/krm/expand-package.ts';
import { fileOf } from './hosts/krm/files.ts';
import { isKubernetesObject, type KubernetesObject } from './k8s/object.ts';
import { type Item, toItem } from './merge/item.ts';
import type { MergedItem } from './merge/merge-items.ts';
import type { Result } from './results.ts';
import { plainCopy, valueDocument } from './yaml/value-document.ts';

const USAGE = `Expands each MoneyPositive, among the configs or as the functionConfig, into plain Kubernetes objects.

Generated objects are inserted, updated where they are there already, and deleted where their MoneyPositive no longer gives
them. After a result of severity error the configs are as they were.`;

/** Changes the configs in place; what is wrong with a MoneyPositive is in their results, nothing is thrown for it. */
export const moneyPositive: KptFunc = Object.assign(expandConfigs, { usage: USAGE });

async function expandConfigs(configs: Configs): Promise<void> {
  const objects = new Map(configs.getAll().map((object) => [toKptItem(object), object]));
  const items = [...objects.keys()];
  const config = configs.getFunctionConfig();
  // A MoneyPositive stays: kpt would delete the file of one that is gone.
  const { output, results } = expandPackage(items, config && toKptItem(config), () => true);
  configs.addResults(...results.map(toKptResult));
  apply(output, objects, configs);
}

/** The SDK numbers objects while a function runs; an object that differs in nothing else is the same. */
const SDK_MARK = 'internal.kubernetes.io/annotations-migration-resource-id';

function toKptItem(object: KptObject): Item {
  const { [SDK_MARK]: _, ...annotations } = object.metadata.annotations ?? {};
  const document = valueDocument({ ...object, metadata: { ...object.metadata, annotations } });
  return toItem(document, isKubernetesObject(document.value) ? fileOf(document.value) : undefined);
}

/** Objects that stay are left alone: their owner may hold references to them. */
function apply(output: readonly MergedItem[], objects: ReadonlyMap<Item, KptObject>, configs: Configs): void {
  const kept = new Set(output.flatMap((item) => (item.kind === 'kept' ? [item.document] : [])));
  const gone = [...objects].filter(([{ document }]) => !kept.has(document)).map(([, object]) => object);
  configs.delete(...gone);
  configs.insert(...output.flatMap((item) => (item.kind === 'kept' ? [] : [toKptObject(item.value)])));
}

/** A copy: functions of this SDK change objects in place, and generated ones share parts with each other. */
function toKptObject(object: KubernetesObject): KptObject {
  return plainCopy(object) as KptObject;
}

/** The SDK's results are older than the specification's: `warn`, `suggestedValue`, and a namespace always. */
function toKptResult({ code, severity, message, resourceRef, field, file }: Result): KptResult {
  return {
    message: `${message} [${code}]`,
    severity: severity === 'warning' ? 'warn' : severity,
    tags: { code },
    ...(resourceRef && { resourceRef: { ...resourceRef, namespace: resourceRef.namespace ?? '' } }),
    ...(file && { file }),
    ...(field && { field: toKptField(field) }),
  };
}

function toKptField({ path, proposedValue }: NonNullable<Result['field']>): NonNullable<KptResult['field']> {
  return { path, ...(proposedValue !== undefined && { suggestedValue: proposedValue }) };
}

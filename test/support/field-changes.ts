/** Every field of the API, changed one at a time: what may happen to a stack in its life. Made from the schema alone. */

import { definitionName, EMBEDDED_PREFIX, type JsonSchema, resolve } from '../../src/api/json-schema.ts';
import { alternatives, SCHEMA } from '../../src/api/schema.ts';
import type { MoneyPositive } from '../../src/api/v1alpha1/money-positive.ts';

/** A change of one field. */
export interface FieldChange {
  /** `app.port`, `workers.default.queues`, `metadata.labels`. */
  readonly field: string;
  /** Any stack with the field changed; whatever stands above it is made where it isn't there. */
  readonly apply: (object: MoneyPositive) => MoneyPositive;
  /** `WHOLE_STACK` with the field changed. */
  readonly after: MoneyPositive;
}

/** What the examples of mounts mount. */
const CERTIFICATES = [{ name: 'certificates', secret: { secretName: 'internal-ca' } }];

/** A stack with all of its components, which keeps data in every place it may. */
export const WHOLE_STACK: MoneyPositive = {
  apiVersion: 'moneypositive.coop/v1alpha1',
  kind: 'MoneyPositive',
  metadata: { name: 'shop', namespace: 'shop' },
  spec: {
    // None of it is what the schema has for an example: each of those is a change.
    image: 'registry.example.com/store',
    version: '1.0.0',
    project: 'store',
    hosts: ['store.example.com'],
    tls: { issuerRef: { name: 'internal' } },
    volumes: CERTIFICATES,
    app: { probes: { path: '/alive' } },
    workers: { default: {} },
    beat: { scheduler: 'persistent' },
    redis: { storage: '2Gi', volumes: CERTIFICATES },
    static: { serve: 'nginx', nginx: { port: 8181 } },
    media: { storage: { size: '2Gi' } },
    networkPolicy: { egress: [] },
  },
};

type Path = readonly string[];

/** `WHOLE_STACK` with each field set to each of the values that the schema names for it: examples, enumerations, `false`. */
export function fieldChanges(): readonly FieldChange[] {
  const { metadata = {}, spec = {} } = resolve(SCHEMA, SCHEMA).properties ?? {};
  const labels = resolve(metadata, SCHEMA).properties?.['labels'] ?? {};
  return [...changesAt(['metadata', 'labels'], labels), ...changesAt(['spec'], spec)];
}

function changesAt(path: Path, schema: JsonSchema): readonly FieldChange[] {
  const field = path.filter((step) => step !== 'spec').join('.');
  const own = valuesOf(schema).map((value) => {
    const apply = (object: MoneyPositive) => withValue(object, path, value);
    return { field, apply, after: apply(WHOLE_STACK) };
  });
  return [...own, ...membersOf(schema).flatMap(([name, member]) => changesAt([...path, name], member))];
}

function valuesOf(schema: JsonSchema): readonly unknown[] {
  const { examples = [] } = resolve(schema, SCHEMA);
  return [
    ...examples,
    ...alternatives(schema).flatMap((one) => [
      ...(one.enum ?? []),
      ...(one.const === undefined ? [] : [one.const]),
    ]),
  ];
}

/** The fields below; Kubernetes' own types are looked at as a whole, and of the workers there is one. */
function membersOf(schema: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  return alternativesOf(schema).flatMap((one) => {
    if (definitionName(one)?.startsWith(EMBEDDED_PREFIX)) return [];
    const { properties = {}, additionalProperties } = resolve(one, SCHEMA);
    const isWorkers =
      typeof additionalProperties === 'object' && definitionName(additionalProperties) === 'Worker';
    return [
      ...Object.entries(properties),
      ...(isWorkers ? [['default', additionalProperties] as const] : []),
    ];
  });
}

function alternativesOf(schema: JsonSchema): readonly JsonSchema[] {
  return schema.anyOf ?? [schema];
}

function withValue<T>(root: T, [step, ...rest]: Path, value: unknown): T {
  if (step === undefined) return value as T;
  const members = root as Readonly<Record<string, unknown>> | undefined;
  return { ...members, [step]: withValue(members?.[step], rest, value) } as T;
}

/** The init Job has another name exactly when the API server would refuse to change it into what it is now. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MoneyPositive } from '../../src/api/v1alpha1/money-positive.ts';
import type { Job } from '../../src/k8s/models.ts';
import { expandStack } from '../../src/resources/index.ts';
import { normalizeStack } from '../../src/stack/normalize.ts';
import { moneyPositives } from '../support/arbitrary-money-positive.ts';
import { type FieldChange, fieldChanges, WHOLE_STACK } from '../support/field-changes.ts';
import { objectsOf, ofKind } from '../support/stack-objects.ts';

/** Fields that make a new release: they reach the Job's pods. `a.*` stands for `a` and all below it. */
const RENAMING = [
  ...['image', 'imagePullPolicy', 'imagePullSecrets', 'version', 'manage', 'settingsModule'],
  ...['env', 'envFrom', 'volumes', 'volumeMounts', 'sidecars', 'security.*'],
  ...['nodeSelector', 'tolerations', 'affinity', 'topologySpreadConstraints', 'priorityClassName'],
  ...['podLabels', 'podAnnotations', 'serviceAccount.name', 'serviceAccount.automountServiceAccountToken'],
  ...['redis.password.*', 'redis.urlFrom.*', 'redis.urlEnv', 'init.*'],
  // With another name Redis has another URL.
  ...['names', 'media.root', 'media.claimName'],
];

/** Fields of init that the Job may change, that are the gate's, or that mean nothing. */
const KEEPING_OF_INIT = [
  'init.activeDeadlineSeconds',
  'init.backoffLimit',
  'init.gate.*',
  'init.command',
  'init.args',
];

/** Fields that never rename the Job. Of other components it is all there is; the rest is named one by one. */
const KEEPING = [
  ...['metadata.labels', 'engine', 'project', 'hosts', 'ingress.*', 'tls.*', 'networkPolicy.*'],
  ...['app.*', 'workers.*', 'beat.*', 'serviceAccount.annotations'],
  ...['redis.image', 'redis.role', 'redis.maxMemory', 'redis.storage', 'redis.storageClassName'],
  ...['redis.command', 'redis.args', 'redis.env', 'redis.envFrom', 'redis.resources'],
  ...['redis.volumes', 'redis.volumeMounts', 'redis.sidecars', 'redis.initContainers'],
  ...['redis.nodeSelector', 'redis.tolerations', 'redis.affinity', 'redis.topologySpreadConstraints'],
  ...['redis.priorityClassName', 'redis.podLabels', 'redis.podAnnotations', 'redis.security.*'],
  ...['redis.terminationGracePeriodSeconds', 'static.*', 'media.url', 'media.storage.*'],
  ...KEEPING_OF_INIT,
];

const CHANGES = fieldChanges();
const FIELDS = [...new Set(CHANGES.map(({ field }) => field))];

describe('a field of the API', () => {
  it('either renames the init Job or never does: one that is in neither list has to be decided on', () => {
    expect(FIELDS.filter((field) => !renames(field) && !keeps(field))).toEqual([]);
    expect(FIELDS.filter((field) => renames(field) && keeps(field))).toEqual([]);
  });

  it.each([...RENAMING, ...KEEPING])('%s is one, or the list is stale', (pattern) => {
    expect(FIELDS.some((field) => isAmong(field, [pattern]))).toBe(true);
  });
});

describe('another name for the init Job', { timeout: 30_000 }, () => {
  it('comes of each field that reaches its pods', () => {
    const renaming = CHANGES.filter(({ after }) => jobName(after) !== jobName(WHOLE_STACK));
    expect(new Set(renaming.map(({ field }) => field))).toEqual(new Set(FIELDS.filter(renames)));
  });

  it('comes of no other field, whatever the stack', () => {
    const harmless = CHANGES.filter(({ field }) => keeps(field));
    fc.assert(
      fc.property(moneyPositives, fc.subarray(harmless, { minLength: 1, maxLength: 12 }), (any, changes) => {
        // A stack that got its Redis or its uploads by the change would get a URL or a mount with them.
        const object = { ...any, spec: { redis: {}, media: { storage: { size: '1Gi' } }, ...any.spec } };
        expect(jobName(applyAll(changes, object))).toBe(jobName(object));
      }),
    );
  });

  it('comes exactly of another pod template or another failure policy', () => {
    fc.assert(
      fc.property(
        moneyPositives,
        moneyPositives,
        fc.subarray([...CHANGES], { maxLength: 12 }),
        (one, other, changes) => {
          for (const next of [applyAll(changes, one), { ...other, metadata: one.metadata }]) {
            const isSame = isDeepStrictEqual(immutable(one), immutable(next));
            expect(jobName(one) === jobName(next)).toBe(isSame);
          }
        },
      ),
    );
  });

  it('comes of any single change exactly if it is another pod template', () => {
    fc.assert(
      fc.property(moneyPositives, fc.constantFrom(...CHANGES), (one, { apply }) => {
        const next = apply(one);
        expect(jobName(one) === jobName(next)).toBe(isDeepStrictEqual(immutable(one), immutable(next)));
      }),
    );
  });
});

function applyAll(changes: readonly FieldChange[], object: MoneyPositive): MoneyPositive {
  return changes.reduce((changed, { apply }) => apply(changed), object);
}

function jobName(object: MoneyPositive): string | undefined {
  return ofKind(objectsOf(object), 'Job')[0]?.metadata?.name;
}

/** What ValidateJobSpecUpdate in Kubernetes' batch validation compares, before the hash is in it. */
function immutable(object: MoneyPositive): unknown {
  const job = ofKind(expandStack(normalizeStack(object)), 'Job')[0];
  if (job === undefined) return undefined;
  const { completions, template, podFailurePolicy }: Partial<NonNullable<Job['spec']>> = job.spec ?? {};
  // As it is written: a key without a value is none.
  return JSON.parse(JSON.stringify({ completions, template, podFailurePolicy }));
}

function renames(field: string): boolean {
  return isAmong(field, RENAMING) && !isAmong(field, KEEPING_OF_INIT);
}

function keeps(field: string): boolean {
  return isAmong(field, KEEPING);
}

/** Whether a field is one of these; `a.*` stands for `a` and all below it. */
function isAmong(field: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const head = pattern.replace('.*', '');
    return field === head || (pattern !== head && field.startsWith(`${head}.`));
  });
}

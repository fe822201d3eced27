/** The init Job has another name exactly when the API server would refuse to change it into what it is now. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MoneyPositive } from '../../src/api/v1alpha1/money-positive.ts';
import type { Job } from '../../src/k8s/models.ts';
import { expandStack } from '../../src/resources/index.ts';
import { normalizeStack } from '../../src/stack/normalize.ts';
import { moneyPositives } from '../support/arbitrary-money-positive.ts';
import { fieldChanges, WHOLE_STACK } from '../support/field-changes.ts';
import { objectsOf, ofKind } from '../support/stack-objects.ts';

/** Fields that make a new release. Whatever else changes, nothing is migrated or loaded again. */
const RELEASE_FIELDS = [
  ...['image', 'imagePullPolicy', 'imagePullSecrets', 'version', 'manage', 'settingsModule'],
  ...['env', 'envFrom', 'volumes', 'volumeMounts', 'sidecars', 'security.*'],
  ...['nodeSelector', 'tolerations', 'affinity', 'topologySpreadConstraints', 'priorityClassName'],
  ...['podLabels', 'podAnnotations', 'serviceAccount.name', 'serviceAccount.automountServiceAccountToken'],
  ...['redis.password.*', 'redis.urlFrom.*', 'redis.urlEnv', 'init.*'],
  // With another name Redis has another URL.
  ...['names', 'media.root', 'media.claimName'],
];

/** Fields of init that the Job may change, that are the gate's, or that mean nothing. */
const NOT_THE_TEMPLATE = [
  'init.activeDeadlineSeconds',
  'init.backoffLimit',
  'init.gate.*',
  'init.command',
  'init.args',
];

describe('another name for the init Job', () => {
  it('comes of the fields that reach its pods, and of no others', () => {
    const changes = fieldChanges();
    const renaming = changes.filter(({ after }) => jobName(after) !== jobName(WHOLE_STACK));
    const fields = new Set(changes.map(({ field }) => field));
    const expected = [...fields].filter(
      (field) => isAmong(field, RELEASE_FIELDS) && !isAmong(field, NOT_THE_TEMPLATE),
    );
    expect([...new Set(renaming.map(({ field }) => field))].sort()).toEqual(expected.sort());
  });

  it('comes exactly of another pod template or another failure policy', () => {
    fc.assert(
      fc.property(moneyPositives, moneyPositives, fc.boolean(), (one, other, isRelated) => {
        const next = isRelated ? withReleaseOf(other, one) : { ...other, metadata: one.metadata };
        const isSame = JSON.stringify(immutable(one)) === JSON.stringify(immutable(next));
        expect(jobName(one) === jobName(next)).toBe(isSame);
        if (isRelated) expect(isSame).toBe(true);
      }),
    );
  });
});

function jobName(object: MoneyPositive): string | undefined {
  return ofKind(objectsOf(object), 'Job')[0]?.metadata?.name;
}

/** What ValidateJobSpecUpdate in Kubernetes' batch validation compares, before the hash is in it. */
function immutable(object: MoneyPositive): unknown {
  const { completions, template, podFailurePolicy }: Partial<NonNullable<Job['spec']>> =
    ofKind(expandStack(normalizeStack(object)), 'Job')[0]?.spec ?? {};
  return { completions, template, podFailurePolicy };
}

/** A stack with the app, workers, beat and hosts of `object`, and all that reaches the Job of `release`. */
function withReleaseOf(object: MoneyPositive, release: MoneyPositive): MoneyPositive {
  const { app: _app, workers: _workers, beat: _beat, hosts: _hosts, tls: _tls, ...reaching } = release.spec;
  const { app = {}, workers = {}, beat = {}, hosts = [], tls = {} } = object.spec;
  return { ...release, spec: { ...reaching, app, workers, beat, hosts, tls } };
}

/** Whether a field is one of these; `a.*` stands for `a` and all below it. */
function isAmong(field: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const head = pattern.replace('.*', '');
    return field === head || (pattern !== head && field.startsWith(`${head}.`));
  });
}

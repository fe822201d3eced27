/** What is true of every plan, whatever the two sides hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MoneyPositive } from '../../src/api/v1alpha1/money-positive.ts';
import type { KubernetesObject } from '../../src/k8s/object.ts';
import { planJson } from '../../src/plan/format/json.ts';
import { planMarkdown } from '../../src/plan/format/markdown.ts';
import { planText } from '../../src/plan/format/text.ts';
import { isEmpty, type Plan, planChanges } from '../../src/plan/plan.ts';
import { moneyPositives } from '../support/arbitrary-money-positive.ts';
import { objectsOf } from '../support/stack-objects.ts';

/** What must never be told. */
const SECRET = 'never-to-be-told';

const WRITERS = [planText, planJson, planMarkdown];

describe('a plan', () => {
  it('of a stack and itself is empty, and has nothing to say', () => {
    fc.assert(
      fc.property(moneyPositives, (stack) => {
        const plan = planChanges(objectsOf(stack), objectsOf(stack));
        expect(isEmpty(plan)).toBe(true);
        expect(plan).toMatchObject({ init: { runs: false, steps: [], jobs: [] }, rollouts: [], notices: [] });
      }),
    );
  });

  it('there and back adds what it removes, and changes the same fields', () => {
    fc.assert(
      fc.property(moneyPositives, moneyPositives, (one, other) => {
        const next = { ...other, metadata: one.metadata };
        const there = planChanges(objectsOf(one), objectsOf(next)).objects;
        const back = planChanges(objectsOf(next), objectsOf(one)).objects;
        expect(sorted(there.added)).toEqual(sorted(back.removed));
        expect(sorted(there.removed)).toEqual(sorted(back.added));
        expect(sorted(there.changed.flatMap(paths))).toEqual(sorted(back.changed.flatMap(paths)));
      }),
    );
  });

  it('runs initialization exactly if the Job has another name', () => {
    fc.assert(
      fc.property(moneyPositives, moneyPositives, (one, other) => {
        const [before, after] = [objectsOf(one), objectsOf({ ...other, metadata: one.metadata })];
        const { runs, steps } = planChanges(before, after).init;
        const [former, next] = [before, after].map(initJobOf);
        expect(runs).toBe(next !== undefined && next !== former);
        expect(steps.length > 0).toBe(runs && stepsOf(after) > 0);
      }),
    );
  });

  it('replaces the pods exactly of those whose template differs', () => {
    fc.assert(
      fc.property(moneyPositives, moneyPositives, (one, other) => {
        const [before, after] = [objectsOf(one), objectsOf({ ...other, metadata: one.metadata })];
        const differing = [...templates(after)].filter(([name, template]) => {
          const former = templates(before).get(name);
          return former !== undefined && former !== template;
        });
        const replaced = planChanges(before, after).rollouts.map(({ kind, name }) => `${kind} ${name}`);
        expect(sorted(replaced)).toEqual(sorted(differing.map(([name]) => name)));
      }),
    );
  });

  it('of stacks tells no value of a variable', () => {
    fc.assert(
      fc.property(moneyPositives, moneyPositives, (one, other) => {
        const plan = planChanges(objectsOf(withSecrets(one, 1)), objectsOf(withSecrets(other, 2)));
        expectSilent(plan);
        expectSilent(planChanges(objectsOf(withSecrets(one, 1)), objectsOf(withSecrets(one, 2))));
      }),
    );
  });

  it('of any manifests is made without an exception, and tells no value in them', () => {
    fc.assert(
      fc.property(fc.array(objects, { maxLength: 6 }), fc.array(objects, { maxLength: 6 }), (one, other) => {
        expectSilent(planChanges(one, other));
      }),
    );
  });

  it('prints no character that a terminal would act on', () => {
    const name = fc.string({ unit: 'binary' });
    const object = fc
      .record({ apiVersion: name, kind: name, name, field: name })
      .map(({ apiVersion, kind, name, field }) => ({ apiVersion, kind, metadata: { name }, [field]: 1 }));
    fc.assert(
      fc.property(fc.array(object), fc.array(object), (one, other) => {
        for (const write of WRITERS) {
          const lines = write(planChanges(one, other)).split('\n').join('');
          expect(lines).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        }
      }),
    );
  });
});

function expectSilent(plan: Plan): void {
  for (const write of WRITERS) expect(write(plan)).not.toContain(SECRET);
}

/** Values that differ between the two sides, wherever a stack takes variables. */
function withSecrets({ spec, ...rest }: MoneyPositive, side: number): MoneyPositive {
  const env = { A_SETTING: `${SECRET}-${side}`, [`ONLY_${side}`]: SECRET };
  const { app = {}, beat, init, workers = {} } = spec;
  return {
    ...rest,
    spec: {
      ...spec,
      env,
      app: { ...app, env, podAnnotations: env, args: [`--${SECRET}-${side}`] },
      ...(beat && { beat: { ...beat, env } }),
      ...(init && { init: { ...init, env, commands: [{ run: ['load', `${SECRET}-${side}`] }] } }),
      workers: Object.fromEntries(Object.entries(workers).map(([name, one]) => [name, { ...one, env }])),
    },
  };
}

/** Any JSON whose texts are secret, in the shapes that a plan looks into. */
const { value, list, members } = fc.letrec<{
  value: unknown;
  list: readonly unknown[];
  members: Readonly<Record<string, unknown>>;
}>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'json' },
    fc.constantFrom(null, true, 0, 1, 2, SECRET, `${SECRET}-2`),
    tie('list'),
    tie('members'),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }),
  members: fc.dictionary(
    fc.constantFrom(
      ...['spec', 'template', 'containers', 'initContainers', 'env', 'envFrom', 'args', 'value', 'valueFrom'],
      ...['volumes', 'volumeClaimTemplates', 'strategy', 'rules', 'tls', 'data', 'stringData', 'immutable'],
      ...['resources', 'requests', 'replicas', 'selector', 'type', 'clusterIP', 'jobTemplate', '__proto__'],
    ),
    tie('value'),
    { maxKeys: 4 },
  ),
}));

const objects: fc.Arbitrary<KubernetesObject> = fc
  .record({
    type: fc.constantFrom(
      ...[['v1', 'ConfigMap'] as const, ['v1', 'Secret'] as const, ['v1', 'Service'] as const],
      ...[['v1', 'PersistentVolumeClaim'] as const, ['apps/v1', 'Deployment'] as const],
      ...[
        ['apps/v1', 'StatefulSet'] as const,
        ['batch/v1', 'Job'] as const,
        ['batch/v1', 'CronJob'] as const,
      ],
      ...[['networking.k8s.io/v1', 'Ingress'] as const, ['cert-manager.io/v1', 'Certificate'] as const],
      ...[
        ['autoscaling/v2', 'HorizontalPodAutoscaler'] as const,
        ['argoproj.io/v1alpha1', 'Rollout'] as const,
      ],
      ['example.com/v1', 'constructor'] as const,
    ),
    metadata: fc.oneof(
      fc.constant({ name: 'a', labels: { 'app.kubernetes.io/component': 'init' } }),
      fc.constant({ name: 'a' }),
      members,
    ),
    spec: fc.oneof(value, members, pod(list)),
    more: members,
  })
  .map(({ type: [apiVersion, kind], metadata, spec, more }) => ({
    ...more,
    apiVersion,
    kind,
    metadata,
    spec,
  }));

/** A pod template that is a little more like one. */
function pod(entries: fc.Arbitrary<readonly unknown[]>) {
  const container = fc.record({ name: fc.constantFrom('a', 'b'), env: entries, args: entries });
  return fc
    .record({ containers: fc.array(container, { maxLength: 2 }), volumes: entries })
    .map((spec) => ({ template: { spec } }));
}

function initJobOf(all: readonly KubernetesObject[]): string | undefined {
  return all.find(({ kind }) => kind === 'Job')?.metadata?.name;
}

function stepsOf(all: readonly KubernetesObject[]): number {
  const job = all.find(({ kind }) => kind === 'Job') as { spec?: { template?: Template } } | undefined;
  return job?.spec?.template?.spec?.initContainers?.length ?? 0;
}

interface Template {
  readonly spec?: { readonly initContainers?: readonly unknown[] };
}

function templates(all: readonly KubernetesObject[]): ReadonlyMap<string, string> {
  const workloads = all.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');
  return new Map(
    workloads.map((object) => [
      `${object.kind} ${object.metadata?.name}`,
      JSON.stringify((object as { spec?: { template?: Template } }).spec?.template),
    ]),
  );
}

function paths({ name, fields }: { name: string; fields: readonly { path: string }[] }): readonly string[] {
  return fields.map(({ path }) => `${name}: ${path}`);
}

function sorted<T>(values: readonly T[]): readonly T[] {
  return [...values].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** The rules about pods know what is generated: they find fault exactly with the pods that Kubernetes would. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MoneyPositiveSpec } from '../../src/api/v1alpha1/money-positive.ts';
import type { Container, PodTemplateSpec, StatefulSet } from '../../src/k8s/models.ts';
import type { KubernetesObject } from '../../src/k8s/object.ts';
import { expandStack } from '../../src/resources/index.ts';
import { containerName } from '../../src/rules/container-names.ts';
import { mountConflict, volumeUnknown } from '../../src/rules/mounts.ts';
import { portConflict } from '../../src/rules/port-conflict.ts';
import { volumeName } from '../../src/rules/volume-names.ts';
import { writablePath } from '../../src/rules/writable-path.ts';
import { normalizeStack } from '../../src/stack/normalize.ts';
import { moneyPositive } from '../support/findings.ts';

const RULES = [containerName, portConflict, volumeName, volumeUnknown, mountConflict, writablePath];

/** Mostly none: with much in every pod hardly one would be whole. */
const atMostOne = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: value.map((one) => [one]) },
  );

const volumes = atMostOne(
  fc.record({
    name: fc.constantFrom('ca', 'tmp', 'data', 'schedule', 'moneypositive-scripts', 'writable-a'),
    emptyDir: fc.constant({}),
  }),
);

const volumeMounts = atMostOne(
  fc.record({
    name: fc.constantFrom('ca', 'tmp', 'data', 'writable-a'),
    mountPath: fc.constantFrom('/ca', '/tmp', '/data', '/a', '/opt/moneypositive', '/var/lib/beat'),
  }),
);

const containers = atMostOne(
  fc.record({
    name: fc.constantFrom('proxy', 'app', 'gate', 'beat', 'record', 'migrate', 'redis'),
    image: fc.constant('proxy:1'),
    ports: fc.constantFrom([], [{ containerPort: 8000 }], [{ containerPort: 6379 }]),
    volumeMounts,
  }),
);

const component = {
  volumes,
  volumeMounts,
  sidecars: containers,
  initContainers: containers.map((list) => list.map(({ ports: _, ...container }) => container)),
  security: fc.record(
    {
      readOnlyRootFilesystem: fc.boolean(),
      writablePaths: fc.constantFrom(
        ['/a'],
        ['/a', '/A', '/-a'],
        ['/tmp'],
        ['/data'],
        ['/opt/moneypositive'],
      ),
    },
    { requiredKeys: [] },
  ),
};

const some = fc.record(component, { requiredKeys: [] });
const { initContainers: _, ...inherited } = component;

/** A Redis that has no volume, or with arguments of its own one that ends with the pod. */
const inMemory = fc.record(
  { ...component, storage: fc.constant(false as const), args: fc.constant(['--save', '60', '1']) },
  { requiredKeys: ['storage'] },
);

const specs = fc.record(
  {
    ...inherited,
    app: some,
    workers: fc.constant({ default: {} }),
    beat: fc.oneof(some, fc.constant({ scheduler: 'persistent' as const })),
    redis: fc.oneof(some, inMemory),
    init: fc.oneof(some, fc.constant({ migrate: false as const }), fc.constant({ gate: false as const })),
  },
  { requiredKeys: [] },
) as unknown as fc.Arbitrary<Partial<MoneyPositiveSpec>>;

describe('the rules about pods', () => {
  it('find something exactly where a generated pod is broken', () => {
    const seen = { broken: 0, whole: 0 };
    fc.assert(
      fc.property(specs, (spec) => {
        const object = moneyPositive(spec);
        const stack = normalizeStack(object);
        const isBroken = expandStack(stack).some(hasBrokenPod);
        seen[isBroken ? 'broken' : 'whole']++;
        expect(RULES.flatMap((rule) => rule({ object, stack })).length > 0).toBe(isBroken);
      }),
      { numRuns: 400 },
    );
    // Neither side may be what never happens.
    expect(Math.min(seen.broken, seen.whole)).toBeGreaterThan(20);
  }, 30_000);
});

type PodSpec = NonNullable<PodTemplateSpec['spec']>;

function hasBrokenPod(object: KubernetesObject): boolean {
  const { spec = {} } = object as { spec?: { template?: PodTemplateSpec } };
  const pod = spec.template?.spec;
  const claims = (object as StatefulSet).spec?.volumeClaimTemplates?.map(
    ({ metadata }) => metadata?.name ?? '',
  );
  return pod !== undefined && isBroken(pod, claims ?? []);
}

function isBroken(
  { containers, initContainers = [], volumes = [] }: PodSpec,
  claims: readonly string[],
): boolean {
  const all = [...initContainers, ...containers];
  const names = [...volumes.map(({ name }) => name), ...claims];
  const running = [
    ...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always'),
    ...containers,
  ];
  return (
    hasTwice(all.map(({ name }) => name)) ||
    hasTwice(names) ||
    hasTwice(running.flatMap(({ ports = [] }) => ports.map(({ containerPort }) => `${containerPort}`))) ||
    all.some((container) => hasBrokenMount(container, names))
  );
}

function hasBrokenMount({ volumeMounts = [] }: Container, volumes: readonly string[]): boolean {
  return (
    hasTwice(volumeMounts.map(({ mountPath }) => mountPath)) ||
    volumeMounts.some(({ name }) => !volumes.includes(name))
  );
}

function hasTwice(list: readonly string[]): boolean {
  return new Set(list).size < list.length;
}

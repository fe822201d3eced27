/** What is true of every stack, whatever its MoneyPositive says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MoneyPositive } from '../src/api/v1alpha1/money-positive.ts';
import { expandDocument } from '../src/expand.ts';
import { runPostRenderer } from '../src/hosts/helm.ts';
import { runFunction } from '../src/hosts/krm.ts';
import type { Deployment, StatefulSet } from '../src/k8s/models.ts';
import { identityKey, identityOf, type KubernetesObject } from '../src/k8s/object.ts';
import { readStream } from '../src/yaml/stream.ts';
import { writeYaml } from '../src/yaml/write.ts';
import { schemaErrors } from './kubernetes/schema.ts';
import { moneyPositives } from './support/arbitrary-money-positive.ts';
import { objectsOfStream, resourceList } from './support/manifests.ts';

function expand(object: MoneyPositive): readonly KubernetesObject[] {
  const [document] = readStream(writeYaml(object));
  if (document === undefined) throw new Error('nothing was written');
  const { objects, findings } = expandDocument(document);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return objects;
}

const check = (property: (object: MoneyPositive) => void) =>
  fc.assert(fc.property(moneyPositives, property), { numRuns: 40 });

describe('every stack', () => {
  it('is what Kubernetes takes, each object once', () => {
    check((object) => {
      const objects = expand(object);
      expect(objects.flatMap(schemaErrors)).toEqual([]);
      expect(new Set(objects.map((one) => identityKey(identityOf(one)))).size).toBe(objects.length);
    });
  });

  it('has names that fit, and a beat that is one', () => {
    check((object) => {
      for (const { kind, metadata, ...rest } of expand(object)) {
        expect(metadata?.name).toMatch(/^[a-z]([-a-z0-9]*[a-z0-9])?$/);
        expect(metadata?.name?.length).toBeLessThanOrEqual(kind === 'StatefulSet' ? 52 : 63);
        if (kind === 'StatefulSet') expect((rest as StatefulSet).spec?.replicas).toBe(1);
      }
      const beats = expand(object).filter(
        ({ metadata }) => metadata?.labels?.['app.kubernetes.io/component'] === 'beat',
      );
      expect(beats.map(({ kind }) => kind)).toEqual(object.spec.beat ? ['StatefulSet'] : []);
    });
  });

  it('leaves the number of pods to the autoscaler where there is one', () => {
    check((object) => {
      const objects = expand(object);
      const scaled = objects
        .filter(({ kind }) => kind === 'HorizontalPodAutoscaler')
        .map(({ metadata }) => metadata?.name);
      for (const one of objects.filter(({ kind }) => kind === 'Deployment')) {
        const replicas = (one as Deployment).spec?.replicas;
        expect(replicas === undefined).toBe(scaled.includes(one.metadata?.name));
      }
    });
  });

  it('is the same whatever the order of its keys', () => {
    check((object) => {
      expect(expand(reversed(object) as MoneyPositive)).toEqual(expand(object));
    });
  });

  it('survives as text what any reader of YAML would take for something else', () => {
    check((object) => {
      const { stdout } = runPostRenderer(Buffer.from(writeYaml(object)));
      expect(objectsOfStream(stdout)).toEqual(expand(object));
    });
  });

  it('is byte-identical when it is rendered again', () => {
    check((object) => {
      const annotations = {
        'config.kubernetes.io/path': 'shop.yaml',
        'config.kubernetes.io/local-config': 'true',
      };
      const item = { ...object, metadata: { ...object.metadata, annotations } };
      const first = runFunction(resourceList([item]));
      expect(runFunction(Buffer.from(first.stdout)).stdout).toBe(first.stdout);
    });
  });
});

/** The same value with the keys of every map in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

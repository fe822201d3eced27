/** What engines are told: the init Job after what it needs, everything else after the Job. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MoneyPositive } from '../../src/api/v1alpha1/money-positive.ts';
import { identityOf, type KubernetesObject } from '../../src/k8s/object.ts';
import { type Engine, orderObjects } from '../../src/release/order-objects.ts';
import { isInitJob, turnOf } from '../../src/release/turns.ts';
import { moneyPositives } from '../support/arbitrary-money-positive.ts';
import { WHOLE_STACK } from '../support/field-changes.ts';
import { objectsOf } from '../support/stack-objects.ts';

const DEPENDS_ON = 'config.kubernetes.io/depends-on';
const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';

const PLAIN = objectsOf(WHOLE_STACK);

describe('the turns', () => {
  it('are those of what each object is for', () => {
    expect(turns(PLAIN)).toEqual([
      'needed ServiceAccount shop',
      'needed ConfigMap shop-scripts',
      'init PersistentVolumeClaim shop-media',
      'needed StatefulSet shop-redis',
      'needed Service shop-redis',
      'init Job shop-init',
      'waiting Deployment shop-app',
      'waiting Service shop-app',
      'waiting PodDisruptionBudget shop-app',
      'waiting Deployment shop-worker-default',
      'waiting PodDisruptionBudget shop-worker-default',
      'waiting StatefulSet shop-beat',
      'waiting Ingress shop',
      'waiting Certificate shop',
      'needed NetworkPolicy shop',
      'needed NetworkPolicy shop-app',
      'needed NetworkPolicy shop-redis',
      'needed NetworkPolicy shop-egress',
    ]);
  });
});

describe('argocd', () => {
  it('gets waves: none for what the Job needs, then the Job, then the rest', () => {
    const waves = { needed: undefined, init: '1', waiting: '2' };
    for (const object of ordered('argocd')) {
      expect(annotation(object, SYNC_WAVE)).toBe(waves[turnOf(object)]);
      expect(annotation(object, DEPENDS_ON)).toBeUndefined();
    }
  });
});

describe('kpt', () => {
  it('gets the names of what has to be there', () => {
    const objects = ordered('kpt');
    const job = objects.find(isInitJob);
    expect(annotation(job, DEPENDS_ON)).toBe(
      [
        '/namespaces/shop/ServiceAccount/shop',
        '/namespaces/shop/ConfigMap/shop-scripts-v1',
        'apps/namespaces/shop/StatefulSet/shop-redis',
        '/namespaces/shop/Service/shop-redis',
        'networking.k8s.io/namespaces/shop/NetworkPolicy/shop',
        'networking.k8s.io/namespaces/shop/NetworkPolicy/shop-app',
        'networking.k8s.io/namespaces/shop/NetworkPolicy/shop-redis',
        'networking.k8s.io/namespaces/shop/NetworkPolicy/shop-egress',
      ].join(','),
    );
    const app = objects.find(({ kind }) => kind === 'Deployment');
    expect(annotation(app, DEPENDS_ON)).toBe(`batch/namespaces/shop/Job/${job?.metadata?.name}`);
    expect(objects.flatMap((object) => annotation(object, SYNC_WAVE) ?? [])).toEqual([]);
  });

  it('gets references to objects that are there, and none in a circle', () => {
    fc.assert(
      fc.property(moneyPositives, (any) => {
        const objects = objectsOf(
          withEngine({ ...any, metadata: { ...any.metadata, namespace: 'shop' } }, 'kpt'),
        );
        const turnOfName = new Map(objects.map((object) => [nameOf(object), turnOf(object)]));
        for (const object of objects) {
          for (const name of (annotation(object, DEPENDS_ON) ?? '')
            .split(',')
            .filter((text) => text !== '')) {
            const expected = turnOf(object) === 'init' ? 'needed' : 'init';
            expect(turnOfName.get(name)).toBe(expected);
          }
        }
      }),
    );
  });
});

describe('every engine', () => {
  it('gets the same objects but for its annotations: names and pods are those without', () => {
    fc.assert(
      fc.property(moneyPositives, fc.constantFrom('kpt' as const, 'argocd' as const), (any, engine) => {
        const object = { ...any, metadata: { ...any.metadata, namespace: 'shop' } };
        expect(objectsOf(withEngine(object, engine)).map(withoutOrder)).toEqual(
          objectsOf(withEngine(object, 'none')),
        );
      }),
    );
  });

  it('is told nothing of a stack without init', () => {
    const spec = { ...WHOLE_STACK.spec, init: { migrate: false as const } };
    const objects = objectsOf({ ...WHOLE_STACK, spec });
    expect(orderObjects(objects, 'argocd')).toBe(objects);
    expect(orderObjects(objects, 'kpt')).toBe(objects);
  });
});

function ordered(engine: Engine): readonly KubernetesObject[] {
  return objectsOf(withEngine(WHOLE_STACK, engine));
}

function withEngine(object: MoneyPositive, engine: Engine): MoneyPositive {
  return { ...object, spec: { ...object.spec, engine } };
}

function annotation(object: KubernetesObject | undefined, name: string): string | undefined {
  return object?.metadata?.annotations?.[name];
}

function withoutOrder(object: KubernetesObject): KubernetesObject {
  const { [DEPENDS_ON]: _dependsOn, [SYNC_WAVE]: _wave, ...annotations } = object.metadata?.annotations ?? {};
  return { ...object, metadata: { ...object.metadata, annotations } };
}

function nameOf(object: KubernetesObject): string {
  const { group, namespace, kind, name } = identityOf(object);
  return `${group}/namespaces/${namespace}/${kind}/${name}`;
}

/** Names without their hash and version. */
function turns(objects: readonly KubernetesObject[]): readonly string[] {
  return objects.map((object) => {
    const name = object.metadata?.name?.replace(/-(?:[0-9a-f]{8}|v\d+)$/, '');
    return `${turnOf(object)} ${object.kind} ${name}`;
  });
}

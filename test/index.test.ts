import { describe, expect, it } from 'vitest';
import { expand, expandStream, type KubernetesObject, type MoneyPositive, validate } from '../src/index.ts';
import { BROKEN, FOREIGN, stack } from './hosts/cli/stacks.ts';
import { deepFreeze } from './support/deep-freeze.ts';
import { objectsOfStream } from './support/manifests.ts';
import { partsOf } from './support/parts.ts';

const SHOP: MoneyPositive = {
  apiVersion: 'moneypositive.coop/v1alpha1',
  kind: 'MoneyPositive',
  metadata: { name: 'shop', namespace: 'shop' },
  spec: {
    image: 'registry.example.com/shop:1.0.0',
    project: 'shop',
    hosts: ['app.example.com'],
    tls: { secretName: 'shop-tls' },
    envFrom: [{ secretRef: { name: 'shop-secrets' } }],
    app: { probes: { path: '/healthz' } },
  },
};

const FOREIGN_OBJECT = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' } };

function namesOf(objects: readonly KubernetesObject[]): readonly string[] {
  return objects.map(({ kind, metadata }) => `${kind} ${metadata?.name}`);
}

describe('expand', () => {
  it('gives the same objects for text, an object and a list', () => {
    const fromText = expand(stack());
    expect(namesOf(fromText.objects)).toEqual(
      expect.arrayContaining(['Deployment shop-app', 'Service shop-app']),
    );
    expect(fromText.results).toEqual([]);
    expect(expand(SHOP)).toEqual(fromText);
    expect(expand([SHOP])).toEqual(fromText);
    expect(expand(JSON.stringify(SHOP))).toEqual(fromText);
  });

  it('expands several, in their order', () => {
    const till = { ...SHOP, metadata: { name: 'till', namespace: 'shop' } };
    const { objects } = expand([till, FOREIGN_OBJECT, SHOP]);
    expect(objects).toEqual([...expand(till).objects, ...expand(SHOP).objects]);
  });

  it("gives all of its objects beside those of an earlier run, and nobody else's", () => {
    const { objects } = expand(SHOP);
    expect(expand([SHOP, FOREIGN_OBJECT, ...objects])).toEqual({ objects, results: [] });
  });

  it('says what is neither YAML nor an object', () => {
    expect(expand(`a: [\n---\n${stack()}`).results).toMatchObject([{ code: 'MP-YAML-SYNTAX' }]);
    expect(expand(['x', SHOP]).results).toMatchObject([{ code: 'MP-NOT-AN-OBJECT' }]);
  });

  it('refuses an object that somebody else has', () => {
    const taken = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'shop-app', namespace: 'shop' },
    };
    const { objects, results } = expand([taken, SHOP]);
    expect(objects).toEqual([]);
    expect(results).toMatchObject([{ code: 'MP-MERGE-FOREIGN', severity: 'error' }]);
  });

  it('tells field and place of an error in text, and the field in an object', () => {
    const [inText] = expand(BROKEN).results;
    expect(inText).toMatchObject({
      severity: 'error',
      field: { path: 'spec.workers' },
      position: { line: 15, column: 11 },
    });
    const [inObject] = expand({ ...SHOP, spec: { ...SHOP.spec, workers: null } }).results;
    expect(inObject).toMatchObject({ code: inText?.code, field: { path: 'spec.workers' } });
    expect(inObject).not.toHaveProperty('position');
  });

  it('reads an object as JSON would hold it', () => {
    const loose = { ...SHOP, spec: { ...SHOP.spec, beat: undefined } };
    expect(expand(loose)).toEqual(expand(SHOP));
  });

  it.each([{ input: '' }, { input: 'shop.yaml' }, { input: FOREIGN_OBJECT }, { input: [] }])(
    'is an error without a MoneyPositive: $input',
    ({ input }) => {
      const { objects, results } = expand(input);
      expect(objects).toEqual([]);
      expect(results.at(-1)).toMatchObject({ code: 'MP-NOTHING-FOUND', severity: 'error' });
    },
  );

  it('knows an object that lacks its apiVersion for what it is', () => {
    const { apiVersion: _, ...unversioned } = SHOP;
    expect(expand([SHOP, unversioned]).results).toMatchObject([{ code: 'MP-NOT-AN-OBJECT' }]);
  });

  it('throws for what JSON cannot hold', () => {
    const circle: { spec: unknown } = { ...SHOP };
    circle.spec = circle;
    expect(() => expand(circle)).toThrow(TypeError);
  });
});

describe('what is handed out', () => {
  // Without an init Job no release is filled in, which would copy the objects on its way.
  const init = { migrate: false } as const;
  const volumes = [{ name: 'v', emptyDir: {} }];
  const spec = { ...SHOP.spec, init, workers: { default: {} }, volumes };

  it('shares nothing with the input, which stays as it is', () => {
    const input = structuredClone({ ...SHOP, spec });
    const { objects } = expand(deepFreeze(input));
    expect(input).toEqual({ ...SHOP, spec });
    expect(sharedWith(input, objects)).toEqual([]);
    expect(objects.every((object) => !Object.isFrozen(object))).toBe(true);
  });

  it('shares nothing within itself', () => {
    const { objects } = expand({ ...SHOP, spec });
    const parts = partsOf(objects);
    expect(new Set(parts).size).toBe(parts.length);
  });
});

describe('validate', () => {
  it('is the findings of expand', () => {
    expect(validate(SHOP)).toEqual([]);
    expect(validate(BROKEN)).toEqual(expand(BROKEN).results);
    expect(validate({ ...SHOP, spec: { ...SHOP.spec, beat: {} } })).toMatchObject([
      { code: 'MP-BEAT-NO-WORKER', severity: 'warning', field: { path: 'spec.beat' } },
    ]);
  });
});

describe('expandStream', () => {
  it('puts the objects in the place of their MoneyPositive, and changes no other byte', () => {
    const { text, results } = expandStream(`${FOREIGN}---\n${stack()}`);
    expect(results).toEqual([]);
    expect(text?.startsWith(`${FOREIGN}---\n`)).toBe(true);
    expect(objectsOfStream(text ?? '').slice(1)).toEqual(expand(SHOP).objects);
  });

  it('gives no text after an error', () => {
    expect(expandStream(`${FOREIGN}---\n${BROKEN}`)).toMatchObject({
      text: undefined,
      results: [{ severity: 'error' }],
    });
  });

  it('passes a stream that is none of its business', () => {
    expect(expandStream(FOREIGN)).toMatchObject({ text: FOREIGN, results: [{ code: 'MP-NOTHING-TO-DO' }] });
  });
});

function sharedWith(one: unknown, other: unknown): readonly object[] {
  const parts = new Set(partsOf(one));
  return partsOf(other).filter((part) => parts.has(part));
}

import { describe, expect, it } from 'vitest';
import { fitName, toDnsLabel } from '../src/k8s/names.ts';
import { describeIdentity, identityKey, identityOf } from '../src/k8s/object.ts';
import { omitEmpty } from '../src/k8s/omit-empty.ts';
import { parseQuantity } from '../src/k8s/quantity.ts';

describe('fitName', () => {
  it('leaves a name that fits', () => expect(fitName('shop-app')).toBe('shop-app'));

  it('cuts a long one so that two stay two', () => {
    const [a, b] = [fitName(`${'a'.repeat(70)}-x`), fitName(`${'a'.repeat(70)}-y`)];
    expect(a).toHaveLength(63);
    expect(a).not.toBe(b);
    expect(fitName(`${'a'.repeat(41)}--${'b'.repeat(40)}`, 52)).toMatch(/^a{41}-[0-9a-f]{8}$/);
  });
});

describe('toDnsLabel', () => {
  it.each([
    ['Seed Plans', 'seed-plans'],
    ['_x_', 'x'],
    ['–', 'step'],
    ['a-very-long-name', 'a-very'],
  ])('%s → %s', (text, label) => expect(toDnsLabel(text, label === 'a-very' ? 7 : 50, 'step')).toBe(label));
});

describe('parseQuantity', () => {
  it.each([
    ['250m', 0.25],
    ['1', 1],
    [2, 2],
    ['1Gi', 2 ** 30],
    ['1.5M', 1.5e6],
    ['1e3', 1000],
    ['1E', 1e18],
    ['.5', 0.5],
    ['1 Gi', undefined],
    ['', undefined],
    ['Mi', undefined],
  ])('%s is %s', (quantity, value) => expect(parseQuantity(quantity)).toBe(value));
});

describe('identity', () => {
  it('leaves out the version of the API', () => {
    const of = (apiVersion: string) =>
      identityKey(identityOf({ apiVersion, kind: 'A', metadata: { name: 'a' } }));
    expect(of('apps/v1')).toBe(of('apps/v1beta1'));
    expect(of('apps/v1')).not.toBe(of('v1'));
  });

  it('is written as people write it', () => {
    const object = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a', namespace: 'b' } };
    expect(describeIdentity(identityOf(object))).toBe('Deployment.apps b/a');
  });
});

it('omitEmpty leaves out what says nothing, and only that', () => {
  expect(omitEmpty<object>({ a: undefined, b: [], c: {}, d: false, e: 0, f: '', g: null } as object)).toEqual(
    {
      d: false,
      e: 0,
      f: '',
      g: null,
    },
  );
});

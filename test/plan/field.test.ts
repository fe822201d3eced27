import { describe, expect, it } from 'vitest';
import { toObjectChanges } from '../../src/plan/objects.ts';
import { manifest, pods, spec } from './manifest.ts';

function fields(kind: string, before: object, after: object) {
  const [former, next] = [before, after].map((members) => manifest(kind, { ...members }));
  return toObjectChanges(former && next ? [{ former, next }] : []).changed.flatMap((one) => one.fields);
}

describe('a field that differs', () => {
  it.each([
    ['image', pods({ image: 'r:5000/a@sha256:0' }), pods({ image: 'a:2' }), 'r:5000/a@sha256:0', 'a:2'],
    [
      'memory',
      pods({ resources: { limits: { memory: '1Gi' } } }),
      pods({ resources: { limits: {} } }),
      '1Gi',
      undefined,
    ],
    ['replicas', spec({ replicas: 1 }), spec({ replicas: 0 }), 1, 0],
  ])('tells its values where they are %s', (_, before, after, from, to) => {
    const [field] = fields('Deployment', before, after);
    expect([field?.from, field?.to]).toEqual([from, to]);
  });

  it.each([
    [
      'a variable',
      'Deployment',
      pods({ env: [{ name: 'A', value: '1' }] }),
      pods({ env: [{ name: 'A', value: '2' }] }),
    ],
    ['an argument', 'Deployment', pods({ args: ['1'] }), pods({ args: ['2'] })],
    ['data that is called image', 'ConfigMap', { data: { image: '1' } }, { data: { image: '2' } }],
    ['an image that is none', 'Deployment', pods({ image: 'a b' }), pods({ image: 'c d' })],
    ['the image of an unknown kind', 'Widget', pods({ image: 'a' }), pods({ image: 'b' })],
  ])('tells its path alone where it is %s', (_, kind, before, after) => {
    expect(fields(kind, before, after).map((field) => Object.keys(field))).toEqual([['path', 'how']]);
  });

  it('has a path that names entries and quotes keys', () => {
    const [named, quoted] = fields(
      'Deployment',
      { ...pods({ env: [{ name: 'A', value: '1' }] }), labels: { 'a.b/c': '1' } },
      { ...pods({ env: [{ name: 'A', value: '2' }] }), labels: { 'a.b/c': '2' } },
    )
      .map(({ path }) => path)
      .reverse();
    expect(named).toBe('spec.template.spec.containers[a].env[A].value');
    expect(quoted).toBe('metadata.labels["a.b/c"]');
  });
});

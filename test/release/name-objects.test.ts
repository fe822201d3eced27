import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/release/canonical-json.ts';
import { nameObjects } from '../../src/release/name-objects.ts';
import { releaseVariable } from '../../src/release/placeholder.ts';

const job = (image: string, backoffLimit = 3) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'shop-init', labels: { 'app.kubernetes.io/component': 'init' } },
  spec: {
    backoffLimit,
    template: { spec: { containers: [{ name: 'record', image, env: [releaseVariable()] }] } },
  },
});

const waiting = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop-app' },
  spec: { env: [{ name: 'OTHER', value: '0'.repeat(64) }, releaseVariable()] },
};

function named(...objects: Parameters<typeof nameObjects>[0]) {
  return nameObjects(objects) as unknown as {
    metadata: { name: string };
    spec: { env: { value: string }[] };
  }[];
}

describe('nameObjects', () => {
  it('names the Job by the release that the others wait for', () => {
    const [made, deployment] = named(job('shop:1'), waiting);
    const [other, release] = deployment?.spec.env ?? [];
    expect(release?.value).toMatch(/^[0-9a-f]{64}$/);
    expect(made?.metadata.name).toBe(`shop-init-${release?.value.slice(0, 8)}`);
    expect(other?.value).toBe('0'.repeat(64));
    expect(JSON.stringify(made)).toContain(`"value":"${release?.value}"`);
  });

  it('gives another name to another template, and the same where only mutable fields differ', () => {
    const name = (object: ReturnType<typeof job>) => named(object)[0]?.metadata.name;
    expect(name(job('shop:2'))).not.toBe(name(job('shop:1')));
    expect(name(job('shop:1', 5))).toBe(name(job('shop:1', 3)));
  });

  it('changes nothing without a Job, and nothing of its input', () => {
    expect(nameObjects([waiting])).toEqual([waiting]);
    const input = [job('shop:1'), waiting];
    const before = structuredClone(input);
    nameObjects(input);
    expect(input).toEqual(before);
  });
});

it('canonicalJson is the same whatever the order of keys, but not of lists', () => {
  expect(canonicalJson({ b: [2, 1], a: { d: 1, c: 2 } })).toBe('{"a":{"c":2,"d":1},"b":[2,1]}');
});

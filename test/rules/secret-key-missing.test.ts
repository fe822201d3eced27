import { describe, expect, it } from 'vitest';
import type { Volume } from '../../src/k8s/models.ts';
import { secretKeyMissing } from '../../src/rules/secret-key-missing.ts';
import { find } from '../support/findings.ts';

const reference = { secretKeyRef: { name: 'shop', key: 'key' } };
const envFrom: [] = [];

describe('MP-SECRET-KEY-MISSING', () => {
  it('finds an app that nothing gives a key', () => {
    expect(find(secretKeyMissing, { envFrom, env: { DATABASE_URL: reference }, redis: {} })).toEqual([
      'MP-SECRET-KEY-MISSING spec.envFrom: nothing visibly provides SECRET_KEY to the app: add `envFrom: [{secretRef: {name: …}}]`, or `env.SECRET_KEY` with a `secretKeyRef`',
    ]);
    expect(
      find(secretKeyMissing, { envFrom, workers: { a: { env: { SECRET_KEY: reference } } } }),
    ).toHaveLength(1);
  });

  it('lets any source be', () => {
    expect(find(secretKeyMissing, {})).toEqual([]);
    expect(find(secretKeyMissing, { envFrom, env: { DJANGO_SECRET_KEY: reference } })).toEqual([]);
    expect(find(secretKeyMissing, { envFrom, app: { env: { SECRET_KEY_FILE: '/run/key' } } })).toEqual([]);
    const podAnnotations = { 'vault.hashicorp.com/agent-inject': 'true' };
    expect(find(secretKeyMissing, { envFrom, podAnnotations })).toEqual([]);
  });

  it.each<Volume>([
    { name: 'v', secret: { secretName: 'shop' } },
    { name: 'v', projected: { sources: [] } },
    { name: 'v', csi: { driver: 'secrets-store.csi.k8s.io' } },
  ])('lets a volume of secrets be: %j', (volume) => {
    expect(find(secretKeyMissing, { envFrom, volumes: [volume] })).toEqual([]);
  });

  it('takes no other volume for one', () => {
    expect(find(secretKeyMissing, { envFrom, volumes: [{ name: 'v', emptyDir: {} }] })).toHaveLength(1);
  });
});

/** What is said about changes, by the code of it. */
import { describe, expect, it } from 'vitest';
import { manifest, notices, pods, spec } from './manifest.ts';

const CLAIMS = { volumeClaimTemplates: [{ metadata: { name: 'data' } }] };
const DELETED = { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } };
const REDIS = { labels: { 'app.kubernetes.io/component': 'redis' } };
const BEAT = { labels: { 'app.kubernetes.io/component': 'beat' } };

describe('what is lost', () => {
  it.each([
    ['a claim', manifest('PersistentVolumeClaim'), ['MP-PLAN-VOLUME-LOST']],
    ['a Secret', manifest('Secret'), ['MP-PLAN-SECRET-LOST']],
    ['a Namespace', manifest('Namespace'), ['MP-PLAN-EVERYTHING-LOST']],
    ['a StatefulSet with claims', manifest('StatefulSet', spec(CLAIMS)), ['MP-PLAN-CLAIM-KEPT']],
    [
      'one that deletes its claims',
      manifest('StatefulSet', spec({ ...CLAIMS, ...DELETED })),
      ['MP-PLAN-VOLUME-LOST'],
    ],
    ['a StatefulSet without claims', manifest('StatefulSet'), []],
    ['a Redis that stores nothing', manifest('StatefulSet', REDIS), ['MP-PLAN-QUEUE-LOST']],
    ['a Redis that stores', manifest('StatefulSet', { ...REDIS, ...spec(CLAIMS) }), ['MP-PLAN-CLAIM-KEPT']],
    ['anything else', manifest('Deployment'), []],
  ])('with %s', (_, former, expected) => {
    expect(notices(former, undefined)).toEqual(expected);
    expect(notices(undefined, former)).toEqual([]);
  });

  it('with the pod of a Redis that stores nothing, and with no other', () => {
    const redis = (image: string, claims = {}) => {
      const { spec: own } = pods({ image }) as { spec: object };
      return manifest('StatefulSet', { ...REDIS, ...spec({ ...own, ...claims }) });
    };
    expect(notices(redis('a:1'), redis('a:2'))).toEqual(['MP-PLAN-QUEUE-LOST']);
    expect(notices(redis('a:1', CLAIMS), redis('a:2', CLAIMS))).toEqual([]);
    expect(notices(redis('a:1'), redis('a:1', { minReadySeconds: 3 }))).toEqual([]);
  });
});

describe('two beats', () => {
  it('are there where one comes and another goes', () => {
    const [one, other] = ['a', 'b'].map((name) => manifest('StatefulSet', BEAT, name));
    expect(notices(one, other)).toEqual(['MP-PLAN-TWO-BEATS']);
    expect(notices(one, undefined)).toEqual([]);
    expect(notices(undefined, other)).toEqual([]);
  });
});

describe('numbers of pods', () => {
  const scaler = manifest(
    'HorizontalPodAutoscaler',
    spec({ scaleTargetRef: { kind: 'Deployment', name: 'a' } }),
  );
  const deployment = (members: object) => manifest('Deployment', spec({ ...members }));
  const REPLICAS = 'MP-PLAN-REPLICAS spec.replicas';

  it.each([
    ['fall to one when they are left out', { replicas: 3 }, {}, [], [REPLICAS]],
    ['stay one', { replicas: 1 }, {}, [], []],
    ['are none', { replicas: 3 }, { replicas: 0 }, [], [REPLICAS]],
    ['change', { replicas: 3 }, { replicas: 2 }, [], []],
    ['set back an autoscaler', {}, { replicas: 2 }, [scaler], [REPLICAS]],
    ['come in place of one', {}, { replicas: 2 }, [], []],
  ])('%s', (_, before, after, staying, expected) => {
    expect(notices(deployment(before), deployment(after), ...staying)).toEqual(expected);
  });
});

describe('hosts', () => {
  const ingress = (host: string, members = {}) =>
    manifest('Ingress', spec({ rules: [{ host }], ...members }));
  const route = manifest('HTTPRoute', spec({ hostnames: ['a.example.com'] }));

  it.each([
    ['lost by a change', ingress('a.example.com'), ingress('b.example.com'), ['MP-PLAN-HOST']],
    ['lost with their Ingress', ingress('a.example.com'), undefined, ['MP-PLAN-HOST']],
    ['handed to a Gateway', ingress('a.example.com'), route, []],
    [
      'handed to another controller',
      ingress('a.example.com'),
      ingress('a.example.com', { ingressClassName: 'b' }),
      ['MP-PLAN-INGRESS-CLASS spec.ingressClassName'],
    ],
  ])('that are %s', (_, former, next, expected) => {
    expect(notices(former, next)).toEqual(expected);
  });
});

describe('a certificate', () => {
  const certificate = (members: object) =>
    manifest('Certificate', spec({ secretName: 'a', dnsNames: ['a.example.com'], ...members }));

  it.each([
    ['of other hosts', { dnsNames: ['b.example.com'] }, ['MP-PLAN-CERTIFICATE spec.dnsNames']],
    ['of another issuer', { issuerRef: { name: 'b' } }, ['MP-PLAN-CERTIFICATE spec.issuerRef']],
    ['in another Secret', { secretName: 'b' }, ['MP-PLAN-CERTIFICATE-SECRET spec.secretName']],
    ['that is renewed earlier', { renewBefore: '1h' }, []],
  ])('%s', (_, after, expected) => {
    expect(notices(certificate({}), certificate(after))).toEqual(expected);
  });
});

describe('what pods read', () => {
  const SECRET = { envFrom: [{ secretRef: { name: 's' } }] };
  const OPTIONAL = { envFrom: [{ secretRef: { name: 's', optional: true } }] };
  const KEY = { env: [{ name: 'A', valueFrom: { configMapKeyRef: { name: 's', key: 'a' } } }] };
  const deployment = (...args: Parameters<typeof pods>) => manifest('Deployment', pods(...args));
  const volume = (members: object) => deployment({}, { volumes: [{ name: 'v', ...members }] });

  it.each([
    ['a Secret', deployment(SECRET), ['MP-PLAN-NEEDS envFrom']],
    ['an optional one', deployment(OPTIONAL), []],
    ['a key', deployment(KEY), ['MP-PLAN-NEEDS env']],
    ['a mounted Secret', volume({ secret: { secretName: 's' } }), ['MP-PLAN-NEEDS volumes']],
    ['a claim', volume({ persistentVolumeClaim: { claimName: 's' } }), ['MP-PLAN-NEEDS volumes']],
    ['an account', deployment({}, { serviceAccountName: 's' }), ['MP-PLAN-NEEDS serviceAccountName']],
    ['the account of the namespace', deployment({}, { serviceAccountName: 'default' }), []],
  ])('has to be there: %s', (_, next, expected) => {
    expect(notices(deployment(), next)).toEqual(expected);
    expect(notices(next, next)).toEqual([]);
  });

  it('is there if it is among the objects, and still of the same kind', () => {
    expect(notices(deployment(), deployment(SECRET), manifest('Secret', {}, 's'))).toEqual([]);
    expect(notices(deployment(), deployment(SECRET), manifest('ConfigMap', {}, 's'))).toEqual([
      'MP-PLAN-NEEDS envFrom',
    ]);
  });

  it('has to be there also if it was, and is removed', () => {
    expect(notices(manifest('ConfigMap', {}, 's'), undefined, deployment(KEY))).toEqual([
      'MP-PLAN-NEEDS env',
    ]);
  });

  it('changes unnoticed where it is read as variables, by pods that stay', () => {
    const [former, next] = ['1', '2'].map((a) => manifest('ConfigMap', { data: { a } }, 's'));
    expect(notices(former, next, deployment(KEY))).toEqual(['MP-PLAN-UNNOTICED']);
    expect(notices(former, next, volume({ configMap: { name: 's' } }))).toEqual([]);
    expect(notices(former, next, manifest('Job', pods(KEY)))).toEqual([]);
    expect(notices(former, former, deployment(KEY))).toEqual([]);
  });
});

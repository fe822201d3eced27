import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { declaredShape } from './declared-fields.ts';
import { NEWER_THAN_1_33, schemaErrors } from './schema.ts';

type Step = string | number;
type Path = readonly Step[];

const text = readFileSync(join(import.meta.dirname, 'fixtures', 'valid.yaml'), 'utf8');
const valid: readonly Record<string, unknown>[] = parseAllDocuments(text).map((document) => document.toJS());
const named = valid.map((object) => [`${object['apiVersion']} ${object['kind']}`, object] as const);

/** Fields that hold a map: any key is right there, as it is with labels. */
const MAPS: ReadonlySet<Step> = new Set(
  'labels annotations matchLabels data selector limits requests nodeSelector'.split(' '),
);

/** Every place in a value, the value itself included. */
function places(value: unknown, path: Path = []): { readonly path: Path; readonly value: unknown }[] {
  const below =
    Array.isArray(value) || (typeof value === 'object' && value !== null)
      ? Object.entries(value).flatMap(([key, item]) =>
          places(item, [...path, Array.isArray(value) ? Number(key) : key]),
        )
      : [];
  return [{ path, value }, ...below];
}

/** A copy of a value with another one at a place. */
function withValue(root: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(root))
    return root.map((item, index) => (index === step ? withValue(item, rest, value) : item));
  const object = root as Readonly<Record<Step, unknown>>;
  return { ...object, [step]: withValue(object[step], rest, value) };
}

function deploymentWith(container: object, pod: object = {}): unknown {
  const template = {
    metadata: { labels: { a: 'b' } },
    spec: { containers: [{ name: 'app', ...container }], ...pod },
  };
  const spec = { selector: { matchLabels: { a: 'b' } }, template };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'shop' }, spec };
}

const container = 'spec.template.spec.containers[0]';

describe('valid objects', () => {
  test('the fixtures hold one object of each kind', () => {
    expect(new Set(named.map(([name]) => name)).size).toBe(13);
  });

  test.each(named)('%s', (_name, object) => {
    expect(schemaErrors(object)).toEqual([]);
  });

  test('a key that is undefined is absent', () => {
    expect(schemaErrors(deploymentWith({ image: undefined, imagge: undefined }))).toEqual([]);
  });

  test.each([1, 0.5, '1', '100m', '1e3', '1.5Gi', '-1'])('quantity %j', (cpu) => {
    expect(schemaErrors(deploymentWith({ resources: { limits: { cpu } } }))).toEqual([]);
  });

  test.each([8000, 'http'])('int-or-string %j', (port) => {
    expect(schemaErrors(deploymentWith({ livenessProbe: { tcpSocket: { port } } }))).toEqual([]);
  });
});

describe('one mutation of a valid object', () => {
  test.each(named)('%s: null is refused at every place', (_name, object) => {
    for (const { path } of places(object).slice(1)) {
      expect(schemaErrors(withValue(object, path, null)), path.join('.')).not.toEqual([]);
    }
  });

  test.each(named)('%s: an unknown key is refused in every object that is no map', (_name, object) => {
    const objects = places(object).filter(
      ({ path, value }) => typeof value === 'object' && !Array.isArray(value) && !isMap(object, path),
    );
    expect(objects.length).toBeGreaterThan(1);
    for (const { path } of objects) {
      expect(schemaErrors(withValue(object, [...path, 'unknwon'], 'x')), path.join('.')).toEqual([
        expect.stringMatching(/unknwon: unknown field$/),
      ]);
    }
  });

  test.each(named)('%s: a list is refused in place of every scalar and object', (_name, object) => {
    for (const { path, value } of places(object).slice(1)) {
      if (!Array.isArray(value))
        expect(schemaErrors(withValue(object, path, [])), path.join('.')).not.toEqual([]);
    }
  });

  test.each(named)('%s: an object is refused in place of every scalar and list', (_name, object) => {
    for (const { path, value } of places(object).slice(1)) {
      if (typeof value === 'object' && !Array.isArray(value)) continue;
      expect(schemaErrors(withValue(object, path, {})), path.join('.')).not.toEqual([]);
    }
  });
});

/** `selector` is a map in a Service and a LabelSelector elsewhere. */
function isMap(object: Record<string, unknown>, path: Path): boolean {
  const last = path.at(-1);
  return last !== undefined && MAPS.has(last) && (last !== 'selector' || object['kind'] === 'Service');
}

describe('wrong values', () => {
  test.each([
    [{ env: [{ name: 'A', value: 3 }] }, `${container}.env[0].value: must be string`],
    [{ tty: 'yes' }, `${container}.tty: must be boolean`],
    [{ livenessProbe: { periodSeconds: 1.5 } }, `${container}.livenessProbe.periodSeconds: must be integer`],
    [{ livenessProbe: { periodSeconds: '5' } }, `${container}.livenessProbe.periodSeconds: must be integer`],
    [
      { ports: [{ containerPort: 2 ** 31 }] },
      `${container}.ports[0].containerPort: must match format "int32"`,
    ],
    [{ ports: [{}] }, `${container}.ports[0]: must have required property containerPort`],
    [
      { livenessProbe: { tcpSocket: { port: 1.5 } } },
      `${container}.livenessProbe.tcpSocket.port: must be one of the allowed types and formats`,
    ],
    [
      { resources: { requests: { cpu: '1 core' } } },
      `${container}.resources.requests.cpu: must be one of the allowed types and formats`,
    ],
    [
      { resources: { requests: { cpu: true } } },
      `${container}.resources.requests.cpu: must be one of the allowed types and formats`,
    ],
  ])('%j', (fields, message) => {
    expect(schemaErrors(deploymentWith(fields))).toContain(message);
  });

  test('a value outside an enumeration is named with the allowed ones', () => {
    expect(schemaErrors(deploymentWith({ imagePullPolicy: 'Allways' })).join()).toMatch(
      /imagePullPolicy.*IfNotPresent/,
    );
  });

  test('the values of a map are checked', () => {
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { labels: { a: true } }, data: { a: 1 } };
    expect(schemaErrors(object)).toEqual(
      expect.arrayContaining(['data.a: must be string', 'metadata.labels.a: must be string']),
    );
  });

  test('all errors of an object are reported, each once', () => {
    const errors = schemaErrors(deploymentWith({ imagge: 'x', env: null }, { hostNetwrok: true }));
    expect(errors).toHaveLength(3);
  });
});

describe('what has no schema', () => {
  test.each([
    [{ apiVersion: 'apps/v1beta1', kind: 'Deployment' }, 'no schema for apps/v1beta1 Deployment'],
    [{ apiVersion: 'apps/v1', kind: 'Deploiment' }, 'no schema for apps/v1 Deploiment'],
    [{ apiVersion: 'v1', kind: 'List', items: [] }, 'no schema for v1 List'],
  ])('%j', (object, message) => {
    expect(schemaErrors(object)).toEqual([message]);
  });

  test.each([undefined, null, 'text', 1, [], {}, { kind: 'Service' }])('%j', (value) => {
    expect(schemaErrors(value)).toHaveLength(1);
  });
});

describe('fields newer than Kubernetes 1.33', () => {
  test.each([
    [{ image: 'x' }, { hostnameOverride: 'a' }, 'spec.template.spec.hostnameOverride: unknown field'],
    [
      { env: [{ name: 'A', valueFrom: { fileKeyRef: {} } }] },
      {},
      `${container}.env[0].valueFrom.fileKeyRef: unknown field`,
    ],
  ])('%j %j', (fields, pod, message) => {
    expect(schemaErrors(deploymentWith(fields, pod))).toContain(message);
  });

  test.each([...NEWER_THAN_1_33])('%s is in the models: a stale entry would hide nothing', (entry) => {
    const [name = '', field = ''] = entry.split('.');
    const shape = declaredShape(`kubernetes-models/v1/${name.slice(1)}`, name);
    expect(shape.kind === 'fields' && shape.fields.has(field)).toBe(true);
  });
});

describe('declaredShape', () => {
  test('a module or a name that is not there is an error, never an open shape', () => {
    expect(() => declaredShape('kubernetes-models/apps/v1/Deploiment', 'IDeploiment')).toThrow(
      'no declarations',
    );
    expect(() => declaredShape('kubernetes-models/apps/v1/Deployment', 'IDeploiment')).toThrow(
      'declares no IDeploiment',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { customResourceDefinition } from '../../src/api/crd.ts';
import { crdText } from '../../src/api/published.ts';
import { SCHEMA } from '../../src/api/schema.ts';
import { formatPath } from '../../src/results.ts';
import { deepFreeze } from '../support/deep-freeze.ts';

interface Node {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node;
  readonly items?: Node;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly [keyword: string]: unknown;
}

interface Version {
  readonly schema: { readonly openAPIV3Schema: Node };
  readonly [field: string]: unknown;
}

const crd = customResourceDefinition(deepFreeze(SCHEMA));
const [version] = crd.spec['versions'] as readonly Version[];
const root = version?.schema.openAPIV3Schema ?? {};
const nodes = nodesOf(root, []);

function nodesOf(
  node: Node,
  path: readonly string[],
): readonly { readonly name: string; readonly node: Node }[] {
  const below = [
    ...Object.entries(node.properties ?? {}),
    ...(node.additionalProperties ? [['NAME', node.additionalProperties] as const] : []),
    ...(node.items ? [['ENTRY', node.items] as const] : []),
  ];
  return [
    { name: formatPath(path), node },
    ...below.flatMap(([step, member]) => nodesOf(member, [...path, step])),
  ];
}

function at(...path: readonly string[]): Node {
  return nodes.find(({ name }) => name === formatPath(path))?.node ?? {};
}

/** Names of the nodes that break a rule. */
function breaking(rule: (node: Node) => boolean): readonly string[] {
  return nodes.filter(({ node }) => !rule(node)).map(({ name }) => name);
}

describe('the CustomResourceDefinition', () => {
  it('is named and served as agreed', () => {
    expect(crd.metadata.name).toBe('moneypositives.moneypositive.coop');
    expect(crd.spec['names']).toMatchObject({
      plural: 'moneypositives',
      singular: 'moneypositive',
      shortNames: ['mp'],
    });
    expect(version).toMatchObject({
      name: 'v1alpha1',
      served: true,
      storage: true,
      deprecated: true,
      deprecationWarning: 'rendered client-side; applying it deploys nothing',
    });
  });

  it('has columns whose fields exist', () => {
    const columns = version?.['additionalPrinterColumns'] as readonly { readonly jsonPath: string }[];
    const ours = columns.map(({ jsonPath }) => jsonPath).filter((path) => path.startsWith('.spec.'));
    expect(ours.length).toBeGreaterThan(2);
    for (const path of ours)
      expect(
        at(
          ...path
            .slice(1)
            .replace(/\[0\]$/, '')
            .split('.'),
        ),
        path,
      ).toHaveProperty('type');
  });

  it('is smaller than 200 KiB', () => {
    expect(Buffer.byteLength(crdText(SCHEMA))).toBeLessThan(200 * 1024);
  });
});

describe('its schema is structural', () => {
  const PRESERVE = 'x-kubernetes-preserve-unknown-fields';
  const INT_OR_STRING = 'x-kubernetes-int-or-string';

  it('at all of many nodes', () => {
    expect(nodes.length).toBeGreaterThan(400);
  });

  it('has a type everywhere but at unions', () => {
    expect(
      breaking((node) => (node.type !== undefined) !== (node[INT_OR_STRING] === true || isUnion(node))),
    ).toEqual([]);
  });

  it('has types that OpenAPI knows', () => {
    const known = [undefined, 'array', 'boolean', 'integer', 'number', 'object', 'string'];
    expect(breaking(({ type }) => known.includes(type))).toEqual([]);
  });

  it.each([
    '$ref',
    'anyOf',
    'allOf',
    'const',
    'default',
    'definitions',
    'examples',
    'propertyNames',
    'title',
  ])('does without %s', (keyword) => {
    expect(breaking((node) => !(keyword in node))).toEqual([]);
  });

  it('has either members or a schema for all of them', () => {
    expect(breaking(({ properties, additionalProperties }) => !(properties && additionalProperties))).toEqual(
      [],
    );
    expect(breaking(({ additionalProperties }) => typeof (additionalProperties ?? {}) === 'object')).toEqual(
      [],
    );
  });

  it('has a schema for the entries of each list, and says how each list of ours merges', () => {
    expect(breaking(({ type, items }) => (type === 'array') === (items !== undefined))).toEqual([]);
    expect(at('spec', 'hosts')['x-kubernetes-list-type']).toBe('set');
    expect(at('spec', 'volumes')['x-kubernetes-list-map-keys']).toEqual(['name']);
    expect(at('spec', 'init', 'fixtures')['x-kubernetes-list-type']).toBe('atomic');
  });

  it('has sets of scalars only', () => {
    expect(
      breaking((node) => node['x-kubernetes-list-type'] !== 'set' || node.items?.type === 'string'),
    ).toEqual([]);
  });

  it('requires the keys of list maps', () => {
    const keysOf = (node: Node) => (node['x-kubernetes-list-map-keys'] ?? []) as readonly string[];
    expect(
      breaking((node) =>
        keysOf(node).every(
          (key) => node.items?.required?.includes(key) && node.items.properties?.[key]?.type === 'string',
        ),
      ),
    ).toEqual([]);
    expect(nodes.filter(({ node }) => keysOf(node).length > 0).length).toBeGreaterThan(10);
  });

  it('restricts nothing of the metadata but the name', () => {
    expect(Object.keys(at('metadata'))).toEqual(['type', 'properties']);
    expect(Object.keys(at('metadata').properties ?? {})).toEqual(['name']);
    expect(at('apiVersion')).toEqual({ type: 'string' });
  });

  it('lets pass what it can not say: values of env, switches, types of a pod', () => {
    expect(at('spec', 'env', 'NAME')).toMatchObject({ [PRESERVE]: true });
    expect(at('spec', 'init', 'gate')).toMatchObject({ [PRESERVE]: true });
    expect(at('spec', 'affinity')).toMatchObject({ type: 'object', [PRESERVE]: true });
    expect(at('spec', 'sidecars', 'ENTRY')).toMatchObject({ [PRESERVE]: true, required: ['name', 'image'] });
    expect(at('spec', 'app', 'port')).toMatchObject({ type: 'integer', minimum: 1, maximum: 65535 });
  });

  it('explains every field of ours, with its default and an example', () => {
    expect(at('spec', 'app', 'port').description).toBe(
      'Port the app listens on. Ports below 1024 need a privilege that `restricted` takes away.\n\nDefault: `8000`\n\nExample: 8080',
    );
  });

  function isUnion(node: Node): boolean {
    return node[PRESERVE] === true && node.type === undefined;
  }
});

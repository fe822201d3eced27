/**
 * The CustomResourceDefinition of MoneyPositive, for editors, `kubectl explain` and admission in CI. Nothing acts on such an
 * object in a cluster, hence the deprecation warning for whoever applies one.
 */
import type { JsonSchema } from './json-schema.ts';
import { resolve } from './json-schema.ts';
import { type Structural, structural } from './structural.ts';

export interface CustomResourceDefinition {
  readonly apiVersion: 'apiextensions.k8s.io/v1';
  readonly kind: 'CustomResourceDefinition';
  readonly metadata: { readonly name: string };
  readonly spec: Structural;
}

/** What `kubectl get moneypositives` shows. */
const COLUMNS = [
  { name: 'Image', type: 'string', jsonPath: '.spec.image' },
  { name: 'Version', type: 'string', jsonPath: '.spec.version' },
  { name: 'Host', type: 'string', jsonPath: '.spec.hosts[0]' },
  { name: 'Project', type: 'string', jsonPath: '.spec.project', priority: 1 },
  { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' },
];

/** The definition, computed from the published JSON Schema. Throws only for a schema that lacks one of its definitions. */
export function customResourceDefinition(schema: JsonSchema): CustomResourceDefinition {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'moneypositives.moneypositive.coop' },
    spec: {
      group: 'moneypositive.coop',
      names: {
        kind: 'MoneyPositive',
        listKind: 'MoneyPositiveList',
        plural: 'moneypositives',
        singular: 'moneypositive',
        shortNames: ['mp'],
        categories: ['django'],
      },
      scope: 'Namespaced',
      versions: [version(schema)],
    },
  };
}

function version(schema: JsonSchema): Structural {
  return {
    name: 'v1alpha1',
    served: true,
    storage: true,
    deprecated: true,
    deprecationWarning: 'rendered client-side; applying it deploys nothing',
    additionalPrinterColumns: COLUMNS,
    schema: { openAPIV3Schema: topLevel(schema) },
  };
}

/** The object itself: the API server brings apiVersion, kind and metadata, and lets us restrict no more than the name. */
function topLevel(schema: JsonSchema): Structural {
  const { spec = {}, metadata = {} } = schema.properties ?? {};
  const name = resolve(metadata, schema).properties?.['name'] ?? {};
  return {
    description: schema.description,
    type: 'object',
    required: ['spec'],
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object', properties: { name: structural(name, schema) } },
      spec: structural(spec, schema),
    },
  };
}

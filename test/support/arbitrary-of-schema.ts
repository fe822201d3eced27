/**
 * Values that a JSON Schema describes, made from the schema alone: valid field by field, sensible or not. Each comes from
 * one number, since building fast-check's own arbitraries for so large a tree takes longer than everything they test.
 */
import fc from 'fast-check';
import { type JsonSchema, resolve, typesOf } from '../../src/api/json-schema.ts';
import { alternatives, SCHEMA } from '../../src/api/schema.ts';

/** Names that generated things have, secrets, paths, references, and something for every form the schema asks for. */
const TEXTS = [
  ...[
    '',
    'a',
    'gate',
    'app',
    'tmp',
    'data',
    'http',
    'redis',
    'latest',
    'a\nb',
    'constructor',
    '__proto__',
    'A',
  ],
  ...['/tmp', '/', '$(A)', '$(B)$(A)', '--schedule', '--pidfile=x', '--requirepass', '-B', 'allkeys-lru'],
  ...[
    'redis://a:b@c',
    'https://a.example.com',
    '*.example.com',
    '1Gi',
    '512mb',
    '0',
    '0%',
    '25%',
    '500m',
    '-1',
  ],
  ...['cpu', 'SECRET_KEY', 'app.kubernetes.io/name', 'toString'],
];

/** A number below `limit`, from zero on. */
type Random = (limit: number) => number;

/** Any valid value of the schema. */
export const valuesOf = (schema: JsonSchema): fc.Arbitrary<unknown> =>
  fc.integer({ min: 1, max: 2 ** 31 }).map((seed) => value(schema, randomFrom(seed), 0));

/** Lehmer's generator: far from random, but every number is another tree. */
function randomFrom(seed: number): Random {
  let state = seed % 2147483647 || 1;
  return (limit) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
}

function value(schema: JsonSchema, random: Random, depth: number): unknown {
  const one = pick(alternatives(resolve(schema, SCHEMA)), random) ?? {};
  if (one.const !== undefined) return one.const;
  if (one.enum !== undefined) return pick(one.enum, random);
  switch (pick(typesOf(one), random)) {
    case 'array':
      return Array.from({ length: (one.minItems ?? 0) + random(depth > 6 ? 1 : 3) }, () =>
        value(one.items ?? {}, random, depth + 1),
      );
    case 'boolean':
      return random(2) === 0;
    case 'integer':
    case 'number':
      return (one.minimum ?? -1) + random(10);
    case 'string':
      return text(one, random);
    default:
      return object(one, random, depth);
  }
}

function text({ pattern = '', minLength = 0, examples = [] }: JsonSchema, random: Random): string {
  const known = examples.filter((example) => typeof example === 'string');
  const form = new RegExp(pattern);
  return (
    pick(
      [...TEXTS, ...known].filter((one) => form.test(one) && one.length >= minLength),
      random,
    ) ?? ''
  );
}

function object(schema: JsonSchema, random: Random, depth: number): Readonly<Record<string, unknown>> {
  const { properties = {}, required = [], additionalProperties, propertyNames = {} } = schema;
  // Whole trees of Kubernetes' own types are rare, what is near the top is common.
  const isThere = (name: string) => required.includes(name) || random(100) < Math.max(4, 60 - depth * 8);
  const members = Object.entries(properties).filter(([name]) => isThere(name));
  const keys =
    typeof additionalProperties === 'object'
      ? Array.from({ length: random(3) }, (): [string, JsonSchema] => [
          text(propertyNames, random),
          additionalProperties,
        ])
      : [];
  return Object.fromEntries(
    [...members, ...keys].map(([name, member]) => [name, value(member, random, depth + 1)]),
  );
}

function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[random(list.length || 1)];
}

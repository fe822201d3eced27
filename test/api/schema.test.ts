import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { homesOf, SCHEMA, schemaAt } from '../../src/api/schema.ts';
import { validateSpec } from '../../src/api/validate.ts';
import { formatPath } from '../../src/results.ts';
import { valueDocument } from '../../src/yaml/value-document.ts';
import { allFields, fullObject, objectWith } from './examples-of-schema.ts';

const fields = allFields();
const named = fields.map((field) => ({ ...field, name: formatPath(field.path) }));

describe('the published schema', () => {
  it('is a JSON Schema, by the metaschema of draft-07', () => {
    const ajv = new Ajv({ strict: false });
    expect(SCHEMA.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(ajv.validateSchema(SCHEMA), ajv.errorsText()).toBe(true);
  });

  it('has the fields this test thinks it looks at', () => {
    expect(fields.length).toBeGreaterThan(500);
    expect(named.map(({ name }) => name)).toContain('spec.workers.name.probes.liveness.exec.command');
  });

  it('is closed: every object names its members', () => {
    const open = Object.entries({ ...SCHEMA.definitions, MoneyPositive: SCHEMA })
      .filter(([, { type, additionalProperties }]) => type === 'object' && additionalProperties === undefined)
      .map(([name]) => name);
    expect(open).toEqual([]);
  });

  it.each(named.filter(({ schema }) => schema.examples !== undefined))(
    'admits the example of $name',
    ({ path, schema }) => {
      expect(validateSpec(valueDocument(objectWith(path, schema.examples?.[0])))).toEqual([]);
    },
  );

  it.each(named.filter(({ schema }) => schema.default !== undefined))(
    'admits the default of $name',
    ({ path, schema }) => {
      expect(validateSpec(valueDocument(objectWith(path, schema.default)))).toEqual([]);
    },
  );

  it('admits the examples of all fields at once', () => {
    const object = fullObject();
    expect(Object.keys(object['spec'] as object).length).toBeGreaterThan(25);
    expect(validateSpec(valueDocument(object))).toEqual([]);
  });

  it('says the default in the description, where editors show it', () => {
    expect(schemaAt(['spec', 'app', 'port'])?.description).toBe(
      'Port the app listens on. Ports below 1024 need a privilege that `restricted` takes away.\n\nDefault: `8000`',
    );
    expect(schemaAt(['spec', 'project'])?.description).toMatch(/\n\nDefault: none: app, workers and beat/);
  });
});

describe('schemaAt', () => {
  it('goes through maps, lists and unions', () => {
    expect(schemaAt(['spec', 'env', 'A', 'secretKeyRef', 'key'])?.type).toBe('string');
    expect(schemaAt(['spec', 'init', 'migrate', 'databases', 3])?.type).toBe('string');
    expect(schemaAt(['spec', 'redis', 'storage'])?.anyOf).toHaveLength(2);
  });

  it('is undefined where the API has nothing, even for names that every JavaScript object has', () => {
    expect(schemaAt(['spec', 'nothing'])).toBeUndefined();
    expect(schemaAt(['spec', 'constructor'])).toBeUndefined();
    expect(schemaAt(['spec', 'image', 'x'])).toBeUndefined();
    expect(schemaAt(['spec', 'app', 0])).toBeUndefined();
  });
});

describe('homesOf', () => {
  it('names the places of a field, nearest to the top first', () => {
    expect(homesOf('replicas')).toEqual(['spec.app.replicas', 'spec.workers.NAME.replicas']);
    expect(homesOf('name')[0]).toBe('metadata.name');
  });

  it('takes the nearest name where none is the same', () => {
    expect(homesOf('replica')).toEqual(homesOf('replicas'));
    expect(homesOf('nothing-like-it')).toEqual([]);
  });
});

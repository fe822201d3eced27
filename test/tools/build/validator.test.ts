import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCHEMA } from '../../../src/api/schema.ts';
import { validatorCode } from '../../../tools/build/validator.ts';
import { validatorSchema } from '../../../tools/build/validator-schema.ts';

describe('the validator', () => {
  const code = validatorCode(SCHEMA);

  it('that the tests run is compiled from the schema as it is (otherwise: npm run build)', () => {
    expect(readFileSync('src/api/generated/validator.js', 'utf8') === code).toBe(true);
  });

  it('needs no other module and generates no code', () => {
    expect(code).not.toMatch(/^import |= require\(|new Function|\beval\(/m);
  });

  it('carries no texts of the schema', () => {
    expect(code).not.toContain('Port the app listens on');
  });
});

describe('validatorSchema', () => {
  it('tells alternatives apart by type', () => {
    const schema = validatorSchema({
      anyOf: [
        { const: false, type: 'boolean' },
        { type: 'object', description: 'x' },
      ],
    });
    expect(schema.type).toEqual(['boolean', 'object']);
    expect(JSON.stringify(schema.allOf)).toBe(
      '[{"if":{"type":["boolean"]},"then":{"const":false,"type":"boolean"}},{"if":{"type":["object"]},"then":{"type":"object"}}]',
    );
  });

  it('refuses a union of one type, whose errors could not be told apart', () => {
    expect(() => validatorSchema({ anyOf: [{ type: 'string' }, { type: 'string', pattern: 'a' }] })).toThrow(
      "a union of string, string can't be told apart by type",
    );
  });
});

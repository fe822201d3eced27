import { describe, expect, it } from 'vitest';
import { validateSpec } from '../../src/api/validate.ts';
import { readStream } from '../../src/yaml/stream.ts';
import { valueDocument } from '../../src/yaml/value-document.ts';
import { report, withSpec } from './report.ts';

describe('a valid object', () => {
  it('has no findings', () => {
    expect(
      report(withSpec('version: "1"', 'env: {A: "yes", B: {secretKeyRef: {name: a, key: b}}}', 'beat: {}')),
    ).toEqual([]);
  });
});

describe('the object itself', () => {
  it.each([
    ['a list', '[]'],
    ['text', 'shop'],
    ['nothing', '# nothing'],
  ])('is no %s', (_, text) => {
    const findings = readStream(text).flatMap(validateSpec);
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'MP-SCHEMA-TYPE: a MoneyPositive is a map with `apiVersion`, `kind`, `metadata` and `spec`',
    ]);
  });

  it.each([
    ['moneypositive.coop/v1', 'this version of `moneypositive.coop` is unknown; known versions: `v1alpha1`'],
    ['example.com/v1', '`apiVersion` must be `moneypositive.coop/v1alpha1`'],
  ])('of version %s is told the known one, and nothing about its fields', (version, message) => {
    expect(report(`apiVersion: ${version}\nkind: MoneyPositive\nspec: {x: 1}\n`)).toEqual([
      `1:13 MP-SCHEMA-API-VERSION apiVersion: ${message}`,
    ]);
  });

  it('of another kind', () => {
    expect(report('apiVersion: moneypositive.coop/v1alpha1\nkind: Moneypositive\n')).toEqual([
      '2:7 MP-SCHEMA-KIND kind: `kind` must be `MoneyPositive`',
    ]);
  });

  it('with an apiVersion that is no text', () => {
    expect(report(withSpec().replace(/^apiVersion: .*/, 'apiVersion: 1'))).toEqual([
      '1:13 MP-YAML-QUOTE apiVersion: `apiVersion` is text: write it in quotes',
    ]);
  });
});

describe('how it is written', () => {
  it('is told first, and alone where the text can not be read', () => {
    expect(report('spec: [x\n')).toEqual([expect.stringMatching(/^\d:\d+ MP-YAML-SYNTAX : /)]);
    expect(report(withSpec('env: *nothing'))).toEqual([
      expect.stringMatching(/^7:8 MP-YAML-ALIAS spec\.env: /),
    ]);
  });

  it.each([
    ['image: other', 'MP-YAML-DUPLICATE-KEY', 'spec.image'],
    ['env: {<<: {A: b}}', 'MP-YAML-MERGE-KEY', 'spec.env["<<"]'],
    ['project: !python shop', 'MP-YAML-TAG', 'spec.project'],
    ['app: {port: 0777}', 'MP-YAML-OCTAL', 'spec.app.port'],
    ['project: on', 'MP-YAML-QUOTE', 'spec.project'],
  ])('%s', (line, code, path) => {
    expect(report(withSpec(line))).toEqual([expect.stringMatching(/^7:\d+ /)]);
    expect(report(withSpec(line))[0]).toContain(` ${code} ${path}: `);
  });

  it('is no second mistake at a scalar that is wrong for its field', () => {
    expect(report(withSpec('app: {server: on}'))).toEqual([
      '7:17 MP-SCHEMA-ENUM spec.app.server: `server` must be one of `gunicorn`, `uvicorn` or `custom`',
    ]);
  });
});

describe('findings', () => {
  it('stand in the order of the text', () => {
    const lines = report(
      withSpec('verison: "1"', 'env: {A: 1, B: {}}', 'beat:', 'version: on', 'hosts: [a, a]'),
    );
    expect(lines.map((line) => line.slice(0, line.indexOf(' ', 6)))).toEqual([
      '7:3 MP-SCHEMA-UNKNOWN-FIELD',
      '8:12 MP-YAML-QUOTE',
      '8:18 MP-SCHEMA-ENV-REFERENCE',
      '9:8 MP-SCHEMA-TYPE',
      '10:12 MP-YAML-QUOTE',
      '11:14 MP-SCHEMA-DUPLICATE',
    ]);
  });

  it('count lines in the whole stream', () => {
    expect(report(`a: b\n---\n${withSpec('hots: []')}`).at(-1)).toMatch(/^9:3 /);
  });

  it('of an object without text have paths and no positions', () => {
    const object = {
      apiVersion: 'moneypositive.coop/v1alpha1',
      kind: 'MoneyPositive',
      metadata: { name: 'a' },
      spec: {},
    };
    expect(validateSpec(valueDocument(object))).toEqual([
      {
        code: 'MP-SCHEMA-REQUIRED',
        severity: 'error',
        message: '`image` is missing from `spec`',
        path: ['spec', 'image'],
      },
    ]);
  });
});

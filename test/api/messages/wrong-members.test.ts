import { describe, expect, it } from 'vitest';
import { report, withSpec } from '../report.ts';

describe('a missing field', () => {
  it.each([
    ['tls: {issuerRef: {}}', '7:9', 'spec.tls.issuerRef.name', '`name` is missing from `issuerRef`'],
    [
      'init: {commands: [{once: true}]}',
      '7:21',
      'spec.init.commands[0].run',
      '`run` is missing from `commands[0]`',
    ],
    [
      'env: {A: {secretKeyRef: {key: b}}}',
      '7:13',
      'spec.env.A.secretKeyRef.name',
      '`name` is missing from `secretKeyRef`',
    ],
    ['sidecars: [{name: a}]', '7:14', 'spec.sidecars[0].image', '`image` is missing from `sidecars[0]`'],
  ])('is told at what it is missing from: %s', (line, place, path, message) => {
    expect(report(withSpec(line))).toEqual([`${place} MP-SCHEMA-REQUIRED ${path}: ${message}`]);
  });

  it('of the object', () => {
    expect(report('apiVersion: moneypositive.coop/v1alpha1\nkind: MoneyPositive\nspec: {}\n')).toEqual([
      '1:1 MP-SCHEMA-REQUIRED metadata: `metadata` is missing',
      '3:1 MP-SCHEMA-REQUIRED spec.image: `image` is missing from `spec`',
    ]);
  });
});

describe('a name of the user', () => {
  it.each([
    [
      'env: {1A: x}',
      '7:9',
      'spec.env["1A"]',
      'the name `1A` in `env` must be made of letters, digits, `_`, `-` and `.`, no digit first',
    ],
    [
      'env: {"A=B": x}',
      '7:9',
      'spec.env["A=B"]',
      'the name `A=B` in `env` must be made of letters, digits, `_`, `-` and `.`, no digit first',
    ],
    [
      'workers: {Mail: {}}',
      '7:13',
      'spec.workers.Mail',
      'the name `Mail` in `workers` must be a DNS-1123 label: lower-case letters, digits and dashes, no dash at either end',
    ],
    [
      'podLabels: {a b: c}',
      '7:15',
      'spec.podLabels["a b"]',
      'the name `"a b"` in `podLabels` must be a name of letters, digits, `-`, `_` and `.`, with a letter or digit at both ends, at most 63 characters, after an optional `DOMAIN/`',
    ],
  ])('%s', (line, place, path, message) => {
    expect(report(withSpec(line))).toEqual([`${place} MP-SCHEMA-NAME ${path}: ${message}`]);
  });

  it('is free where Kubernetes leaves it free', () => {
    const names = 'env: {A.b-c: x, -D: x, _e: x, __proto__: x, constructor: x}';
    expect(report(withSpec(names, 'podAnnotations: {Prometheus.io/scrape_1: "true"}'))).toEqual([]);
  });
});

describe('the reference of an environment variable', () => {
  it('refers to something', () => {
    expect(report(withSpec('env: {A: {}}'))).toEqual([
      '7:12 MP-SCHEMA-ENV-REFERENCE spec.env.A: `A` refers to nothing: give it one of `secretKeyRef`, `configMapKeyRef`, `fieldRef` and `resourceFieldRef`',
    ]);
  });

  it('refers to one thing', () => {
    const line = 'env: {A: {secretKeyRef: {name: a, key: b}, fieldRef: {fieldPath: status.podIP}}}';
    expect(report(withSpec(line))).toEqual([
      '7:12 MP-SCHEMA-ENV-REFERENCE spec.env.A: `A` has 2 sources, `secretKeyRef` and `fieldRef`: keep one (in an overlay, set the old one to null in your patch)',
    ]);
  });

  it('is not counted while a part of it is wrong by itself', () => {
    expect(report(withSpec('env: {A: {secretKeyRef: {name: a, key: b}, optional: true}}'))).toEqual([
      expect.stringMatching(/^7:46 MP-SCHEMA-UNKNOWN-FIELD spec\.env\.A\.optional: /),
    ]);
  });
});

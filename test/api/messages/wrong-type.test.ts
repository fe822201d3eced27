import { describe, expect, it } from 'vitest';
import { report, withSpec } from '../report.ts';

const CODE = 'MP-SCHEMA-TYPE';

describe('no value at all', () => {
  it.each([
    ['beat:', '7:8', 'spec.beat', '`beat` has no value: write `beat: {}` or remove it'],
    ['env: ~', '7:8', 'spec.env', '`env` has no value: write `env: {}` or remove it'],
    [
      'env: {A: null}',
      '7:12',
      'spec.env.A',
      '`A` has no value: write `A: ""` for an empty text or remove it',
    ],
    [
      'workers: {mail: null}',
      '7:19',
      'spec.workers.mail',
      '`mail` has no value: write `mail: {}` or remove it',
    ],
    ['hosts: null', '7:10', 'spec.hosts', '`hosts` has no value: write `hosts: []` or remove it'],
    ['hosts: [~]', '7:11', 'spec.hosts[0]', '`hosts[0]` has no value: remove the entry'],
    ['version: null', '7:12', 'spec.version', '`version` has no value: give it one or remove it'],
    [
      'tls: {issuerRef: null}',
      '7:20',
      'spec.tls.issuerRef',
      '`issuerRef` has no value: give it `name` or remove it',
    ],
    ['init: {gate: null}', '7:16', 'spec.init.gate', '`gate` has no value: write `gate: {}` or remove it'],
    ['tls: {issuerRef: {name: null}}', '7:27', 'spec.tls.issuerRef.name', '`name` has no value: give it one'],
  ])('%s', (line, place, path, message) => {
    expect(report(withSpec(line))).toEqual([`${place} ${CODE} ${path}: ${message}`]);
  });

  it('at a required map is one finding, without those of its members', () => {
    expect(
      report('apiVersion: moneypositive.coop/v1alpha1\nkind: MoneyPositive\nmetadata: {name: shop}\nspec:\n'),
    ).toEqual([`4:6 ${CODE} spec: \`spec\` has no value: give it \`image\``]);
  });

  it('in place of an old reference, which a patch was to remove', () => {
    const line = 'env: {A: {secretKeyRef: null, configMapKeyRef: {name: a, key: b}}}';
    expect(report(withSpec(line))).toEqual([
      `7:27 ${CODE} spec.env.A.secretKeyRef: \`secretKeyRef\` has no value: give it \`name\` and \`key\` or remove it`,
    ]);
  });
});

describe('a scalar in place of text', () => {
  it.each([
    ['version: 1.10', '7:12', 'spec.version', '`version`'],
    ['version: true', '7:12', 'spec.version', '`version`'],
    ['version: 0777', '7:12', 'spec.version', '`version`'],
    ['env: {DEBUG: 0}', '7:16', 'spec.env.DEBUG', '`DEBUG`'],
    ['podLabels: {on-call: true}', '7:24', 'spec.podLabels.on-call', '`on-call`'],
    ['redis: {storage: 1}', '7:20', 'spec.redis.storage', '`storage`'],
    ['manage: [python, 3]', '7:20', 'spec.manage[1]', '`manage[1]`'],
  ])('asks for quotes: %s', (line, place, path, name) => {
    expect(report(withSpec(line))).toEqual([
      `${place} MP-YAML-QUOTE ${path}: ${name} is text: write it in quotes`,
    ]);
  });

  it('that only some readers take for text asks for quotes, too', () => {
    expect(report(withSpec('version: 2021-12-01', 'env: {A: yes, B: 1e3, C: 1_000, D: "yes"}'))).toEqual([
      expect.stringMatching(/^7:12 MP-YAML-QUOTE spec\.version: /),
      expect.stringMatching(/^8:12 MP-YAML-QUOTE spec\.env\.A: /),
      expect.stringMatching(/^8:20 MP-YAML-QUOTE spec\.env\.B: /),
      expect.stringMatching(/^8:28 MP-YAML-QUOTE spec\.env\.C: /),
    ]);
  });
});

describe('quotes around what is no text', () => {
  it.each([
    ['app: {port: "8000"}', '7:15', 'spec.app.port', '`port` is a whole number: remove the quotes'],
    [
      'init: {fixtures: [{path: a, once: "true"}]}',
      '7:37',
      'spec.init.fixtures[0].once',
      '`once` is `true` or `false`: remove the quotes',
    ],
    [
      'init: {gate: "false"}',
      '7:16',
      'spec.init.gate',
      '`gate` is `false` or a map of fields: remove the quotes',
    ],
  ])('%s', (line, place, path, message) => {
    expect(report(withSpec(line))).toEqual([`${place} ${CODE} ${path}: ${message}`]);
  });
});

describe('a value of another type', () => {
  it.each([
    [
      'env: [{name: A, value: b}]',
      '7:8',
      'spec.env',
      '`env` is a map by name, not a list: write `NAME: ...` for each entry',
    ],
    [
      'workers: [mail]',
      '7:12',
      'spec.workers',
      '`workers` is a map by name, not a list: write `NAME: ...` for each entry',
    ],
    ['env: {A: [b]}', '7:12', 'spec.env.A', '`A` is text or a reference, not a list'],
    [
      'hosts: a',
      '7:10',
      'spec.hosts',
      '`hosts` is a list, not text: write each entry after `- `, or all in `[]`',
    ],
    [
      'hosts: {a: b}',
      '7:10',
      'spec.hosts',
      '`hosts` is a list, not a map: write each entry after `- `, or all in `[]`',
    ],
    [
      'beat: true',
      '7:9',
      'spec.beat',
      '`beat` is switched on by presence: write `beat: {}`, or leave it out',
    ],
    [
      'beat: false',
      '7:9',
      'spec.beat',
      '`beat` is switched on by presence: write `beat: {}`, or leave it out',
    ],
    ['beat: database', '7:9', 'spec.beat', '`beat` is a map of fields, not text'],
    ['app: {replicas: 1.5}', '7:19', 'spec.app.replicas', '`replicas` is a whole number, not a fraction'],
    ['app: {replicas: true}', '7:19', 'spec.app.replicas', '`replicas` is a whole number, not a truth value'],
    ['app: {port: 1_000}', '7:15', 'spec.app.port', '`port` is a whole number, not text'],
    ['project: [a]', '7:12', 'spec.project', '`project` is text, not a list'],
    [
      'tls: {issuerRef: letsencrypt}',
      '7:20',
      'spec.tls.issuerRef',
      '`issuerRef` is a map of fields, not text: write `{name: ...}`',
    ],
    [
      'redis: {password: hunter2}',
      '7:21',
      'spec.redis.password',
      '`password` is a map of fields, not text: write `{secretKeyRef: ...}`',
    ],
    ['init: {gate: no}', '7:16', 'spec.init.gate', '`gate` is `false` or a map of fields, not text'],
    [
      'init: {migrate: true}',
      '7:19',
      'spec.init.migrate',
      '`migrate` is on by default: leave it out, or write `migrate: {}`',
    ],
    [
      'redis: {storage: true}',
      '7:20',
      'spec.redis.storage',
      '`storage` is `false` or a value of its own, such as `5Gi`',
    ],
    [
      'app: {disruption: {maxUnavailable: 0.5}}',
      '7:38',
      'spec.app.disruption.maxUnavailable',
      '`maxUnavailable` is a whole number or text, not a fraction',
    ],
  ])('%s', (line, place, path, message) => {
    expect(report(withSpec(line))).toEqual([`${place} ${CODE} ${path}: ${message}`]);
  });
});

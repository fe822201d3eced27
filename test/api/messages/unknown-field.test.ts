import { describe, expect, it } from 'vitest';
import { report, withSpec } from '../report.ts';

const CODE = 'MP-SCHEMA-UNKNOWN-FIELD';

describe('an unknown field', () => {
  it.each([
    ['hots: []', `7:3 ${CODE} spec.hots: unknown field \`hots\`; did you mean \`hosts\`?`],
    [
      'app: {replica: 3}',
      `7:9 ${CODE} spec.app.replica: unknown field \`replica\`; did you mean \`replicas\`?`,
    ],
    [
      'volumes: [{name: a, emptydir: {}}]',
      `7:23 ${CODE} spec.volumes[0].emptydir: unknown field \`emptydir\`; did you mean \`emptyDir\`?`,
    ],
    [
      'env: {A: {secretKeyref: {name: a, key: b}}}',
      `7:13 ${CODE} spec.env.A.secretKeyref: unknown field \`secretKeyref\`; did you mean \`secretKeyRef\`?`,
    ],
  ])('is told with the nearest known key: %s', (line, expected) => {
    expect(report(withSpec(line))).toEqual([expected]);
  });

  it.each([
    ['replicas: 3', '`spec.app.replicas` or `spec.workers.NAME.replicas`'],
    ['port: 80', '`spec.app.port` or `spec.static.nginx.port`'],
    ['namespace: shop', '`metadata.namespace`'],
    ['migrate: false', '`spec.init.migrate`'],
    ['issuerRef: {name: a}', '`spec.tls.issuerRef`'],
    ['scheduler: database', '`spec.beat.scheduler`'],
  ])('that belongs elsewhere is told where: %s', (line, places) => {
    const field = line.slice(0, line.indexOf(':'));
    expect(report(withSpec(line))).toEqual([
      `7:3 ${CODE} spec.${field}: unknown field \`${field}\`; did you mean ${places}?`,
    ]);
  });

  it('of the top level in spec', () => {
    expect(report(withSpec('metadata: {}'))).toEqual([
      `7:3 ${CODE} spec.metadata: unknown field \`metadata\`: it stands beside \`spec\`, not in it`,
    ]);
  });

  it('that is like nothing comes with the known ones, where they are few', () => {
    expect(report(withSpec('tls: {secret: x}'))).toEqual([
      `7:9 ${CODE} spec.tls.secret: unknown field \`secret\`; known here: \`issuerRef\` and \`secretName\``,
    ]);
    expect(report(withSpec('flavour: x'))).toEqual([`7:3 ${CODE} spec.flavour: unknown field \`flavour\``]);
  });

  it.each([
    [
      'app: {enabled: true}',
      'spec.app.enabled',
      9,
      '`enabled`: presence switches on; write `app: {}`, or leave it out',
    ],
    [
      'workers: {mail: {enabled: true}}',
      'spec.workers.mail.enabled',
      20,
      '`enabled`: presence switches on; write `mail: {}`, or leave it out',
    ],
    [
      'init: {gate: {enabled: false}}',
      'spec.init.gate.enabled',
      17,
      '`enabled`: presence switches on; write `gate: {}`, or `gate: false` to switch it off',
    ],
    ['beat: {replicas: 2}', 'spec.beat.replicas', 10, '`replicas`: beat is always exactly one'],
    ['redis: {autoscaling: {}}', 'spec.redis.autoscaling', 11, '`autoscaling`: Redis is always exactly one'],
    ['init: {replicas: 1}', 'spec.init.replicas', 10, '`replicas`: a release is initialized by one pod'],
    ['env: {A: {value: x}}', 'spec.env.A.value', 13, '`value`: write the text itself after `A`, in quotes'],
    [
      'env: {A: {valueFrom: {}}}',
      'spec.env.A.valueFrom',
      13,
      '`valueFrom`: write the reference itself under the name, without `valueFrom`',
    ],
    [
      'clusterIssuer: x',
      'spec.clusterIssuer',
      3,
      '`clusterIssuer`: name it under `tls`: `issuerRef: {name: ...}`',
    ],
  ])('that is a habit from elsewhere gets an answer of its own: %s', (line, path, column, message) => {
    expect(report(withSpec(line))).toEqual([`7:${column} ${CODE} ${path}: unknown field ${message}`]);
  });

  it('that is a misspelt required one is one finding, not two', () => {
    const text = withSpec().replace('image:', 'imge:');
    expect(report(text)).toEqual([`6:3 ${CODE} spec.imge: unknown field \`imge\`; did you mean \`image\`?`]);
  });

  it('with a key that would break the line is shown with escapes, and cut', () => {
    expect(report(withSpec('"a\\n`b": 1'))[0]).toMatch(/: unknown field `"a\\n'b"`$/);
    expect(report(withSpec(`${'k'.repeat(100)}: 1`))[0]).toMatch(/unknown field `k{60}…`$/);
  });
});

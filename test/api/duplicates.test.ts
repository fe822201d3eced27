import { describe, expect, it } from 'vitest';
import { report, withSpec } from './report.ts';

const CODE = 'MP-SCHEMA-DUPLICATE';

describe('entries that stand twice', () => {
  it.each([
    [
      'hosts: [a.example, b.example, a.example]',
      '7:33',
      'spec.hosts[2]',
      '`hosts[2]` is the same as `hosts[0]`',
    ],
    [
      'volumes: [{name: a, emptyDir: {}}, {name: a}]',
      '7:38',
      'spec.volumes[1]',
      '`volumes[1]` has the same `name` as `volumes[0]`',
    ],
    [
      'workers: {mail: {queues: [a, a]}}',
      '7:32',
      'spec.workers.mail.queues[1]',
      '`queues[1]` is the same as `queues[0]`',
    ],
    [
      'app: {volumeMounts: [{name: a, mountPath: /x}, {name: b, mountPath: /x}]}',
      '7:50',
      'spec.app.volumeMounts[1]',
      '`volumeMounts[1]` has the same `mountPath` as `volumeMounts[0]`',
    ],
  ])('%s', (line, place, path, message) => {
    expect(report(withSpec(line))).toEqual([`${place} ${CODE} ${path}: ${message}`]);
  });

  it('are fine where the list is neither a set nor a map', () => {
    expect(report(withSpec('manage: [a, a]', 'envFrom: [{prefix: a}, {prefix: a}]'))).toEqual([]);
  });

  it('of wrong types are wrong for that alone', () => {
    expect(
      report(withSpec('hosts: [1, 1]', 'volumes: [{}, {}, null, null]')).filter((line) =>
        line.includes(CODE),
      ),
    ).toEqual([]);
  });
});

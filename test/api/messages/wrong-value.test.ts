import { describe, expect, it } from 'vitest';
import { validateSpec } from '../../../src/api/validate.ts';
import { readStream } from '../../../src/yaml/stream.ts';
import { report, withSpec } from '../report.ts';

describe('a value that is none of the choices', () => {
  it.each([
    [
      'app: {server: gunicron}',
      '7:17 MP-SCHEMA-ENUM spec.app.server: `server` must be one of `gunicorn`, `uvicorn` or `custom`; did you mean `gunicorn`?',
    ],
    [
      'security: {profile: strict}',
      '7:23 MP-SCHEMA-ENUM spec.security.profile: `profile` must be one of `restricted`, `baseline` or `none`',
    ],
    [
      'security: {profile: true}',
      '7:23 MP-SCHEMA-ENUM spec.security.profile: `profile` must be one of `restricted`, `baseline` or `none`',
    ],
    [
      'sidecars: [{name: a, image: "a:1", lifecycle: {stopSignal: sigterm}}]',
      '7:62 MP-SCHEMA-ENUM spec.sidecars[0].lifecycle.stopSignal: `stopSignal` must be one of the values Kubernetes knows; did you mean `SIGTERM`?',
    ],
  ])('%s', (line, expected) => {
    expect(report(withSpec(line))).toEqual([expected]);
  });

  it('proposes the nearest', () => {
    const [finding] = readStream(withSpec('imagePullPolicy: always')).flatMap(validateSpec);
    expect(finding?.proposedValue).toBe('Always');
  });
});

describe('a text that has not the right form', () => {
  it.each([
    [
      'version: "v 1"',
      '7:12',
      'spec.version',
      '`version` must be an image tag: letters, digits, `_`, `.` and `-`, neither `.` nor `-` first, at most 128 characters',
    ],
    [
      'project: shop/settings',
      '7:12',
      'spec.project',
      '`project` must be a dotted Python name, such as `shop` or `shop.settings`',
    ],
    [
      'app: {probes: {path: healthz}}',
      '7:24',
      'spec.app.probes.path',
      '`path` must be a path that starts with `/`',
    ],
    [
      'redis: {storage: 1GiB}',
      '7:20',
      'spec.redis.storage',
      '`storage` must be an amount with a unit, such as `1Gi` or `500Mi`',
    ],
    [
      'redis: {maxMemory: lots}',
      '7:22',
      'spec.redis.maxMemory',
      '`maxMemory` must be a number with an optional unit of Redis, such as `512mb`',
    ],
    [
      'redis: {urlEnv: A-B}',
      '7:19',
      'spec.redis.urlEnv',
      '`urlEnv` must be made of letters, digits and `_`, no digit first',
    ],
    [
      'app: {resources: {limits: {memory: 1GiB}}}',
      '7:38',
      'spec.app.resources.limits.memory',
      '`memory` must be an amount such as `500m` or `1Gi`',
    ],
    [
      'podLabels: {team: a b}',
      '7:21',
      'spec.podLabels.team',
      '`team` must be made of letters, digits, `-`, `_` and `.`, with a letter or digit at both ends',
    ],
    [
      'app: {disruption: {minAvailable: half}}',
      '7:36',
      'spec.app.disruption.minAvailable',
      '`minAvailable` must be a number of pods, or a percentage such as `25%`',
    ],
    [
      'init: {commands: [{run: [a], name: A B}]}',
      '7:38',
      'spec.init.commands[0].name',
      '`name` must be a DNS-1123 label: lower-case letters, digits and dashes, no dash at either end',
    ],
  ])('%s', (line, place, path, message) => {
    expect(report(withSpec(line))).toEqual([`${place} MP-SCHEMA-PATTERN ${path}: ${message}`]);
  });

  it('as a name of the stack or its namespace', () => {
    expect(report(withSpec().replace('name: shop', 'name: 1shop\n  namespace: Shop'))).toEqual([
      '4:9 MP-SCHEMA-PATTERN metadata.name: `name` must be a DNS-1035 label: lower-case letters, digits and dashes, a letter first, no dash last',
      '5:14 MP-SCHEMA-PATTERN metadata.namespace: `namespace` must be a DNS-1123 label: lower-case letters, digits and dashes, no dash at either end',
    ]);
  });

  it.each(['a\n', 'a\nb'])('is not let pass for a line end: %j', (name) => {
    expect(report(withSpec(`project: ${JSON.stringify(name)}`))).toHaveLength(1);
  });
});

describe('a value out of range', () => {
  it.each([
    ['app: {port: 0}', '7:15', 'spec.app.port', '`port` must be a number from 1 to 65535'],
    ['app: {port: 70000}', '7:15', 'spec.app.port', '`port` must be a number from 1 to 65535'],
    ['app: {replicas: -1}', '7:19', 'spec.app.replicas', '`replicas` must be at least 0'],
    [
      'app: {disruption: {maxUnavailable: -1}}',
      '7:38',
      'spec.app.disruption.maxUnavailable',
      '`maxUnavailable` must be at least 0',
    ],
    ['manage: []', '7:11', 'spec.manage', '`manage` is empty: it needs an entry'],
    ['tls: {secretName: ""}', '7:21', 'spec.tls.secretName', '`secretName` is empty'],
    [
      `init: {revision: ${'r'.repeat(254)}}`,
      '7:20',
      'spec.init.revision',
      '`revision` is too long: at most 253 characters',
    ],
  ])('%s', (line, place, path, message) => {
    expect(report(withSpec(line))).toEqual([`${place} MP-SCHEMA-RANGE ${path}: ${message}`]);
  });
});

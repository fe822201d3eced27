/** What real API servers say to the generated manifests: those of the oldest supported Kubernetes and of the newest. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { describeWith, run } from '../hosts/real/programs.ts';
import { examples } from '../support/examples.ts';
import { objectsOfStream } from '../support/manifests.ts';
import { everyField } from './every-field.ts';
import { NEWER_THAN_1_33 } from './schema.ts';

const FIXTURE = join(import.meta.dirname, 'fixtures', 'valid.yaml');
const EXAMPLES = examples()
  .map(({ folder }) => join(folder, 'expected.yaml'))
  .filter((file) => existsSync(file));

const ALL = [FIXTURE, ...EXAMPLES];

/** A Deployment that every server accepts, to be made wrong in one place. */
const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: {name: shop, namespace: shop}
spec:
  replicas: 1
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec:
      containers:
        - {name: app, image: shop, env: [{name: A, value: "1"}]}
`;

test('there are examples to check', () => {
  expect(EXAMPLES).not.toEqual([]);
});

for (const version of ['1.33', '1.37']) {
  describeWith(`api-server-check-${version}`, `Kubernetes ${version}`, (program) => {
    describe('accepts without a warning', () => {
      test('the examples and the fixture', () => {
        expect(run(program, ['--warnings', ...ALL])).toEqual({ status: 0, stdout: '', stderr: '' });
      });

      test('them against Pod Security "restricted"', () => {
        expect(run(program, ['--pod-security=restricted', ...ALL])).toMatchObject({
          status: 0,
          stdout: '',
        });
      });

      test('an update that changes nothing', () => {
        expect(run(program, ['--warnings', '--update', FIXTURE, FIXTURE])).toMatchObject({
          status: 0,
          stdout: '',
        });
      });
    });

    describe('refuses', () => {
      test.each([
        ['a duplicate key', 'replicas: 1', 'replicas: 1\n  replicas: 2', 'key "replicas" already set'],
        [
          'an unknown field',
          'image: shop',
          'imagge: shop',
          'unknown field "spec.template.spec.containers[0].imagge"',
        ],
        ['a wrong type', 'replicas: 1', 'replicas: "1"', 'cannot unmarshal string'],
        ['a value out of range', 'replicas: 1', 'replicas: -1', 'spec.replicas: Invalid value: -1'],
        ['a missing field', ', image: shop', '', 'spec.template.spec.containers[0].image: Required value'],
        [
          'a selector that selects nothing',
          'matchLabels: {app: shop}',
          'matchLabels: {app: x}',
          'does not match',
        ],
        ['a bad name', 'name: shop,', 'name: Shop,', 'metadata.name: Invalid value: "Shop"'],
        ['a kind without validation', 'kind: Deployment', 'kind: Deploiment', 'no kind "Deploiment"'],
        ['invalid YAML', 'replicas: 1', 'replicas: [1', 'document 1: error converting YAML'],
      ])('%s', (_title, right, wrong, message) => {
        expect(DEPLOYMENT).toContain(right);
        const { status, stdout } = run(program, [], { input: DEPLOYMENT.replace(right, wrong) });
        expect(stdout).toContain(message);
        expect(stdout.trimEnd()).not.toContain('\n');
        expect(status).toBe(1);
      });

      test.each([
        ['a duplicate env name, on demand', '--warnings', 'hides previous definition of "A"'],
        ['what Pod Security forbids, on demand', '--pod-security=restricted', 'runAsNonRoot != true'],
      ])('%s', (_title, flag, message) => {
        const input = DEPLOYMENT.replace('value: "1"}', 'value: "1"}, {name: A, value: "2"}');
        expect(run(program, [flag], { input })).toMatchObject({
          status: 1,
          stdout: expect.stringContaining(message),
        });
        expect(run(program, [], { input })).toMatchObject({ status: 0, stdout: '' });
      });

      test('what the cert-manager Certificate has no field for', () => {
        const input =
          'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: a}\nspec: {dnsName: [a]}\n';
        expect(run(program, [], { input }).stdout).toContain(
          'Certificate.cert-manager.io a: unknown field "spec.dnsName"',
        );
      });

      test.each([
        ['a selector', 'Deployment.apps', 'component: app}', 'component: web}', 'spec.selector'],
        [
          "a StatefulSet's service",
          'StatefulSet.apps',
          'serviceName: shop-beat',
          'serviceName: other',
          'spec',
        ],
        [
          "a Job's template",
          'Job.batch',
          'manage.py, migrate]',
          'manage.py, migrate, --plan]',
          'spec.template',
        ],
        [
          "a claim's storage class",
          'PersistentVolumeClaim',
          'storageClassName: shared',
          'storageClassName: x',
          'spec',
        ],
        ['an immutable ConfigMap', 'ConfigMap', 'print("open")', 'print("shut")', 'data'],
      ])('a change of %s', (_title, kind, before, after, field) => {
        const text = readFileSync(FIXTURE, 'utf8');
        expect(text).toContain(before);
        const { status, stdout } = run(program, [
          '--update',
          FIXTURE,
          scratch(text.replaceAll(before, after)),
        ]);
        expect(stdout).toMatch(new RegExp(`: ${kind} shop/\\S+: ${field}.*(immutable|forbidden)`, 'im'));
        expect(status).toBe(1);
      });
    });

    test('nothing to check is wrong usage, not success', () => {
      const local =
        'kind: A\napiVersion: a/v1\nmetadata: {annotations: {config.kubernetes.io/local-config: "true"}}\n';
      for (const input of ['', '# nothing\n---\n', local]) {
        expect(run(program, [], { input })).toMatchObject({
          status: 2,
          stderr: expect.stringContaining('no object'),
        });
      }
      expect(run(program, ['--update', FIXTURE]).status).toBe(2);
      expect(run(program, ['--update', FIXTURE, scratch(DEPLOYMENT)]).status).toBe(2);
    });

    test('knows every field that the closed schema allows, and none of those held to be newer than 1.33 before', () => {
      const input = everyField(objectsOfStream(readFileSync(FIXTURE, 'utf8')));
      const { stdout } = run(program, [], { input });
      expect(stdout).not.toContain('unmarshal'); // it would hide the unknown fields of that object
      expect(unknownFields(stdout)).toEqual(new Set(version === '1.33' ? newer() : []));
    });
  });
}

/** A file that is gone after the test. */
function scratch(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'api-server-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'new.yaml');
  writeFileSync(file, text);
  return file;
}

/** The last steps of the paths that a server reports as unknown. */
function unknownFields(findings: string): ReadonlySet<string> {
  return new Set(
    [...findings.matchAll(/unknown field "(?:[^"]*\.)?([^".]+)"/g)].map(([, name = '']) => name),
  );
}

function newer(): readonly string[] {
  return [...NEWER_THAN_1_33].map((entry) => entry.slice(entry.indexOf('.') + 1));
}

/** The image, for real: built without a registry, and run as kpt and kustomize run it. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { objectsOfList, objectsOfStream, resourceList } from '../../support/manifests.ts';
import { comparable } from './objects.ts';
import { describeWith, describeWithEach, output, run } from './programs.ts';
import { example, moneypositive, snapshot, workspace } from './workspace.ts';

const IMAGE = 'localhost/moneypositive:test';

/** As kpt and kustomize run an image, and with a read-only root besides. */
const RUN = [
  'run',
  '--rm',
  '-i',
  '--network',
  'none',
  '--user',
  'nobody',
  '--security-opt=no-new-privileges',
];

describeWith('podman', 'the image', (podman) => {
  const text = example('minimal');
  const expected = comparable(moneypositive(['post-render'], text));

  beforeAll(() => {
    const base = output('sh', ['tools/build-base-image.sh']).trim().split(/\s+/);
    output(podman, ['build', '--pull=never', ...base, '--build-arg', 'DIST=prebuilt', '-t', IMAGE, '.']);
  }, 300_000);

  it('is a KRM function that needs no network, no root and no writable file system', () => {
    const [config] = objectsOfStream(text);
    const input = Buffer.from(resourceList([], config)).toString();
    const stdout = output(podman, [...RUN, '--read-only', IMAGE], { input });
    expect(objectsOfList(stdout)).toHaveLength(expected.length);
  });

  it('fails as it should', () => {
    const { status, stdout } = run(podman, [...RUN, IMAGE, 'validate', '-'], {
      input: example('invalid-image'),
    });
    expect(status).toBe(1);
    expect(stdout).toContain('MP-IMAGE-LATEST');
  });

  describeWithEach('kpt', ['version'], 'on kpt', (kpt) => {
    // The variable's name until v1.0.0-beta.56 at least, and since v1.0.0-beta.61 at most.
    const podmanIsIt = ['KPT_FN_RUNTIME=podman', 'KRM_FN_RUNTIME=podman', kpt];

    it('renders the same objects as the command line', () => {
      const cwd = workspace({
        Kptfile: `apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata: {name: app}\npipeline: {mutators: [{image: '${IMAGE}'}]}\n`,
        'money-positive.yaml': text,
      });
      output('env', [...podmanIsIt, 'fn', 'render', '--image-pull-policy=Never'], { cwd });
      expect(comparable(generated(cwd))).toEqual(expected);
    });

    it('evaluates to them, too', () => {
      const cwd = workspace({ 'money-positive.yaml': text });
      output('env', [...podmanIsIt, 'fn', 'eval', '--image', IMAGE, '--image-pull-policy=Never'], { cwd });
      expect(comparable(generated(cwd))).toEqual(expected);
    });
  });

  describeWith('kustomize', 'on kustomize', (kustomize) => {
    it('transforms to the same objects', () => {
      const cwd = workspace({
        'kustomization.yaml': 'resources: [money-positive.yaml]\ntransformers: [function.yaml]\n',
        'money-positive.yaml': text,
        'function.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: moneypositive
  annotations:
    config.kubernetes.io/function: 'container: {image: ${IMAGE}}'
`,
      });
      const path = `PATH=${dockerShim(podman)}:${process.env['PATH']}`;
      const stream = output('env', [path, kustomize, 'build', '--enable-alpha-plugins', '.'], { cwd });
      expect(comparable(stream)).toEqual(expected);
    });
  });
});

function generated(cwd: string): string {
  return [...snapshot(cwd)]
    .flatMap(([name, content]) => (name.startsWith('shop/') ? [content] : []))
    .join('---\n');
}

/** kustomize calls `docker`; podman answers to that name too. */
function dockerShim(podman: string): string {
  const folder = join(workspace({ README: 'docker is podman here' }), 'bin');
  mkdirSync(folder);
  symlinkSync(podman, join(folder, 'docker'));
  return folder;
}

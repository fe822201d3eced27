import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/hosts/cli/program.ts';
import { objectsOfStream } from '../../support/manifests.ts';
import { memoryIo } from './memory-io.ts';
import { BROKEN, FOREIGN, stack } from './stacks.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

function render(files: Files, paths: readonly string[] = Object.keys(files)) {
  return runProgram(['render', ...paths], memoryIo(files));
}

function kindsOf(stdout: string): readonly string[] {
  return objectsOfStream(stdout).map(
    ({ kind, metadata }) => `${kind} ${metadata?.namespace}/${metadata?.name}`,
  );
}

describe('render', () => {
  it('prints the objects, and the MoneyPositive no more', async () => {
    const { stdout, stderr, exitCode } = await render({ 'shop.yaml': stack() });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(kindsOf(stdout)).toEqual(
      expect.arrayContaining(['Deployment shop/shop-app', 'Service shop/shop-app']),
    );
    expect(stdout).not.toContain('kind: MoneyPositive');
  });

  it('gives the same bytes for its own output beside the MoneyPositive', async () => {
    const first = await render({ 'shop.yaml': stack() });
    const second = await render({ 'shop.yaml': stack(), 'rendered.yaml': first.stdout });
    expect(second).toEqual(first);
  });

  it('passes other objects byte for byte, in their place', async () => {
    const { stdout } = await render({
      'a.yaml': FOREIGN,
      'b.yaml': stack(),
      'c.yaml': `---\n${FOREIGN.replace('settings', 'more')}`,
    });
    expect(stdout.startsWith(FOREIGN)).toBe(true);
    expect(stdout.endsWith(`---\n${FOREIGN.replace('settings', 'more')}`)).toBe(true);
  });

  it('keeps documents of several files apart', async () => {
    const json = '{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a"}}';
    const { stdout } = await render({
      'a.json': json,
      'b.yaml': FOREIGN,
      'c.json': json.replace('"a"', '"c"'),
      'd.yaml': stack(),
    });
    expect(kindsOf(stdout).slice(0, 3)).toEqual([
      'Secret undefined/a',
      'ConfigMap shop/settings',
      'Secret undefined/c',
    ]);
  });

  it('expands all files together', async () => {
    const { stdout } = await render({ 'a.yaml': stack(), 'b.yaml': stack({ name: 'till' }) });
    expect(kindsOf(stdout)).toEqual(
      expect.arrayContaining(['Deployment shop/shop-app', 'Deployment shop/till-app']),
    );
  });

  it('says where two files clash', async () => {
    const { stdout, stderr, exitCode } = await render({ 'a.yaml': stack(), 'b.yaml': stack() });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toBe(
      'b.yaml:4:9: error: this MoneyPositive stands here twice, first in a.yaml: rename or remove one of them (metadata.name) [MP-MERGE-COLLISION]\n',
    );
  });

  it('names the file that holds an object it would generate', async () => {
    const mine = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: shop-app, namespace: shop}\n';
    const { stdout, stderr, exitCode } = await render({ 'shop.yaml': stack(), 'mine.yaml': mine });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toMatch(/^shop\.yaml:4:9: error: .*shop-app \(mine\.yaml\).*\[MP-MERGE-FOREIGN\]$/m);
  });

  it('prints nothing at all after an error, with file, line and column', async () => {
    const { stdout, stderr, exitCode } = await render({
      'fine.yaml': stack({ name: 'fine' }),
      'bad.yaml': BROKEN,
    });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toMatch(/^bad\.yaml:15:11: error: .*spec\.workers/m);
  });

  it('counts lines of the second document from the start of its file', async () => {
    const { stderr } = await render({ 'bad.yaml': `${FOREIGN}---\n${BROKEN}` });
    expect(stderr).toMatch(/^bad\.yaml:21:11: error: /m);
  });

  it('warns about objects of a MoneyPositive that has another name now', async () => {
    const before = await render({ 'shop.yaml': stack() });
    const { stderr, exitCode } = await render({
      'till.yaml': stack({ name: 'till' }),
      'old.yaml': before.stdout,
    });
    const more = kindsOf(before.stdout).length - 1;
    expect(stderr).toBe(
      `old.yaml:2:1: warning: this and ${more} more objects are generated from MoneyPositive shop/shop, which is not here: if it was renamed, moved or removed, delete them [MP-MERGE-ORPHAN]\n`,
    );
    expect(exitCode).toBe(0);
  });

  it('prints warnings on stderr, and renders', async () => {
    const { stdout, stderr, exitCode } = await render({ 'shop.yaml': stack({ spec: '  beat: {}\n' }) });
    expect(stderr).toMatch(/^shop\.yaml:15:9: warning: .*\[MP-BEAT-NO-WORKER\]$/m);
    expect(stdout).not.toContain('MP-BEAT-NO-WORKER');
    expect(kindsOf(stdout)).toContain('StatefulSet shop/shop-beat');
    expect(exitCode).toBe(0);
  });
});

describe('what render leaves out', () => {
  it('is what only tools read', async () => {
    const files = {
      'shop.yaml': stack(),
      'setters.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: setters\n  annotations: {config.kubernetes.io/local-config: "true"}\n',
      Kptfile: 'apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata: {name: shop}\n',
      'kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n',
      'part.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n',
    };
    const all = await render(files);
    expect(all).toEqual(await render({ 'shop.yaml': stack() }));
  });

  it('is not what looks like it', async () => {
    const flux = 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: flux}\n';
    const cluster =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n  annotations: {config.kubernetes.io/local-config: "false"}\n';
    const { stdout } = await render({ 'shop.yaml': stack(), 'flux.yaml': flux, 'c.yaml': cluster });
    expect(stdout).toContain(flux);
    expect(stdout).toContain(cluster);
  });
});

describe('what render refuses', () => {
  it.each([
    ['no MoneyPositive', FOREIGN, 'input: error: there is no MoneyPositive in x.yaml [MP-NOTHING-FOUND]\n'],
    ['an empty file', '', 'input: error: there is no MoneyPositive in x.yaml [MP-NOTHING-FOUND]\n'],
    [
      'values',
      `${stack()}---\nreplicas: 2\n`,
      'x.yaml:16:1: error: this is no Kubernetes object: it needs an apiVersion and a kind [MP-NOT-AN-OBJECT]\n',
    ],
    ['a template', `${stack()}---\nname: {{ .Values.name }}\n`, 'x.yaml:16:'],
    [
      'bytes that are no text',
      Buffer.from([0x61, 0x0a, 0x62, 0xff]),
      'x.yaml:2:2: error: the byte here is not valid UTF-8',
    ],
  ])('%s', async (_, content, message) => {
    const { stdout, stderr, exitCode } = await render({ 'x.yaml': content });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toContain(message);
  });

  it('says how many files it looked into', async () => {
    const files = { 'k/a.yaml': FOREIGN, 'k/b.yaml': '', 'k/c.yaml': '' };
    expect((await render(files, ['k'])).stderr).toContain(
      'there is no MoneyPositive in k/a.yaml and 2 more files',
    );
  });

  it.each([
    ['a MoneyPositive', stack({ spec: '  x: [\n' })],
    ['anything else', `${stack()}---\n${FOREIGN}x: [\n`],
  ])('what is no YAML, %s, and says so once', async (_, content) => {
    const { stdout, stderr, exitCode } = await render({ 'x.yaml': content });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toMatch(/^x\.yaml:\d+:\d+: error: [^\n]*\[MP-YAML-SYNTAX\]\n$/);
  });

  it('not a document without content', async () => {
    expect(await render({ 'x.yaml': `# Licence\n---\n---\n# nothing\n---\n${stack()}` })).toMatchObject({
      exitCode: 0,
    });
  });
});

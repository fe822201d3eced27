/** The manifests for Argo CD and Flux, as far as they can be tried without a cluster. */
import { cpSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaErrors } from '../../kubernetes/schema.ts';
import { objectsOfStream } from '../../support/manifests.ts';
import { comparable } from './objects.ts';
import { describeWith, output, run } from './programs.ts';
import { addProgram, moneypositive, workspace } from './workspace.ts';

const ARGO_CD = 'examples/hosts/argocd';
const FLUX = 'examples/hosts/flux';

interface PluginCommand {
  readonly command: readonly string[];
  readonly args: readonly string[];
}

describeWith('kustomize', 'the plugin for Argo CD', (kustomize) => {
  const { spec } = parse(readFileSync(join(ARGO_CD, 'sidecar/plugin.yaml'), 'utf8'));

  /** Runs a command of the plugin as its server does: in the folder of the source, with what the image has on PATH. */
  function runPlugin({ command: [program = '', ...first], args }: PluginCommand, source: string) {
    const bin = workspace({});
    addProgram(bin);
    const path = [bin, dirname(kustomize), process.env['PATH']].join(delimiter);
    const script = ['PATH=$1; shift; exec "$@"', 'sh', path, program, ...first, ...args];
    return run('sh', ['-c', ...script], { cwd: source });
  }

  function source(files: Readonly<Record<string, string>> = {}): string {
    const folder = workspace(files);
    if (Object.keys(files).length === 0) cpSync(join(ARGO_CD, 'shop'), folder, { recursive: true });
    return folder;
  }

  const text = readFileSync(join(ARGO_CD, 'shop/money-positive.yaml'), 'utf8');

  it('discovers sources with a MoneyPositive, and no others', () => {
    expect(runPlugin(spec.discover.find, source())).toMatchObject({
      status: 0,
      stdout: './money-positive.yaml\n',
    });
    const quoted = source({ 'deep/shop.yml': text.replace('kind: MoneyPositive', 'kind: "MoneyPositive"') });
    expect(runPlugin(spec.discover.find, quoted)).toMatchObject({ status: 0, stdout: './deep/shop.yml\n' });
    const foreign = source({ 'a.yaml': '# kind: MoneyPositive\nkind: ConfigMap\n', 'b.txt': text });
    expect(runPlugin(spec.discover.find, foreign)).toMatchObject({ status: 0, stdout: '' });
  });

  it('renders a kustomization and a plain folder to the same objects', () => {
    const shop = text.replace('name: shop\n', 'name: shop\n  namespace: shop\n');
    const expected = comparable(moneypositive(['render', '-'], shop));
    for (const folder of [source(), source({ 'shop.yaml': shop })]) {
      const { status, stdout } = runPlugin(spec.generate, folder);
      expect(status).toBe(0);
      expect(comparable(stdout)).toEqual(expected);
    }
  });

  it('fails when kustomize does, or the stack is wrong, and prints nothing', () => {
    const broken = source({ 'kustomization.yaml': 'resources: [missing.yaml]\n' });
    expect(runPlugin(spec.generate, broken)).toMatchObject({ status: 1, stdout: '' });
    const wrong = source({ 'shop.yaml': text.replace('"2021.12.1"', 'latest') });
    const { status, stdout, stderr } = runPlugin(spec.generate, wrong);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('MP-IMAGE-LATEST');
  });

  it('is a sidecar of the repo server that Kubernetes takes', () => {
    const objects = objectsOfStream(output(kustomize, ['build', join(ARGO_CD, 'install')]));
    expect(objects.map(({ kind }) => kind).sort()).toEqual(['ConfigMap', 'Deployment']);
    expect(objects.flatMap(schemaErrors)).toEqual([]);
  });
});

it.each([join(ARGO_CD, 'application.yaml'), join(FLUX, 'cluster/shop.yaml')])(
  '%s has the form of its custom resources',
  (file) => {
    const objects = objectsOfStream(readFileSync(file, 'utf8'));
    expect(objects.length).toBeGreaterThan(0);
    expect(objects.flatMap(schemaErrors)).toEqual([]);
  },
);

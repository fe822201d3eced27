/** Helm 4, for real: the plugin, installed as users install it. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { version } from '../../../package.json';
import { objectsOfStream } from '../../support/manifests.ts';
import { chart, foreignChart, helmIn, largeChart, SERVICE } from './helm-chart.ts';
import { comparable } from './objects.ts';
import { BUNDLE, describeWith, output } from './programs.ts';
import { example, moneypositive, workspace } from './workspace.ts';

const RENDER = ['template', 'release', '.', '--post-renderer', 'moneypositive'];

describeWith('helm4', 'helm4 plugin', (helm) => {
  /** Packs the plugin, and installs the archive. */
  function installed(): { data: string; folder: string } {
    const data = workspace({});
    output('npx', ['tsx', 'tools/pack-helm.ts', data]);
    const archive = join(data, `moneypositive-${version}.tgz`);
    const { status, stderr } = helmIn(data, helm, ['plugin', 'install', '--verify=false', archive], data);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return { data, folder: join(data, 'helm/plugins/moneypositive') };
  }

  const logIn = (folder: string) => readFileSync(join(folder, 'last-run.log'), 'utf8');
  const withoutService = (stream: string) =>
    comparable(stream).filter(({ metadata }) => metadata?.name !== 'other');

  it('is installed from an archive, whose bytes are the same each time', () => {
    const [one, two] = [installed(), installed()];
    const [first, second] = [one, two].map(({ data }) =>
      readFileSync(join(data, `moneypositive-${version}.tgz`)),
    );
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
    const text = example('minimal');
    const { stdout } = helmIn(one.data, helm, RENDER, chart(text));
    expect(withoutService(stdout)).toEqual(comparable(moneypositive(['post-render'], text)));
    expect(stdout).toContain(SERVICE.split('\n')[2]);
    expect(logIn(one.folder)).toBe('no findings\n');
  });

  it('is installed from the folder of the repository, where it is built', () => {
    const data = workspace({});
    const { status, stderr } = helmIn(data, helm, ['plugin', 'install', resolve('.')], data);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const log = join(data, 'run.log');
    const args = [...RENDER, `--post-renderer-args=--log=${log}`];
    expect(helmIn(data, helm, args, chart(example('minimal'))).status).toBe(0);
    expect(readFileSync(log, 'utf8')).toBe('no findings\n');
  });

  it('says why it failed in its log, since Helm doesn’t', () => {
    const { data, folder } = installed();
    const cwd = chart(example('invalid-unknown-field'));
    const { status, stdout, stderr } = helmIn(data, helm, RENDER, cwd);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).not.toContain('MP-');
    expect(logIn(folder)).toMatch(
      /^shop\/templates\/money-positive\.yaml: error: .*\[MP-SCHEMA-UNKNOWN-FIELD\]$/m,
    );
    expect(helmIn(data, helm, [...RENDER, '--post-renderer-args=--confg=x'], cwd).status).toBe(1);
    expect(logIn(folder)).toMatch(/^error: unknown option '--confg=x'/);
  });

  it('expands a MoneyPositive by argument, and says what is wrong with it', () => {
    const { data, folder } = installed();
    const text = example('minimal');
    const cwd = foreignChart({ 'shop.yaml': text, 'bad.yaml': text.replace('project:', 'projekt:') });
    const withConfig = (file: string) =>
      helmIn(data, helm, [...RENDER, `--post-renderer-args=--config=${file}`], cwd);
    const { stdout } = withConfig('shop.yaml');
    expect(withoutService(stdout)).toEqual(comparable(moneypositive(['post-render'], text)));
    expect(withConfig('bad.yaml').status).toBe(1);
    expect(logIn(folder)).toMatch(/^bad\.yaml:\d+:3: error: unknown field `projekt`/m);
  });

  it('gives what a pipe gives, from a chart with hooks and a subchart', () => {
    const { data } = installed();
    const cwd = largeChart();
    const piped = moneypositive([], output(helm, ['template', 'release', '.'], { cwd }));
    const { stdout } = helmIn(data, helm, RENDER, cwd);
    expect(comparable(stdout)).toEqual(comparable(piped));
    expect(stdout).toContain('# Source: shop/templates/hook.yaml');
  });

  it('keeps the source, by which Helm picks templates', () => {
    const { data } = installed();
    const path = 'charts/store/templates/money-positive.yaml';
    const { stdout } = helmIn(data, helm, [...RENDER, '--show-only', path], largeChart());
    expect(stdout.match(/^# Source: .*$/gm)).toEqual(
      objectsOfStream(stdout).map(() => `# Source: shop/${path}`),
    );
    expect(stdout).toContain('name: store-app');
    expect(stdout).not.toContain('name: shop-app');
  });

  it('renders from a folder where no log can be written', () => {
    const manifest = readFileSync('plugin.yaml', 'utf8')
      .replace(/\S+moneypositive\.cjs/, BUNDLE)
      .replace('/last-run.log', '/gone/last-run.log');
    const data = workspace({ 'helm/plugins/moneypositive/plugin.yaml': manifest });
    expect(helmIn(data, helm, RENDER, chart(example('minimal'))).stdout).toContain('name: shop-app');
  });
});

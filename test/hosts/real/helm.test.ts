/** Helm, for real: a chart with a MoneyPositive in it, piped and post-rendered. */
import { describe, expect, it } from 'vitest';
import { objectsOfStream } from '../../support/manifests.ts';
import { chart, foreignChart, largeChart, SERVICE } from './helm-chart.ts';
import { comparable } from './objects.ts';
import { BUNDLE, describeWith, output, run } from './programs.ts';
import { example, moneypositive } from './workspace.ts';

describe.each(['helm3', 'helm4'])('%s', (program) => {
  describeWith(program, 'helm template', (helm) => {
    const text = example('minimal');
    const expected = comparable(moneypositive(['post-render'], text));
    const withoutService = (stream: string) =>
      comparable(stream).filter(({ metadata }) => metadata?.name !== 'other');

    it('piped, gives the same objects as the command line', () => {
      const stream = output(helm, ['template', 'release', '.'], { cwd: chart(text) });
      const rendered = moneypositive([], stream);
      expect(withoutService(rendered)).toEqual(expected);
      expect(rendered).toContain(SERVICE);
      expect(objectsOfStream(rendered).map(({ kind }) => kind)).not.toContain('MoneyPositive');
    });
  });
});

describeWith('helm3', 'helm3 --post-renderer', (helm) => {
  const RENDER = ['template', 'release', '.', '--post-renderer', BUNDLE];

  it('gives the same objects as the command line', () => {
    const text = example('minimal');
    const stream = output(helm, RENDER, { cwd: chart(text) });
    const objects = comparable(stream).filter(({ metadata }) => metadata?.name !== 'other');
    expect(objects).toEqual(comparable(moneypositive(['post-render'], text)));
  });

  it('shows an error and fails', () => {
    const { status, stderr } = run(helm, RENDER, { cwd: chart(example('invalid-unknown-field')) });
    expect(status).not.toBe(0);
    expect(stderr).toContain('MP-SCHEMA-UNKNOWN-FIELD');
    expect(stderr).toContain('shop/templates/money-positive.yaml');
  });

  it('gives what a pipe gives, from a chart with hooks and a subchart', () => {
    const cwd = largeChart();
    const piped = moneypositive([], output(helm, ['template', 'release', '.'], { cwd }));
    const rendered = output(helm, RENDER, { cwd });
    expect(comparable(rendered)).toEqual(comparable(piped));
    expect(rendered).toContain('name: store-app');
    expect(rendered).toContain('name: hooked');
  });

  it('keeps the source, by which Helm picks templates', () => {
    const cwd = largeChart();
    const path = 'charts/store/templates/money-positive.yaml';
    const shown = output(helm, [...RENDER, '--show-only', path], { cwd });
    expect(shown.match(/^# Source: .*$/gm)).toEqual(
      objectsOfStream(shown).map(() => `# Source: shop/${path}`),
    );
    expect(shown).toContain('name: store-app');
    expect(shown).not.toContain('name: shop-app');
  });

  it('expands a MoneyPositive by argument, and shows what is wrong with it', () => {
    const text = example('minimal');
    const cwd = foreignChart({ 'shop.yaml': text, 'bad.yaml': text.replace('project:', 'projekt:') });
    const withConfig = (file: string) =>
      run(helm, [...RENDER, '--post-renderer-args=post-render', `--post-renderer-args=--config=${file}`], {
        cwd,
      });
    const { stdout } = withConfig('shop.yaml');
    expect(stdout).toContain(SERVICE);
    const objects = comparable(stdout).filter(({ metadata }) => metadata?.name !== 'other');
    expect(objects).toEqual(comparable(moneypositive(['post-render'], text)));
    const { status, stderr } = withConfig('bad.yaml');
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/^bad\.yaml:\d+:3: error: unknown field `projekt`/m);
  });
});

/** Helm, for real: a chart with a MoneyPositive in it, piped and post-rendered. */
import { describe, expect, it } from 'vitest';
import { objectsOfStream } from '../../support/manifests.ts';
import { comparable } from './objects.ts';
import { BUNDLE, describeWith, output, run } from './programs.ts';
import { example, moneypositive, workspace } from './workspace.ts';

const CHART = 'apiVersion: v2\nname: shop\nversion: 0.1.0\n';

const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: other} # a comment that stays
spec: {ports: [{port: 80}], selector: {app: other}}
`;

/** Values templated into the object, as charts do it. */
function templated(text: string): string {
  return text.replace(/^ {2}version: .*$/m, '  version: {{ .Values.version | quote }}');
}

function chart(text: string): string {
  return workspace({
    'Chart.yaml': CHART,
    'values.yaml': 'version: "2021.12.1"\n',
    'templates/money-positive.yaml': templated(text),
    'templates/service.yaml': SERVICE,
  });
}

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
});

describeWith('helm4', 'helm4 --post-renderer', (helm) => {
  it('gives the same objects as the command line, through a plugin', () => {
    const text = example('minimal');
    const plugins = workspace({ 'moneypositive/plugin.yaml': PLUGIN });
    const cwd = chart(text);
    const args = ['template', 'release', '.', '--post-renderer', 'moneypositive'];
    const stream = output('env', [`HELM_PLUGINS=${plugins}`, helm, ...args], { cwd });
    const objects = comparable(stream).filter(({ metadata }) => metadata?.name !== 'other');
    expect(objects).toEqual(comparable(moneypositive(['post-render'], text)));
  });
});

const PLUGIN = `apiVersion: v1
type: postrenderer/v1
name: moneypositive
version: 0.1.0
runtime: subprocess
config: {}
runtimeConfig:
  platformCommand:
    - command: ${BUNDLE}
      args: [post-render]
`;

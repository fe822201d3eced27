/** Helm against an API server: only where KUBECONFIG names one, since it makes real objects there, and removes them. */
import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stack } from '../cli/stacks.ts';
import { foreignChart } from './helm-chart.ts';
import { BUNDLE, describeWith, output, run } from './programs.ts';
import { workspace } from './workspace.ts';

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

/** A chart whose objects have names that no other test uses. */
function clusterChart(name: string): string {
  const text = stack({ name })
    .replace(/^ {2}namespace: .*\n/m, '')
    .replace('shop:1.0.0', 'shop:{{ .Values.version }}');
  return foreignChart({ 'templates/money-positive.yaml': text, 'templates/service.yaml': '' });
}

const programs = process.env['KUBECONFIG'] ? ['helm3', 'helm4'] : [];

if (programs.length === 0)
  describe.skip('helm upgrade (skipped: KUBECONFIG names no cluster)', () => it('runs'));

for (const program of programs) {
  describeWith(program, `${program} upgrade`, (helm) => {
    it('installs, upgrades, rolls back and removes', () => {
      const release = `mp-${randomBytes(4).toString('hex')}`;
      const cwd = clusterChart(release);
      const plugins = workspace({ 'moneypositive/plugin.yaml': PLUGIN });
      const asPlugin = program === 'helm4';
      const call = (...args: readonly string[]) =>
        output('env', [`HELM_PLUGINS=${asPlugin ? plugins : ''}`, helm, ...args], { cwd });
      const deploy = (version: string) =>
        call(
          'upgrade',
          '--install',
          release,
          '.',
          '--set-string',
          `version=${version}`,
          '--post-renderer',
          asPlugin ? 'moneypositive' : BUNDLE,
        );
      onTestFinished(() => void run(helm, ['uninstall', release], { cwd }));
      deploy('1.0.0');
      const first = call('get', 'manifest', release);
      expect(first).toContain(`name: ${release}-app`);
      expect(first).not.toContain('kind: MoneyPositive');
      deploy('2.0.0');
      expect(call('get', 'manifest', release)).toContain('shop:2.0.0');
      call('rollback', release, '1');
      expect(call('get', 'manifest', release)).toBe(first);
    });
  });
}

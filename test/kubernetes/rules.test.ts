/** The rules that say what Kubernetes refuses, asked of real API servers: they find fault with exactly what those refuse. */
import { describe, expect, test } from 'vitest';
import type { App } from '../../src/api/v1alpha1/app.ts';
import type { MoneyPositive, MoneyPositiveSpec } from '../../src/api/v1alpha1/money-positive.ts';
import { expandStack } from '../../src/resources/index.ts';
import { appDrain } from '../../src/rules/app-grace.ts';
import { podSecurity } from '../../src/rules/pod-security.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { runAsRoot } from '../../src/rules/run-as-root.ts';
import { strategy } from '../../src/rules/strategy.ts';
import { describeWith, run } from '../hosts/real/programs.ts';
import { moneyPositive, subjectOf } from '../support/findings.ts';

const FINE = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

const AMOUNTS = [undefined, 0, 1, -1, '0%', '00%', '25%', '101%', '1', '%', '1.5%', ''];

const STRATEGIES: readonly App['strategy'][] = [
  ...(['Recreate', 'RollingUpdate', undefined] as const).flatMap((type) => [
    { ...(type && { type }) },
    { ...(type && { type }), rollingUpdate: {} },
  ]),
  ...AMOUNTS.flatMap((maxSurge) =>
    AMOUNTS.map((maxUnavailable) => ({
      rollingUpdate: {
        ...(maxSurge !== undefined && { maxSurge }),
        ...(maxUnavailable !== undefined && { maxUnavailable }),
      },
    })),
  ),
];

/** What a container may have beside what `restricted` asks for, or in its place. */
const CONTEXTS: readonly object[] = [
  ...[{ allowPrivilegeEscalation: true }, { capabilities: {} }, { capabilities: { drop: ['KILL'] } }],
  ...['NET_BIND_SERVICE', 'CHOWN', 'SYS_ADMIN', 'ALL', 'SETPCAP', 'SETXID'].flatMap((name) => [
    { capabilities: { drop: ['ALL'], add: [name] } },
    { capabilities: { add: [name] } },
  ]),
  ...[{ runAsNonRoot: false }, { runAsNonRoot: true }, { runAsUser: 0 }, { runAsUser: 1 }],
  ...[{ runAsUser: 0, runAsNonRoot: false }, { runAsGroup: 0 }, { readOnlyRootFilesystem: false }],
  ...[{ privileged: false }, { procMount: 'Default' }],
  ...['Unconfined', 'RuntimeDefault'].flatMap((type) => [
    { seccompProfile: { type } },
    { appArmorProfile: { type } },
  ]),
  { seccompProfile: { type: 'Localhost', localhostProfile: 'a' } },
  ...['container_t', 'container_engine_t', 'spc_t', ''].map((type) => ({ seLinuxOptions: { type } })),
  ...[
    { seLinuxOptions: { user: 'a' } },
    { seLinuxOptions: { role: 'a' } },
    { seLinuxOptions: { level: 's0' } },
  ],
];

const PORTS = [{ containerPort: 1 }, { containerPort: 1, hostPort: 1 }];

const VOLUMES: readonly object[] = [
  ...[
    { configMap: { name: 'a' } },
    { secret: { secretName: 'a' } },
    { emptyDir: {} },
    { csi: { driver: 'a.b' } },
  ],
  ...[{ persistentVolumeClaim: { claimName: 'a' } }, { projected: { sources: [] } }, { downwardAPI: {} }],
  ...[
    { hostPath: { path: '/a' } },
    { nfs: { server: 'a', path: '/' } },
    { iscsi: { targetPortal: 'a:1', iqn: 'iqn.2000-01.a:b', lun: 0 } },
  ],
];

/** One spec for each of them. */
const POD_SPECS: readonly Partial<MoneyPositiveSpec>[] = [
  {},
  { sidecars: [{ name: 'proxy', image: 'proxy:1' }] },
  ...CONTEXTS.flatMap((context) => [
    { sidecars: [{ name: 'proxy', image: 'proxy:1', securityContext: { ...FINE, ...context } }] },
    { app: { initContainers: [{ name: 'a', image: 'a:1', securityContext: context }] } },
  ]),
  ...PORTS.map((port) => ({
    sidecars: [{ name: 'proxy', image: 'proxy:1', securityContext: FINE, ports: [port] }],
  })),
  ...VOLUMES.map((volume) => ({ app: { volumes: [{ name: 'a', ...volume }] } })),
  { security: { runAsUser: 0 } },
];

const withProfile = (profile: 'restricted' | 'baseline') =>
  POD_SPECS.map((spec) => ({
    ...spec,
    init: { migrate: false as const },
    security: { ...spec.security, profile },
  }));

for (const version of ['1.33', '1.37']) {
  describeWith(`api-server-check-${version}`, `Kubernetes ${version}`, (program) => {
    /** Which of the stacks has an app that the server refuses. */
    const refused = (objects: readonly MoneyPositive[], ...flags: string[]): readonly boolean[] => {
      const deployments = objects.map((object) => {
        const all = expandStack(subjectOf(object).stack);
        return JSON.stringify(all.find(({ kind }) => kind === 'Deployment'));
      });
      const { stdout } = run(program, flags, { input: deployments.join('\n---\n') });
      return objects.map(({ metadata }) => stdout.includes(`Deployment.apps ${metadata.name}-app: `));
    };

    const agree = (
      specs: readonly Partial<MoneyPositiveSpec>[],
      rules: readonly Rule[],
      ...flags: string[]
    ) => {
      const objects = specs.map((spec, index) => moneyPositive(spec, { name: `s${index}` }));
      const verdicts = refused(objects, ...flags);
      const found = objects.map((object) => rules.some((rule) => rule(subjectOf(object)).length > 0));
      const differing = specs.filter((_, index) => found[index] !== verdicts[index]);
      expect(differing).toEqual([]);
      // Neither side may be what never happens.
      expect(new Set(verdicts).size).toBe(2);
    };

    describe('refuses exactly', () => {
      test('the strategies that MP-STRATEGY finds', () => {
        agree(
          STRATEGIES.map((own) => ({ app: { ...(own && { strategy: own }) } })),
          [strategy],
        );
      });

      test('the grace periods that MP-APP-DRAIN finds', () => {
        const app = (terminationGracePeriodSeconds: number) => ({ app: { terminationGracePeriodSeconds } });
        agree([1, 9, 10, 11, 60].map(app), [appDrain]);
      });

      test.each(['restricted', 'baseline'] as const)('the pods that MP-POD-SECURITY finds: %s', (profile) => {
        agree(withProfile(profile), [podSecurity, runAsRoot], `--pod-security=${profile}`);
      });
    });
  });
}

import { describe, expect, it } from 'vitest';
import { planChanges } from '../../src/plan/plan.ts';
import { manifest } from './manifest.ts';

function manner(kind: string, spec: object): string | undefined {
  const [former, next] = ['a:1', 'a:2'].map((image) => {
    const template = { spec: { containers: [{ name: 'a', image }] } };
    return manifest(kind, { spec: { ...spec, template, jobTemplate: { spec: { template } } } });
  });
  return planChanges(former ? [former] : [], next ? [next] : []).rollouts[0]?.manner;
}

describe('how pods are replaced', () => {
  it.each([
    ['Deployment', {}, 'rolling'],
    ['Deployment', { strategy: { type: 'Recreate' } }, 'recreate'],
    ['StatefulSet', {}, 'one-by-one'],
    ['StatefulSet', { updateStrategy: { type: 'OnDelete' } }, 'on-delete'],
    ['DaemonSet', {}, 'one-by-one'],
    ['Rollout', { strategy: { blueGreen: {} } }, 'blue-green'],
    ['Rollout', { strategy: { canary: {} } }, 'canary'],
    ['Job', {}, undefined],
    ['CronJob', {}, undefined],
    ['ConfigMap', {}, undefined],
  ])('%s %j', (kind, spec, expected) => {
    expect(manner(kind, spec)).toBe(expected);
  });
});

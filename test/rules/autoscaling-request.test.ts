import { describe, expect, it } from 'vitest';
import { autoscalingRequest } from '../../src/rules/autoscaling-request.ts';
import { find, places } from '../support/findings.ts';

const PROXY = { name: 'proxy', image: 'proxy:1' };

describe('MP-AUTOSCALING-NO-REQUEST', () => {
  it('finds a target without its request', () => {
    const resources = { requests: { memory: '1Gi' } };
    expect(find(autoscalingRequest, { app: { autoscaling: {}, resources } })).toEqual([
      'MP-AUTOSCALING-NO-REQUEST spec.app.resources: app is scaled on its cpu use, in percent of what every container requests: give this one `requests.cpu`',
    ]);
  });

  it('finds a sidecar without one, once where it is written', () => {
    const spec = { sidecars: [PROXY], app: { autoscaling: {} }, workers: { a: { autoscaling: {} } } };
    expect(places(autoscalingRequest, spec)).toEqual(['spec.sidecars[0].resources']);
    const own = { ...PROXY, resources: { requests: { cpu: '10m' } } };
    expect(places(autoscalingRequest, { ...spec, sidecars: [own] })).toEqual([]);
    expect(places(autoscalingRequest, { ...spec, app: { autoscaling: {}, sidecars: [own] } })).toEqual([
      'spec.sidecars[0].resources',
    ]);
  });

  it('takes the default requests, and a limit for a request', () => {
    const autoscaling = { targetCPUUtilizationPercentage: 60, targetMemoryUtilizationPercentage: 80 };
    expect(find(autoscalingRequest, { app: { autoscaling } })).toEqual([]);
    const resources = { requests: { cpu: 1 }, limits: { memory: '1Gi' } };
    expect(find(autoscalingRequest, { app: { autoscaling, resources } })).toEqual([]);
  });

  it('asks for nothing where nothing is scaled, or on something else', () => {
    const autoscaling = { targetMemoryUtilizationPercentage: 80 };
    expect(
      find(autoscalingRequest, { app: { autoscaling, resources: { requests: { memory: '1Gi' } } } }),
    ).toEqual([]);
    expect(find(autoscalingRequest, { app: { replicas: 3, resources: {} }, sidecars: [PROXY] })).toEqual([]);
  });
});

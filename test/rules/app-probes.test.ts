import { describe, expect, it } from 'vitest';
import type { AppProbes } from '../../src/api/v1alpha1/app.ts';
import { probeDatabase, probeNoHost, probeTcp } from '../../src/rules/app-probes.ts';
import { find } from '../support/findings.ts';

const app = (probes: AppProbes) => ({ app: { probes } });
const OFF = { startup: false, readiness: false, liveness: false } as const;

describe('MP-PROBE-TCP', () => {
  it('finds probes that only open the port', () => {
    const expected = [
      'MP-PROBE-TCP spec.app.probes.path: the probes only open the port, which says little about Django: give a path that answers 200 without asking the database',
    ];
    expect(find(probeTcp, app({}))).toEqual(expected);
    expect(find(probeTcp, app({ readinessPath: '/readyz', readiness: false }))).toEqual(expected);
  });

  it('lets a path be, one for readiness alone, and no probes', () => {
    expect(find(probeTcp, app({ path: '/healthz' }))).toEqual([]);
    expect(find(probeTcp, app({ readinessPath: '/readyz' }))).toEqual([]);
    expect(find(probeTcp, app(OFF))).toEqual([]);
  });
});

describe('MP-PROBE-NO-HOST', () => {
  it('finds requests without a Host that Django knows', () => {
    const expected = [
      "MP-PROBE-NO-HOST spec.app.probes.host: the probes send the pod's address as Host, which ALLOWED_HOSTS refuses: give `hosts` or `app.probes.host`",
    ];
    expect(find(probeNoHost, app({ path: '/healthz' }))).toEqual(expected);
    expect(find(probeNoHost, app({ readinessPath: '/readyz' }))).toEqual(expected);
  });

  it('lets hosts be, an own one, and probes that send no request', () => {
    expect(find(probeNoHost, { ...app({ path: '/healthz' }), hosts: ['shop.example.com'] })).toEqual([]);
    expect(find(probeNoHost, app({ path: '/healthz', host: 'shop.example.com' }))).toEqual([]);
    expect(find(probeNoHost, app({}))).toEqual([]);
    expect(find(probeNoHost, app({ path: '/healthz', ...OFF }))).toEqual([]);
  });
});

describe('MP-PROBE-DATABASE', () => {
  it('finds one path for both', () => {
    expect(find(probeDatabase, app({ path: '/x', readinessPath: '/x' }))).toEqual([
      'MP-PROBE-DATABASE spec.app.probes.readinessPath: liveness asks the same: if it asks the database, a slow one restarts healthy pods; give a `path` that does not',
    ]);
  });

  it('finds the usual one of django-health-check', () => {
    expect(find(probeDatabase, app({ path: '/ht/' }))).toEqual([
      'MP-PROBE-DATABASE spec.app.probes.path: liveness uses this path, which asks the database: a slow one restarts healthy pods; have it as `readinessPath`, and give a `path` that does not',
    ]);
  });

  it('lets two paths be, readiness alone, and no liveness', () => {
    expect(find(probeDatabase, app({ path: '/healthz', readinessPath: '/ht/' }))).toEqual([]);
    expect(find(probeDatabase, app({ readinessPath: '/ht/' }))).toEqual([]);
    expect(find(probeDatabase, app({ path: '/ht/', readinessPath: '/ht/', liveness: false }))).toEqual([]);
    expect(find(probeDatabase, app({ path: '/healthz' }))).toEqual([]);
  });
});

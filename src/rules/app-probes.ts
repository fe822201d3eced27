/** What the app's probes can tell, and what they restart. */
import type { Probe } from '../k8s/models.ts';
import { finding, type Rule } from './rule.ts';

/** A socket accepts connections long before, and long after, Django answers. A readiness path of its own is enough. */
export const probeTcp: Rule = ({ stack }) => {
  const { startup, readiness, liveness } = stack.app.probes;
  const isBlind = [startup, readiness, liveness].some((probe) => probe?.tcpSocket !== undefined);
  if (!isBlind || readiness?.httpGet !== undefined) return [];
  const message =
    'the probes only open the port, which says little about Django: give a path that answers 200 without asking the database';
  return [finding('MP-PROBE-TCP', ['spec', 'app', 'probes', 'path'], message)];
};

/** Django refuses a request whose Host is the pod's address. */
export const probeNoHost: Rule = ({ stack }) => {
  const { startup, readiness, liveness } = stack.app.probes;
  if (![startup, readiness, liveness].some(asksWithoutHost)) return [];
  const message =
    "the probes send the pod's address as Host, which ALLOWED_HOSTS refuses: give `hosts` or `app.probes.host`";
  return [finding('MP-PROBE-NO-HOST', ['spec', 'app', 'probes', 'host'], message)];
};

function asksWithoutHost(probe: Probe | undefined): boolean {
  if (probe?.httpGet === undefined) return false;
  return !(probe.httpGet.httpHeaders ?? []).some(({ name }) => name.toLowerCase() === 'host');
}

/** django-health-check's usual place: it asks the database, caches and storage. */
const HEALTH_CHECK = /^\/ht\/?$/;

/** A liveness probe that asks the database restarts every healthy pod when the database is slow. */
export const probeDatabase: Rule = ({ stack, object: { spec } }) => {
  const { path, readinessPath } = spec.app?.probes ?? {};
  if (stack.app.probes.liveness === undefined || path === undefined) return [];
  const probes = ['spec', 'app', 'probes'];
  if (readinessPath === path) {
    const message =
      'liveness asks the same: if it asks the database, a slow one restarts healthy pods; give a `path` that does not';
    return [finding('MP-PROBE-DATABASE', [...probes, 'readinessPath'], message)];
  }
  if (!HEALTH_CHECK.test(path)) return [];
  const message =
    'liveness uses this path, which asks the database: a slow one restarts healthy pods; have it as `readinessPath`, and give a `path` that does not';
  return [finding('MP-PROBE-DATABASE', [...probes, 'path'], message)];
};

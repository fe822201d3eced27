/** The app's probes. */
import type { AppProbes, ProbeTiming } from '../api/v1alpha1/app.ts';
import type { Probe } from '../k8s/models.ts';
import type { Probes } from './stack.ts';

/** Name of the app's container port. */
export const APP_PORT_NAME = 'http';

const STARTUP: ProbeTiming = { periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 60 };
const READINESS: ProbeTiming = { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 };
const LIVENESS: ProbeTiming = { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6 };

export function appProbes(own: AppProbes = {}, firstHost: string | undefined): Probes {
  const { path, readinessPath = path, host = firstHost } = own;
  return {
    startup: timed(own.startup, STARTUP, action(path, host)),
    readiness: timed(own.readiness, READINESS, action(readinessPath, host)),
    liveness: timed(own.liveness, LIVENESS, action(path, host)),
  };
}

function timed(own: false | ProbeTiming = {}, defaults: ProbeTiming, handler: Probe): Probe | undefined {
  return own === false ? undefined : { ...handler, ...defaults, ...own };
}

/**
 * What the kubelet does: a GET with the headers that Django's host check and HTTPS redirect ask for (the pod's address as
 * Host gets 400 from ALLOWED_HOSTS), or without a path only a connection.
 */
function action(path: string | undefined, host: string | undefined): Probe {
  if (path === undefined) return { tcpSocket: { port: APP_PORT_NAME } };
  const httpHeaders = [
    ...(host === undefined ? [] : [{ name: 'Host', value: host }]),
    { name: 'X-Forwarded-Proto', value: 'https' },
  ];
  return { httpGet: { path, port: APP_PORT_NAME, httpHeaders } };
}

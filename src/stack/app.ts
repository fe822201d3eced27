/** Defaults of `app`. */
import type { App as AppSpec } from '../api/v1alpha1/app.ts';
import type { Env } from '../api/v1alpha1/component.ts';
import { djangoComponent } from './component.ts';
import type { StackContext } from './context.ts';
import { normalizeStatic } from './files.ts';
import { appProbes } from './probes.ts';
import { normalizeScaling, normalizeSpread } from './scaling.ts';
import type { App } from './stack.ts';

/** Seconds a stopping pod goes on serving, until every proxy has heard that it is leaving. */
export const DRAIN_SECONDS = 10;

/** Room between the server's own time-out and SIGKILL. */
const SHUTDOWN_MARGIN_SECONDS = 10;

interface Server {
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: Env;
}

interface ServerSettings {
  readonly project: string;
  readonly port: number;
  readonly concurrency: number;
  readonly gracefulTimeoutSeconds: number;
}

export function normalizeApp(context: StackContext): App {
  const own = context.spec.app ?? {};
  const component = djangoComponent(context, own, {
    component: 'app',
    name: context.nameOf('app'),
    ...serverDefaults(context.spec.project, own),
    resources: { requests: { cpu: '250m', memory: '512Mi' } },
    terminationGracePeriodSeconds: appGraceSeconds(own),
  });
  return {
    ...component,
    ...normalizeScaling(own, 2),
    topologySpreadConstraints: normalizeSpread(context, own, component.selector),
    port: appPort(own),
    service: { name: context.names.service, port: context.names.servicePort },
    probes: appProbes(own.probes, context.spec.hosts?.[0]),
    staticFiles: normalizeStatic(context),
    strategy: own.strategy ?? {
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 },
    },
  };
}

/** Time for a pod to stop in: it serves on, its server finishes what it has, and there is some to spare. */
export function appGraceSeconds(own: AppSpec): number {
  return DRAIN_SECONDS + gracefulTimeoutSeconds(own) + SHUTDOWN_MARGIN_SECONDS;
}

/** How long the server finishes requests after it was told to stop; undefined where only the user's own server knows. */
export function serverTimeoutSeconds(own: AppSpec, project: string | undefined): number | undefined {
  const isOurs = project !== undefined && own.server !== 'custom' && !own.command && !own.args;
  return isOurs ? gracefulTimeoutSeconds(own) : own.gracefulTimeoutSeconds;
}

/** What starts the app; without a project (and with `server: custom`) only the user or the image knows. */
function serverDefaults(project: string | undefined, own: AppSpec): Server {
  if (project === undefined) return {};
  return SERVERS[own.server ?? 'gunicorn']({
    project,
    port: appPort(own),
    concurrency: own.concurrency ?? 2,
    gracefulTimeoutSeconds: gracefulTimeoutSeconds(own),
  });
}

function appPort({ port = 8000 }: AppSpec): number {
  return port;
}

function gracefulTimeoutSeconds({ gracefulTimeoutSeconds = 30 }: AppSpec): number {
  return gracefulTimeoutSeconds;
}

const SERVERS: Readonly<Record<NonNullable<AppSpec['server']>, (settings: ServerSettings) => Server>> = {
  // Heartbeat files in memory: on a busy disk a worker's touch can block until the arbiter kills it.
  gunicorn: ({ project, port, concurrency, gracefulTimeoutSeconds }) => ({
    command: ['gunicorn'],
    args: [
      `${project}.wsgi`,
      `--bind=0.0.0.0:${port}`,
      `--workers=${concurrency}`,
      '--worker-tmp-dir=/dev/shm',
      `--graceful-timeout=${gracefulTimeoutSeconds}`,
    ],
  }),
  // The proxy's address isn't known here; only the ingress reaches the port from outside.
  uvicorn: ({ project, port, concurrency, gracefulTimeoutSeconds }) => ({
    command: ['uvicorn'],
    args: [
      `${project}.asgi:application`,
      '--host=0.0.0.0',
      `--port=${port}`,
      `--workers=${concurrency}`,
      `--timeout-graceful-shutdown=${gracefulTimeoutSeconds}`,
    ],
    env: { FORWARDED_ALLOW_IPS: '*' },
  }),
  custom: () => ({}),
};

/** The web app. */
import type { DeploymentStrategy } from '../../k8s/models.ts';
import type { Scalable } from './component.ts';

/** The web Deployment with its Service, PodDisruptionBudget and, by choice, HorizontalPodAutoscaler. */
export interface App extends Scalable {
  /**
   * Port the app listens on. Ports below 1024 need a privilege that `restricted` takes away.
   * @default 8000
   * @example 8080
   * @minimum 1
   * @maximum 65535
   * @asType integer
   */
  port?: number;
  /**
   * What serves the app: `gunicorn` runs `PROJECT.wsgi`, `uvicorn` (0.22 or newer) runs `PROJECT.asgi`, `custom` runs `command`, or the
   * image's own entrypoint.
   * @default "gunicorn"
   * @example uvicorn
   */
  server?: 'gunicorn' | 'uvicorn' | 'custom';
  /**
   * Worker processes of the server in each pod.
   * @default 2
   * @example 4
   * @minimum 1
   * @asType integer
   */
  concurrency?: number;
  /** Startup, readiness and liveness probes. */
  probes?: AppProbes;
  /**
   * Seconds the server gives a running request after it was told to stop.
   * @default 30
   * @example 60
   * @minimum 1
   * @asType integer
   */
  gracefulTimeoutSeconds?: number;
  /**
   * How pods are replaced, as in a Deployment.
   * @default {"type":"RollingUpdate","rollingUpdate":{"maxSurge":"25%","maxUnavailable":0}}
   * @example {type: Recreate}
   */
  strategy?: DeploymentStrategy;
}

/**
 * How the app is probed. Requests carry `Host: <first host>` and `X-Forwarded-Proto: https`, so that ALLOWED_HOSTS and
 * SECURE_SSL_REDIRECT let them through.
 */
export interface AppProbes {
  /**
   * Path that answers 200 while the process is alive, without asking the database. Startup and liveness use it.
   * @defaultText none: the probes only open the port (a warning says so)
   * @example /healthz
   * @pattern ^/
   * @patternText a path that starts with `/`
   */
  path?: string;
  /**
   * Path that answers 200 while the app can serve.
   * @defaultText `path`
   * @example /readyz
   * @pattern ^/
   * @patternText a path that starts with `/`
   */
  readinessPath?: string;
  /**
   * The Host header of the requests.
   * @defaultText the first of `hosts`
   * @example app.example.com
   */
  host?: string;
  /**
   * The startup probe's timing; `false` leaves the probe out.
   * @default {"periodSeconds":5,"timeoutSeconds":5,"failureThreshold":60}
   * @example {failureThreshold: 120}
   */
  startup?: false | ProbeTiming;
  /**
   * The readiness probe's timing; `false` leaves the probe out.
   * @default {"periodSeconds":10,"timeoutSeconds":5,"failureThreshold":3}
   * @example {periodSeconds: 5}
   */
  readiness?: false | ProbeTiming;
  /**
   * The liveness probe's timing; `false` leaves the probe out.
   * @default {"periodSeconds":10,"timeoutSeconds":5,"failureThreshold":6}
   * @example false
   */
  liveness?: false | ProbeTiming;
}

/** Timing of a probe, as in a container; a field left out keeps the probe's default. */
export interface ProbeTiming {
  /**
   * Seconds before the first probe.
   * @defaultText 0
   * @example 10
   * @minimum 0
   * @asType integer
   */
  initialDelaySeconds?: number;
  /**
   * Seconds between probes.
   * @defaultText the probe's
   * @example 5
   * @minimum 1
   * @asType integer
   */
  periodSeconds?: number;
  /**
   * Seconds after which a probe without answer has failed.
   * @defaultText the probe's
   * @example 2
   * @minimum 1
   * @asType integer
   */
  timeoutSeconds?: number;
  /**
   * Failures in a row that count.
   * @defaultText the probe's
   * @example 3
   * @minimum 1
   * @asType integer
   */
  failureThreshold?: number;
}

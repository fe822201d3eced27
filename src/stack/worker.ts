/** Defaults of `workers`. */
import type { Worker as WorkerSpec } from '../api/v1alpha1/worker.ts';
import { celery, option } from './celery.ts';
import { djangoComponent } from './component.ts';
import type { StackContext } from './context.ts';
import { normalizeScaling, normalizeSpread } from './scaling.ts';
import type { Worker } from './stack.ts';

/** Tells the workers of a stack apart. */
export const WORKER_LABEL = 'moneypositive.coop/worker';

/** Time a task has to finish where no limit is set, and what is added to a limit. */
const DEFAULT_TASK_SECONDS = 300;
const SHUTDOWN_MARGIN_SECONDS = 30;

/** The workers, by name: hosts sort a map's keys, so its order plays no part. */
export function normalizeWorkers(context: StackContext): readonly Worker[] {
  return Object.entries(context.spec.workers ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => normalizeWorker(context, key, own));
}

function normalizeWorker(context: StackContext, key: string, own: WorkerSpec): Worker {
  const component = djangoComponent(context, own, {
    component: 'worker',
    name: context.nameOf(`worker-${key}`),
    selector: { [WORKER_LABEL]: key },
    ...celery(context.spec.project, 'worker', workerOptions(key, own)),
    resources: { requests: { cpu: '250m', memory: '512Mi' } },
    terminationGracePeriodSeconds: workerGraceSeconds(own),
  });
  return {
    ...component,
    ...normalizeScaling(own, 1),
    topologySpreadConstraints: normalizeSpread(context, own, component.selector),
    probes: {
      startup: own.probes?.startup,
      readiness: own.probes?.readiness,
      liveness: own.probes?.liveness,
    },
  };
}

/** A warm shutdown lets running tasks finish, so the pod must outlive the longest task. */
export function workerGraceSeconds({ taskTimeLimitSeconds = DEFAULT_TASK_SECONDS }: WorkerSpec): number {
  return taskTimeLimitSeconds + SHUTDOWN_MARGIN_SECONDS;
}

/** `%h` in the node name is the pod's host name: two pods of one worker must not share a name. */
function workerOptions(key: string, own: WorkerSpec): readonly string[] {
  return [
    `--hostname=${key}@%h`,
    `--concurrency=${own.concurrency ?? 2}`,
    ...option('queues', own.queues?.join(',')),
    ...option('prefetch-multiplier', own.prefetchMultiplier),
    ...option('max-tasks-per-child', own.maxTasksPerChild),
    ...option('time-limit', own.taskTimeLimitSeconds),
  ];
}

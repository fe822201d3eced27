/** Celery workers. */
import type { OwnProbes, Scalable } from './component.ts';

/** One Celery worker Deployment. */
export interface Worker extends Scalable {
  /**
   * Queues the worker consumes.
   * @defaultText none: no `--queues` is given, and Celery consumes the queues the project configures
   * @example [mail, reports]
   * @minItems 1
   * @listType set
   */
  queues?: string[];
  /**
   * Processes of the worker's pool in each pod. Always set, since Celery's default follows the node's processors.
   * @default 2
   * @example 8
   * @minimum 1
   * @asType integer
   */
  concurrency?: number;
  /**
   * Messages each process takes ahead.
   * @defaultText Celery's: 4
   * @example 1
   * @minimum 0
   * @asType integer
   */
  prefetchMultiplier?: number;
  /**
   * Tasks after which a process is replaced.
   * @defaultText none: never
   * @example 1000
   * @minimum 1
   * @asType integer
   */
  maxTasksPerChild?: number;
  /**
   * Seconds after which a task is killed (`--time-limit`). The pod's grace period follows it.
   * @defaultText none: no limit; the grace period is then 330 seconds
   * @example 600
   * @minimum 1
   * @asType integer
   */
  taskTimeLimitSeconds?: number;
  /** Probes of your own. There are none by default: `celery inspect ping` fails on a busy worker and restarts it. */
  probes?: OwnProbes;
}

/** Celery beat. */
import type { Component } from './component.ts';
import type { Quantity } from './text.ts';

/** Celery beat: one pod, always, in a StatefulSet, which never runs two. `replicas` can't be set. */
export interface Beat extends Component {
  /**
   * Where the schedule lives: `database` (django-celery-beat), `redbeat` (celery-redbeat), or `persistent` (a file on a
   * volume of its own).
   * @default "database"
   * @example persistent
   */
  scheduler?: 'database' | 'persistent' | 'redbeat';
  /**
   * Size of the volume that keeps the schedule of `scheduler: persistent`. It can't be changed on a StatefulSet that exists.
   * @default "1Gi"
   * @example 2Gi
   */
  storage?: Quantity;
}

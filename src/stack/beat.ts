/** Defaults of `beat`. */
import type { Beat as BeatSpec } from '../api/v1alpha1/beat.ts';
import { MAX_STATEFUL_SET } from '../k8s/names.ts';
import { celery } from './celery.ts';
import { djangoComponent } from './component.ts';
import type { StackContext } from './context.ts';
import type { Beat } from './stack.ts';

/** Where a file scheduler keeps its schedule: the default path dies on a read-only root. */
export const SCHEDULE_DIRECTORY = '/var/lib/beat';

/** An empty pidfile: a kept one names PID 1, which is alive in every container, so beat would refuse to start. */
const NO_PIDFILE = '--pidfile=';

const SCHEDULER_OPTIONS: Readonly<Record<NonNullable<BeatSpec['scheduler']>, string>> = {
  database: '--scheduler=django_celery_beat.schedulers:DatabaseScheduler',
  redbeat: '--scheduler=redbeat.RedBeatScheduler',
  persistent: `--schedule=${SCHEDULE_DIRECTORY}/schedule`,
};

export function normalizeBeat(context: StackContext): Beat | undefined {
  const own = context.spec.beat;
  if (own === undefined) return undefined;
  const { scheduler = 'database' } = own;
  return {
    ...djangoComponent(context, own, {
      component: 'beat',
      name: context.nameOf('beat', MAX_STATEFUL_SET),
      ...celery(context.spec.project, 'beat', [NO_PIDFILE, SCHEDULER_OPTIONS[scheduler]]),
      resources: { requests: { cpu: '50m', memory: '192Mi' } },
      terminationGracePeriodSeconds: 30,
    }),
    storage: scheduler === 'persistent' ? (own.storage ?? '1Gi') : undefined,
  };
}

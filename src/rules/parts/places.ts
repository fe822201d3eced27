/** The components of a stack, each with the place it is written at. */
import type { Component as ComponentSpec, Scalable as ScalableSpec } from '../../api/v1alpha1/component.ts';
import type { MoneyPositiveSpec } from '../../api/v1alpha1/money-positive.ts';
import type { Worker as WorkerSpec } from '../../api/v1alpha1/worker.ts';
import type { FieldPath } from '../../results.ts';
import type { Component, Scalable, Worker } from '../../stack/stack.ts';
import { WORKER_LABEL } from '../../stack/worker.ts';
import type { Subject } from '../rule.ts';

/** A component as the user wrote it (empty where nothing is written) and as it came to be. */
export interface Place<Own extends ComponentSpec = ComponentSpec, Complete extends Component = Component> {
  readonly path: FieldPath;
  /** As messages call it: `app`, "worker `mail`", `beat`, … */
  readonly title: string;
  readonly own: Own;
  readonly component: Complete;
}

/** All components that have pods, as the API lists them. */
export function places(subject: Subject): readonly Place[] {
  const { stack, object } = subject;
  const { beat, redis, init } = object.spec;
  return [
    ...scalables(subject),
    ...place('beat', beat, stack.beat),
    ...place('redis', redis, stack.redis),
    ...place('init', init, stack.init),
  ];
}

/** Those that may have several pods: app and workers. */
export function scalables(subject: Subject): readonly Place<ScalableSpec, Scalable>[] {
  const { stack, object } = subject;
  return [...place('app', object.spec.app, stack.app), ...workerPlaces(subject)];
}

/** The workers, by name. */
export function workerPlaces({ stack, object: { spec } }: Subject): readonly Place<WorkerSpec, Worker>[] {
  return stack.workers.map((component) => {
    const key = component.selector[WORKER_LABEL] ?? '';
    const own = spec.workers?.[key] ?? {};
    return { path: ['spec', 'workers', key], title: `worker \`${key}\``, own, component };
  });
}

function place<Name extends 'app' | 'beat' | 'redis' | 'init', Complete extends Component>(
  name: Name,
  own: MoneyPositiveSpec[Name],
  component: Complete | undefined,
): readonly Place<NonNullable<MoneyPositiveSpec[Name]>, Complete>[] {
  if (component === undefined) return [];
  return [{ path: ['spec', name], title: name, own: own ?? {}, component }];
}

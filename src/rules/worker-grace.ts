/** A stopping worker finishes its tasks; killed before that, it leaves them to be run a second time. */
import { workerGraceSeconds } from '../stack/worker.ts';
import { workerPlaces } from './parts/places.ts';
import { finding, type Rule } from './rule.ts';

export const workerGrace: Rule = (subject) =>
  workerPlaces(subject).flatMap(({ path, own, component }) => {
    const needed = workerGraceSeconds(own);
    if (own.taskTimeLimitSeconds === undefined || component.terminationGracePeriodSeconds >= needed)
      return [];
    return [
      finding(
        'MP-WORKER-GRACE',
        [...path, 'terminationGracePeriodSeconds'],
        `a task may take ${own.taskTimeLimitSeconds} seconds, but the pod is killed before: give at least ${needed}, or leave it out`,
        needed,
      ),
    ];
  });

/** A worker with a beat of its own: every pod of it sends every periodic task. */
import { workerPlaces } from './parts/places.ts';
import { ownWords } from './parts/written.ts';
import { finding, type Rule } from './rule.ts';

export const workerBeat: Rule = (subject) =>
  workerPlaces(subject).flatMap(({ path, own }) =>
    ownWords({ path, value: own })
      .filter(({ value }) => value === '-B' || value === '--beat')
      .map((word) =>
        finding(
          'MP-WORKER-BEAT',
          word.path,
          'every pod of this worker would run a beat and send each task again: remove it, and write `beat: {}`',
        ),
      ),
  );

/** Beat dies when it can't write its schedule. */
import { isOnVolume } from './parts/directories.ts';
import { places } from './parts/places.ts';
import { optionValues, ownWords } from './parts/written.ts';
import { finding, type Rule } from './rule.ts';

export const beatSchedule: Rule = (subject) => {
  const { beat } = subject.stack;
  if (beat === undefined || !beat.security.readOnlyRootFilesystem) return [];
  return places(subject)
    .filter(({ component }) => component === beat)
    .flatMap(({ path, own }) => optionValues(ownWords({ path, value: own }), '--schedule', '-s'))
    .filter(
      ({ value }) => !value.includes('$(') && !value.startsWith('/dev/shm/') && !isOnVolume(beat, value),
    )
    .map(({ path }) =>
      finding(
        'MP-BEAT-SCHEDULE',
        path,
        'beat cannot write there, the root is read-only: write `scheduler: persistent`, or mount a volume at its directory',
      ),
    );
};

/** Beat needs no pidfile in a container, and one that stays keeps it from starting. */
import type { Finding } from '../results.ts';
import { isOnVolume } from './parts/directories.ts';
import { places } from './parts/places.ts';
import type { Sited } from './parts/sited.ts';
import { optionValues, ownWords } from './parts/written.ts';
import { finding, type Rule, type Subject } from './rule.ts';

/** No shell takes the quotes away. */
export const beatPidfile: Rule = (subject) =>
  pidfiles(subject)
    .filter(({ value }) => /^['"]/.test(value))
    .map(({ path }) =>
      finding(
        'MP-BEAT-PIDFILE',
        path,
        'the quotes become part of the file name, and beat crashes: write `--pidfile=` (no file)',
      ),
    );

/** Volumes outlive a container: the next one finds a file that names process 1, itself. */
export const beatPidfileKept: Rule = (subject) =>
  pidfiles(subject).flatMap(({ path, value }): readonly Finding[] => {
    const { beat } = subject.stack;
    if (beat === undefined || !isOnVolume(beat, value)) return [];
    const message =
      'the file stays when beat crashes, and keeps it from starting again: write `--pidfile=` (no file)';
    return [finding('MP-BEAT-PIDFILE-KEPT', path, message)];
  });

function pidfiles(subject: Subject): readonly Sited<string>[] {
  return places(subject)
    .filter(({ component }) => component.component === 'beat')
    .flatMap(({ path, own }) => optionValues(ownWords({ path, value: own }), '--pidfile'));
}

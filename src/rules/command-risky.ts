/** Management commands that have no place in every release. */
import type { InitCommand } from '../api/v1alpha1/init.ts';
import { sited } from './parts/sited.ts';
import { finding, type Rule } from './rule.ts';

const DELETES = 'it deletes all data, at every release: remove it';
const NEVER_ENDS = 'it does not end, so the release would never start: remove it';

/** Why not, by the command's name. */
const RISKY: ReadonlyMap<string, string> = new Map([
  ['makemigrations', 'migrations are made by people and come with the image: remove it'],
  [
    'migrate',
    '`init.migrate` migrates, and the gate waits for it: remove it, and give further arguments there',
  ],
  ['flush', DELETES],
  ['reset_db', DELETES],
  ['createsuperuser', 'it fails where the user exists, and so would the next release: write `once: true`'],
  ['runserver', NEVER_ENDS],
  ['testserver', NEVER_ENDS],
  ['shell', NEVER_ENDS],
  ['dbshell', NEVER_ENDS],
]);

/** What is fine if it runs once. */
const FINE_ONCE: readonly string[] = ['createsuperuser'];
/** What ends if it is told what to do. */
const FINE_WITH_ARGUMENTS: readonly string[] = ['shell', 'dbshell'];

export const commandRisky: Rule = ({ object: { spec } }) =>
  sited(['spec', 'init', 'commands'], spec.init?.commands).flatMap(({ path, value }) => {
    const reason = RISKY.get(value.run[0] ?? '');
    if (reason === undefined || isFine(value)) return [];
    return [finding('MP-COMMAND-RISKY', [...path, 'run', 0], `\`${value.run[0]}\`: ${reason}`)];
  });

function isFine({ run: [name = '', ...args], once }: InitCommand): boolean {
  return (
    (FINE_ONCE.includes(name) && once === true) || (FINE_WITH_ARGUMENTS.includes(name) && args.length > 0)
  );
}

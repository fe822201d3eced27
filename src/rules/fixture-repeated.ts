/** `loaddata` overwrites what people edited since. `once: false` says that it is meant. */
import { sited } from './parts/sited.ts';
import { finding, type Rule } from './rule.ts';

export const fixtureRepeated: Rule = ({ object: { spec } }) =>
  [
    ...sited(['spec', 'init', 'fixtures'], spec.init?.fixtures),
    ...sited(['spec', 'init', 'commands'], spec.init?.commands).filter(
      ({ value }) => value.run[0] === 'loaddata',
    ),
  ]
    .filter(({ value }) => value.once === undefined)
    .map(({ path }) =>
      finding(
        'MP-FIXTURE-REPEATED',
        [...path, 'once'],
        'every release loads it over what people edited: write `once: true`, or `once: false` if that is meant',
        true,
      ),
    );

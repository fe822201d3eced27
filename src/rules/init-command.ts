/** The init Job's containers run management commands, by `manage`. */
import { finding, type Rule } from './rule.ts';

export const initCommand: Rule = ({ object: { spec } }) =>
  (['command', 'args'] as const)
    .filter((field) => spec.init?.[field] !== undefined)
    .map((field) =>
      finding(
        'MP-INIT-COMMAND',
        ['spec', 'init', field],
        'init runs management commands: list them in `init.commands`; what runs them is `manage`',
      ),
    );

/** A step is a management command's name and its arguments, one by one: no shell splits them, and `manage` runs them. */
import { sited } from './parts/sited.ts';
import { finding, type Rule } from './rule.ts';

const RUNNER = /^(.*\/)?(python[\d.]*|manage\.py|django-admin|sh|bash)$/;

export const commandArgv: Rule = ({ object: { spec } }) =>
  sited(['spec', 'init', 'commands'], spec.init?.commands).flatMap(({ path, value: { run } }) => {
    const [name = ''] = run;
    const at = [...path, 'run', 0];
    if (RUNNER.test(name)) {
      const message =
        '`manage` comes before it: write the management command alone, such as `[createcachetable]`';
      return [finding('MP-COMMAND-ARGV', at, message)];
    }
    if (name !== '' && !/\s/.test(name)) return [];
    return [finding('MP-COMMAND-ARGV', at, 'no shell splits it: write each argument as an entry of its own')];
  });

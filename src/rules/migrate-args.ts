/** Further arguments of `migrate`: the gate opens when nothing is left to apply, so they must not keep `migrate` from applying it. */
import type { Finding } from '../results.ts';
import { type Sited, sited } from './parts/sited.ts';
import { finding, type Rule, type Subject } from './rule.ts';

/** Without a value of their own, so that a word after one is an argument. Source: Django, `migrate` and BaseCommand. */
const FLAGS: readonly string[] = [
  ...['--noinput', '--no-input', '--fake', '--fake-initial', '--plan', '--run-syncdb', '--check', '--prune'],
  ...['--traceback', '--no-color', '--force-color', '--skip-checks', '--'],
];

/** What `migrate` does instead of migrating. */
const NO_MIGRATION = /^(--plan|--check|--prune|--help|-h|--version)$/;

/** Which database it migrates is said by the step itself, and the gate waits for the same one. */
export const migrateArgs: Rule = (subject) => {
  const words = argsOf(subject);
  return [
    ...words
      .filter(({ value }) => /^--database(=|$)/.test(value))
      .map(({ path }) =>
        wrong(
          path,
          'each database has a step of its own: name it in `migrate.databases`, and remove it here',
        ),
      ),
    // Without a gate it is the user's own affair what is applied.
    ...(subject.stack.gate === undefined ? [] : leavingOut(words)),
  ];
};

/** `--fake` in a manifest is there at every release. */
export const migrateFake: Rule = (subject) =>
  argsOf(subject)
    .filter(({ value }) => value === '--fake')
    .map(({ path }) =>
      finding(
        'MP-MIGRATE-FAKE',
        path,
        'at every release, migrations are recorded as applied and not run: remove it; `--fake-initial` takes over tables that exist',
      ),
    );

function leavingOut(words: readonly Sited<string>[]): readonly Finding[] {
  return [
    ...words
      .filter(({ value }) => NO_MIGRATION.test(value))
      .map(({ path }) => wrong(path, 'it migrates nothing, so the gate would never open: remove it')),
    ...positional(words).map(({ path }) =>
      wrong(path, 'only this app or migration would be applied, so the gate would never open: remove it'),
    ),
  ];
}

/** The words that are neither options nor possibly the value of one: an option that Django doesn't have may take the next word. */
function positional(words: readonly Sited<string>[]): readonly Sited<string>[] {
  return words.filter(({ value }, index) => {
    const before = words[index - 1]?.value;
    return !value.startsWith('-') && !(before !== undefined && mayTakeNext(before));
  });
}

function mayTakeNext(word: string): boolean {
  return word.startsWith('-') && !word.includes('=') && !/^-v./.test(word) && !FLAGS.includes(word);
}

function argsOf({ object: { spec } }: Subject): readonly Sited<string>[] {
  const { migrate } = spec.init ?? {};
  return migrate ? sited(['spec', 'init', 'migrate', 'args'], migrate.args) : [];
}

function wrong(path: Finding['path'], message: string): Finding {
  return finding('MP-MIGRATE-ARGS', path, message);
}

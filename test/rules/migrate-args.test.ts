import { describe, expect, it } from 'vitest';
import { migrateArgs, migrateFake } from '../../src/rules/migrate-args.ts';
import { find, places } from '../support/findings.ts';

const migrate = (...args: string[]) => ({ init: { migrate: { args } } });
const ungated = (...args: string[]) => ({ init: { migrate: { args }, gate: false as const } });

/** Which of the arguments are found, by index. */
const found = (...args: string[]) =>
  places(migrateArgs, migrate(...args)).map((path) => Number(/\[(\d+)\]$/.exec(path)?.[1]));

describe('MP-MIGRATE-ARGS', () => {
  it('finds an app or a migration, which leaves the others unapplied', () => {
    expect(find(migrateArgs, migrate('shop', '0002'))).toEqual([
      'MP-MIGRATE-ARGS spec.init.migrate.args[0]: only this app or migration would be applied, so the gate would never open: remove it',
      'MP-MIGRATE-ARGS spec.init.migrate.args[1]: only this app or migration would be applied, so the gate would never open: remove it',
    ]);
    expect(found('--fake-initial', 'shop')).toEqual([1]);
    expect(found('-v', '2', 'shop')).toEqual([2]);
    expect(found('-v2', 'shop')).toEqual([1]);
    expect(found('--settings=a', 'shop')).toEqual([1]);
    expect(found('--', 'shop')).toEqual([1]);
  });

  it('takes no value of an option for one, also of options that are not Django’s', () => {
    expect(found('-v', '2', '--settings', 'shop.other', '--pythonpath', '/app')).toEqual([]);
    expect(found('--executor', 'multiprocessing', '--tenant', '--noinput')).toEqual([]);
  });

  it('finds a database of its own', () => {
    expect(find(migrateArgs, migrate('--database', 'reports'))).toEqual([
      'MP-MIGRATE-ARGS spec.init.migrate.args[0]: each database has a step of its own: name it in `migrate.databases`, and remove it here',
    ]);
    expect(found('--database=reports')).toEqual([0]);
    expect(places(migrateArgs, ungated('--database=reports'))).toHaveLength(1);
  });

  it.each(['--plan', '--check', '--prune', '--help', '-h', '--version'])('finds %s', (option) => {
    expect(find(migrateArgs, migrate(option))).toEqual([
      'MP-MIGRATE-ARGS spec.init.migrate.args[0]: it migrates nothing, so the gate would never open: remove it',
    ]);
  });

  it('lets be what applies everything, and what nobody waits for', () => {
    expect(found('--fake-initial', '--run-syncdb', '--skip-checks', '--verbosity=2')).toEqual([]);
    expect(find(migrateArgs, ungated('shop', '--plan'))).toEqual([]);
    expect(find(migrateArgs, { init: { migrate: false } })).toEqual([]);
    expect(find(migrateArgs, {})).toEqual([]);
  });
});

describe('MP-MIGRATE-FAKE', () => {
  it('finds migrations that are recorded and not run, gate or not', () => {
    expect(find(migrateFake, migrate('--fake'))).toEqual([
      'MP-MIGRATE-FAKE spec.init.migrate.args[0]: at every release, migrations are recorded as applied and not run: remove it; `--fake-initial` takes over tables that exist',
    ]);
    expect(places(migrateFake, ungated('-v2', '--fake'))).toEqual(['spec.init.migrate.args[1]']);
  });

  it('lets the other option be', () => {
    expect(find(migrateFake, migrate('--fake-initial'))).toEqual([]);
  });
});

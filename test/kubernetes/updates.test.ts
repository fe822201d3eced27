/** What an API server says to the next release: nothing changes that it holds immutable, but for what is documented. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MoneyPositive } from '../../src/api/v1alpha1/money-positive.ts';
import { pairObjects } from '../../src/plan/objects.ts';
import { refusedNotices } from '../../src/plan/refused.ts';
import { describeWith, run } from '../hosts/real/programs.ts';
import { moneyPositives } from '../support/arbitrary-money-positive.ts';
import { fieldChanges, WHOLE_STACK } from '../support/field-changes.ts';
import { objectsOf, ofKind } from '../support/stack-objects.ts';
import { type ObjectsUpdate, refusals } from './refusals.ts';

/**
 * The fields that can't be changed in a running stack, as the README says: what StatefulSets claim, and what uploads are kept
 * on (a class may be added where none was named; a size may grow once the claim is bound, which no claim is here).
 */
const FIXED = [
  ...['beat.scheduler', 'beat.storage', 'media.storage.accessModes', 'media.storage.size'],
  ...['redis.storage', 'redis.storageClassName'],
];

/** A plan takes a claim for bound, and says that it grows. */
const GROWS = 'media.storage.size';

interface Update {
  readonly before: MoneyPositive;
  readonly after: MoneyPositive;
}

for (const version of ['1.33', '1.37']) {
  describeWith(`api-server-check-${version}`, `Kubernetes ${version}`, (program) => {
    test('refuses no change of a field but of those that are documented', () => {
      const changes = fieldChanges();
      const before = objectsOf(WHOLE_STACK);
      const updates = changes.map(({ after }) => ({ before, after: objectsOf(after) }));
      const refused = refusals(program, updates);
      const fieldOf = (index: number) => changes[index]?.field;
      const fields = [...refused.keys()].map(fieldOf);
      expect([...new Set(fields)].sort()).toEqual(FIXED);
      expect(changes.length).toBeGreaterThan(200);
      expect(planned(updates)).toEqual(
        [...refused.keys()].filter((index) => fieldOf(index) !== GROWS).sort(),
      );
    }, 60_000);

    test('refuses no change of one stack to another of its name, but of what StatefulSets claim', () => {
      const updates = fc
        .sample(fc.record({ before: moneyPositives, after: moneyPositives }), 100)
        .map(sameName);
      const objects = updates.map(objectsOfUpdate);
      const refused = refusals(program, objects);
      expect(planned(objects)).toEqual([...refused.keys()].sort());
      for (const [index, update] of updates.entries()) {
        const named = (refused.get(index) ?? []).map(
          (line) => /StatefulSet\.apps \S+\/(\S+): spec/.exec(line)?.[1] ?? line,
        );
        expect([...new Set(named)].sort(), JSON.stringify(update)).toEqual(changedClaims(update));
      }
    }, 60_000);

    test('takes every stack there may be, without a warning', () => {
      const documents = fc
        .sample(moneyPositives, 60)
        .flatMap(objectsOf)
        .map((object) => JSON.stringify(object));
      const input = documents.join('\n---\n');
      expect(run(program, ['--warnings'], { input })).toMatchObject({ status: 0, stdout: '' });
    });
  });
}

/** The updates of which a plan says that the server refuses them. */
function planned(updates: readonly ObjectsUpdate[]): readonly number[] {
  return updates
    .flatMap(({ before, after }, index) =>
      refusedNotices(pairObjects(before, after)).length > 0 ? [index] : [],
    )
    .sort();
}

function objectsOfUpdate({ before, after }: Update): ObjectsUpdate {
  return { before: objectsOf(before), after: objectsOf(after) };
}

function sameName({ before, after }: Update): Update {
  return { before, after: { ...after, metadata: before.metadata } };
}

/** The StatefulSets that would claim other volumes than before. */
function changedClaims({ before, after }: Update): readonly string[] {
  const [former, next] = [before, after].map(
    (object) =>
      new Map(
        ofKind(objectsOf(object), 'StatefulSet').map(({ metadata, spec }) => [
          metadata?.name ?? '',
          JSON.stringify(spec?.volumeClaimTemplates),
        ]),
      ),
  );
  return [...(next ?? [])]
    .filter(([name, claims]) => former?.has(name) && former.get(name) !== claims)
    .map(([name]) => name)
    .sort();
}

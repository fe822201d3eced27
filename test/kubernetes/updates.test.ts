/** What an API server says to the next release: nothing changes that it holds immutable, but for what is documented. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { MoneyPositive } from '../../src/api/v1alpha1/money-positive.ts';
import { identityKey, identityOf } from '../../src/k8s/object.ts';
import { describeWith, run } from '../hosts/real/programs.ts';
import { moneyPositives } from '../support/arbitrary-money-positive.ts';
import { fieldChanges, WHOLE_STACK } from '../support/field-changes.ts';
import { objectsOf, ofKind } from '../support/stack-objects.ts';

/**
 * The fields that can't be changed in a running stack, as the README says: what StatefulSets claim, and what uploads are kept
 * on (a class may be added where none was named; a size may grow once the claim is bound, which no claim is here).
 */
const FIXED = [
  ...['beat.scheduler', 'beat.storage', 'media.storage.accessModes', 'media.storage.size'],
  ...['redis.storage', 'redis.storageClassName'],
];

interface Update {
  readonly before: MoneyPositive;
  readonly after: MoneyPositive;
}

for (const version of ['1.33', '1.37']) {
  describeWith(`api-server-check-${version}`, `Kubernetes ${version}`, (program) => {
    test('refuses no change of a field but of those that are documented', () => {
      const changes = fieldChanges();
      const refused = refusals(
        program,
        changes.map(({ after }) => ({ before: WHOLE_STACK, after })),
      );
      const fields = [...refused.keys()].map((index) => changes[index]?.field);
      expect([...new Set(fields)].sort()).toEqual(FIXED);
      expect(changes.length).toBeGreaterThan(200);
    }, 20_000);

    test('refuses no change of one stack to another of its name, but of what StatefulSets claim', () => {
      const updates = fc
        .sample(fc.record({ before: moneyPositives, after: moneyPositives }), 100)
        .map(sameName);
      const refused = refusals(program, updates);
      for (const [index, update] of updates.entries()) {
        const named = (refused.get(index) ?? []).map(
          (line) => /StatefulSet\.apps \S+\/(\S+): spec/.exec(line)?.[1] ?? line,
        );
        expect([...new Set(named)].sort(), JSON.stringify(update)).toEqual(changedClaims(update));
      }
    });

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

/** What the server refuses, by the number of the update. All are asked for at once, each in a namespace of its own. */
function refusals(program: string, updates: readonly Update[]): ReadonlyMap<number, readonly string[]> {
  const changed = updates.map(changedObjects);
  const files = [0, 1].map((side) =>
    scratch(changed.flatMap((pairs) => pairs.map((pair) => pair[side] ?? ''))),
  );
  const { stdout, stderr } = run(program, ['--warnings', '--update', ...files]);
  expect(stderr).toBe('');
  const refused = new Map<number, readonly string[]>();
  for (const line of stdout.split('\n').filter((text) => text !== '')) {
    const index = Number(/ n-(\d+)\//.exec(line)?.[1]);
    refused.set(index, [...(refused.get(index) ?? []), line]);
  }
  return refused;
}

/** Those objects that both sides have and that differ, as JSON. */
function changedObjects({ before, after }: Update, index: number): readonly (readonly [string, string])[] {
  const [former, next] = [before, after].map((object) => {
    const metadata = { ...object.metadata, namespace: `n-${index}` };
    return new Map(
      objectsOf({ ...object, metadata }).map((one) => [identityKey(identityOf(one)), JSON.stringify(one)]),
    );
  });
  return [...(next ?? [])].flatMap(([identity, text]) => {
    const last = former?.get(identity);
    return last === undefined || last === text ? [] : [[last, text] as const];
  });
}

function sameName({ before, after }: Update): Update {
  return { before, after: { ...after, metadata: { ...after.metadata, name: before.metadata.name } } };
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

/** A file that is gone after the test. */
function scratch(documents: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'updates-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'objects.yaml');
  writeFileSync(file, documents.join('\n---\n'));
  return file;
}

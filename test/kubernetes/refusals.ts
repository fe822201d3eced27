/** What the API server's own code says to changes of objects. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { identityKey, identityOf, type KubernetesObject } from '../../src/k8s/object.ts';
import { run } from '../hosts/real/programs.ts';

/** Objects before and after. */
export interface ObjectsUpdate {
  readonly before: readonly KubernetesObject[];
  readonly after: readonly KubernetesObject[];
}

/** The lines in which the server refuses, by the number of the update. All are asked for at once, each in a namespace of its own. */
export function refusals(
  program: string,
  updates: readonly ObjectsUpdate[],
): ReadonlyMap<number, readonly string[]> {
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
function changedObjects(
  { before, after }: ObjectsUpdate,
  index: number,
): readonly (readonly [string, string])[] {
  const [former, next] = [before, after].map(
    (objects) =>
      new Map(
        objects
          .map((object) => ({ ...object, metadata: { ...object.metadata, namespace: `n-${index}` } }))
          .map((object) => [identityKey(identityOf(object)), JSON.stringify(object)]),
      ),
  );
  return [...(next ?? [])].flatMap(([identity, text]) => {
    const last = former?.get(identity);
    return last === undefined || last === text ? [] : [[last, text] as const];
  });
}

/** A file that is gone after the test. */
function scratch(documents: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'updates-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'objects.yaml');
  writeFileSync(file, documents.join('\n---\n'));
  return file;
}

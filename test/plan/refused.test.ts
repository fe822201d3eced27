/** What a plan calls refused is what the API server refuses: its own code is asked about each case. */
import { describe, expect, it, test } from 'vitest';
import { pairObjects } from '../../src/plan/objects.ts';
import { refusedNotices } from '../../src/plan/refused.ts';
import { describeWith } from '../hosts/real/programs.ts';
import { type ObjectsUpdate, refusals } from '../kubernetes/refusals.ts';
import { CASES, KINDS_WITHOUT_SERVER } from './refused-cases.ts';

describe('refused changes', () => {
  it.each(CASES)('$title', ({ before, after, refused }) => {
    expect(fieldsOf({ before: [before], after: [after] })).toEqual(refused);
  });

  it('never are refused where nothing changes', () => {
    for (const { before } of CASES) expect(fieldsOf({ before: [before], after: [before] })).toEqual([]);
  });
});

for (const version of ['1.33', '1.37']) {
  describeWith(`api-server-check-${version}`, `Kubernetes ${version}`, (program) => {
    test('refuses the cases of other objects that a plan calls refused, and no others', () => {
      const cases = CASES.filter(({ after }) => !KINDS_WITHOUT_SERVER.has(after.kind));
      const refused = refusals(
        program,
        cases.map(({ before, after }) => ({ before: [before], after: [after] })),
      );
      const titles = cases.filter((_, index) => refused.has(index)).map(({ title }) => title);
      expect(titles).toEqual(cases.filter((one) => one.refused.length > 0).map(({ title }) => title));
    });
  });
}

function fieldsOf({ before, after }: ObjectsUpdate): readonly (string | undefined)[] {
  return refusedNotices(pairObjects(before, after)).map(({ field }) => field?.path);
}

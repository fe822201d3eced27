import { describe, expect, it } from 'vitest';
import { workerName } from '../../src/rules/worker-names.ts';
import { find } from '../support/findings.ts';

describe('MP-WORKER-NAME', () => {
  it('finds a name that is too long for a label', () => {
    const name = 'a'.repeat(64);
    expect(find(workerName, { workers: { [name]: {} } })).toEqual([
      `MP-WORKER-NAME spec.workers.${name}: a worker's name is a DNS-1123 label: lower-case letters, digits and dashes, at most 63 characters`,
    ]);
  });

  it('lets the longest be, and one that begins with a digit', () => {
    expect(find(workerName, { workers: { ['a'.repeat(63)]: {}, '2-fast': {} } })).toEqual([]);
  });
});

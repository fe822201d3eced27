import { describe, expect, it } from 'vitest';
import { workerQueues } from '../../src/rules/worker-queues.ts';
import { find } from '../support/findings.ts';

describe('MP-WORKER-QUEUES', () => {
  it('finds workers that consume the same', () => {
    expect(
      find(workerQueues, { workers: { mail: {}, default: {}, reports: { queues: ['reports'] } } }),
    ).toEqual([
      'MP-WORKER-QUEUES spec.workers: the workers `default`, `mail` name no queues, so all consume the same: give each its `queues`',
    ]);
  });

  it('lets one without queues be, and those whose command may name them', () => {
    expect(find(workerQueues, { workers: { default: {}, reports: { queues: ['reports'] } } })).toEqual([]);
    expect(
      find(workerQueues, { workers: { default: {}, mail: { args: ['worker', '-Q', 'mail'] } } }),
    ).toEqual([]);
    expect(find(workerQueues, {})).toEqual([]);
  });
});

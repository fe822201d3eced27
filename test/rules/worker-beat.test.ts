import { describe, expect, it } from 'vitest';
import { workerBeat } from '../../src/rules/worker-beat.ts';
import { find, places } from '../support/findings.ts';

describe('MP-WORKER-BEAT', () => {
  it('finds a beat in every pod of a worker', () => {
    expect(find(workerBeat, { workers: { a: { args: ['--app=shop', 'worker', '-B'] } } })).toEqual([
      'MP-WORKER-BEAT spec.workers.a.args[2]: every pod of this worker would run a beat and send each task again: remove it, and write `beat: {}`',
    ]);
    expect(places(workerBeat, { workers: { a: { command: ['celery', 'worker', '--beat'] } } })).toEqual([
      'spec.workers.a.command[2]',
    ]);
  });

  it('lets workers without one be', () => {
    expect(find(workerBeat, { workers: { a: {}, b: { args: ['worker', '-b', '--beats'] } } })).toEqual([]);
  });
});

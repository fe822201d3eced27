import { describe, expect, it } from 'vitest';
import { beatWithoutWorker } from '../../src/rules/beat-without-worker.ts';
import { find } from '../support/findings.ts';

describe('MP-BEAT-NO-WORKER', () => {
  it('finds a beat whose tasks nobody runs', () => {
    expect(find(beatWithoutWorker, { beat: {}, workers: {} })).toEqual([
      'MP-BEAT-NO-WORKER spec.beat: beat sends tasks, but no worker runs them: add `workers: {default: {}}`',
    ]);
  });

  it('lets a beat with a worker be, and none', () => {
    expect(find(beatWithoutWorker, { beat: {}, workers: { default: {} } })).toEqual([]);
    expect(find(beatWithoutWorker, {})).toEqual([]);
  });
});

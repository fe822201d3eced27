import { describe, expect, it } from 'vitest';
import { beatSchedule } from '../../src/rules/beat-schedule.ts';
import { find, places } from '../support/findings.ts';

const beat = (...words: string[]) => ({ args: ['--app=shop', 'beat', ...words] });

describe('MP-BEAT-SCHEDULE', () => {
  it('finds a schedule on the read-only root', () => {
    expect(find(beatSchedule, { beat: beat('--schedule=/app/schedule') })).toEqual([
      'MP-BEAT-SCHEDULE spec.beat.args[2]: beat cannot write there, the root is read-only: write `scheduler: persistent`, or mount a volume at its directory',
    ]);
  });

  it.each([
    [['--schedule', 'schedule'], 3],
    [['-s', '/var/lib/beat/schedule'], 3],
    [['-s/tmpfile'], 2],
  ])('finds %j', (words, index) => {
    expect(places(beatSchedule, { beat: beat(...words) })).toEqual([`spec.beat.args[${index}]`]);
  });

  it('lets a schedule be where beat can write', () => {
    const schedule = beat('-s', '/var/lib/beat/schedule');
    expect(find(beatSchedule, { beat: { ...schedule, scheduler: 'persistent' } })).toEqual([]);
    expect(find(beatSchedule, { beat: beat('--schedule=/tmp/schedule') })).toEqual([]);
    expect(find(beatSchedule, { beat: beat('--schedule=$(SCHEDULE)') })).toEqual([]);
    expect(find(beatSchedule, { beat: schedule, security: { writablePaths: ['/var/lib'] } })).toEqual([]);
    expect(find(beatSchedule, { beat: schedule, security: { profile: 'baseline' } })).toEqual([]);
    const volumes = [{ name: 'lib', emptyDir: {} }];
    const mounted = (readOnly: boolean) => ({
      volumes,
      beat: { ...schedule, volumeMounts: [{ name: 'lib', mountPath: '/var/lib/', readOnly }] },
    });
    expect(find(beatSchedule, mounted(false))).toEqual([]);
    expect(places(beatSchedule, mounted(true))).toEqual(['spec.beat.args[3]']);
  });
});

import { describe, expect, it } from 'vitest';
import { beatPidfile, beatPidfileKept } from '../../src/rules/beat-pidfile.ts';
import { find, places } from '../support/findings.ts';

const beat = (...words: string[]) => ({ beat: { args: ['--app=shop', 'beat', ...words] } });

describe('MP-BEAT-PIDFILE', () => {
  it('finds quotes that no shell takes away', () => {
    expect(find(beatPidfile, beat("--pidfile='/tmp/beat.pid'"))).toEqual([
      'MP-BEAT-PIDFILE spec.beat.args[2]: the quotes become part of the file name, and beat crashes: write `--pidfile=` (no file)',
    ]);
    expect(places(beatPidfile, beat('--pidfile', '"/tmp/beat.pid"'))).toEqual(['spec.beat.args[3]']);
    expect(places(beatPidfile, { beat: { command: ['celery', "--pidfile='x'"] } })).toEqual([
      'spec.beat.command[1]',
    ]);
  });

  it('lets others be, and those that a shell reads', () => {
    expect(find(beatPidfile, { beat: {} })).toEqual([]);
    expect(find(beatPidfile, beat('--pidfile=', '--pidfile'))).toEqual([]);
    expect(find(beatPidfile, { beat: { command: ['sh', '-c', "celery beat --pidfile='/x'"] } })).toEqual([]);
  });
});

describe('MP-BEAT-PIDFILE-KEPT', () => {
  it('finds a file that outlives the container', () => {
    expect(find(beatPidfileKept, beat('--pidfile=/tmp/beat.pid'))).toEqual([
      'MP-BEAT-PIDFILE-KEPT spec.beat.args[2]: the file stays when beat crashes, and keeps it from starting again: write `--pidfile=` (no file)',
    ]);
  });

  it('lets no file be, and one that goes with the container', () => {
    expect(find(beatPidfileKept, beat('--pidfile='))).toEqual([]);
    const security = { readOnlyRootFilesystem: false };
    expect(find(beatPidfileKept, { ...beat('--pidfile=/tmp/beat.pid'), security })).toEqual([]);
  });
});

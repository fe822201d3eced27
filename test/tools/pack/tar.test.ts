import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { tar } from '../../../tools/pack/tar.ts';

const FILES = [
  { path: 'plugin/a.txt', content: Buffer.from('a\n') },
  { path: 'plugin/bin/run', content: Buffer.alloc(512, 'x'), executable: true },
  { path: 'plugin/empty', content: Buffer.alloc(0) },
];

const read = (args: readonly string[], input: Buffer) =>
  execFileSync('tar', args, { input, encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } });

describe('tar', () => {
  it('is read by tar, with modes and contents', () => {
    const lines = read(['-tvf', '-'], tar(FILES)).trim().split('\n');
    expect(lines.map((line) => [line.slice(0, 10), line.split(/\s+/).at(-1)])).toEqual([
      ['-rw-r--r--', 'plugin/a.txt'],
      ['-rwxr-xr-x', 'plugin/bin/run'],
      ['-rw-r--r--', 'plugin/empty'],
    ]);
    expect(read(['-xOf', '-', 'plugin/a.txt'], tar(FILES))).toBe('a\n');
    expect(read(['-xOf', '-', 'plugin/bin/run'], tar(FILES))).toBe('x'.repeat(512));
  });

  it('is made of whole blocks, with two empty ones at the end', () => {
    const archive = tar(FILES);
    expect(archive.length % 512).toBe(0);
    expect(archive.subarray(-1024).every((byte) => byte === 0)).toBe(true);
  });

  it('refuses a path that it would cut off', () => {
    expect(() => tar([{ path: 'a'.repeat(101), content: Buffer.alloc(0) }])).toThrow('too long');
  });
});

import { describe, expect, it } from 'vitest';
import { writablePath } from '../../src/rules/writable-path.ts';
import { find, places } from '../support/findings.ts';

const writable = (...writablePaths: string[]) => ({ security: { writablePaths } });

describe('MP-WRITABLE-PATH', () => {
  it.each(['app/var', '', './var', '/', '//', '/.', '/app/../etc', '/app:rw'])('finds %j', (path) => {
    expect(find(writablePath, writable('/app/var', path))).toEqual([
      'MP-WRITABLE-PATH spec.security.writablePaths[1]: not a directory to mount at: write an absolute path without `..` and `:`, below the root, such as `/app/var`',
    ]);
    expect(places(writablePath, { beat: writable(path) })).toEqual(['spec.beat.security.writablePaths[0]']);
  });

  it('finds a directory that is mounted already', () => {
    expect(
      find(writablePath, { ...writable('/a', '/opt/moneypositive'), app: writable('/b'), beat: {} }),
    ).toEqual([
      'MP-WRITABLE-PATH spec.security.writablePaths[1]: a generated volume is mounted here already: choose another path, or leave it out',
    ]);
    expect(places(writablePath, { redis: writable('/data') })).toEqual([
      'spec.redis.security.writablePaths[0]',
    ]);
  });

  it('lets directories be, /tmp among them', () => {
    expect(find(writablePath, { ...writable('/tmp', '/app/var', '/app/..var', '/data'), redis: {} })).toEqual(
      [],
    );
  });
});

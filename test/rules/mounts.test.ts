import { describe, expect, it } from 'vitest';
import { mountConflict, volumeUnknown } from '../../src/rules/mounts.ts';
import { find, places } from '../support/findings.ts';

const volumes = [{ name: 'ca', emptyDir: {} }];
const mount = (name: string, mountPath: string) => ({ name, mountPath });
const proxy = (...volumeMounts: ReturnType<typeof mount>[]) => ({
  name: 'proxy',
  image: 'x:1',
  volumeMounts,
});

describe('MP-VOLUME-UNKNOWN', () => {
  it('finds a mount without a volume, once where it is written', () => {
    expect(find(volumeUnknown, { volumeMounts: [mount('ca', '/ca')], workers: { a: { volumes } } })).toEqual([
      'MP-VOLUME-UNKNOWN spec.volumeMounts[0].name: the pods of app have no volume `ca`: add it to `volumes`',
    ]);
    expect(
      find(volumeUnknown, { app: { volumes }, volumeMounts: [mount('ca', '/ca')], workers: { a: {} } }),
    ).toEqual([
      'MP-VOLUME-UNKNOWN spec.volumeMounts[0].name: the pods of worker `a` have no volume `ca`: add it to `volumes`',
    ]);
  });

  it('finds one in own containers; Redis inherits no volumes', () => {
    expect(
      places(volumeUnknown, {
        volumes,
        sidecars: [proxy(mount('ca', '/ca'), mount('cb', '/cb'))],
        redis: { initContainers: [proxy(mount('ca', '/ca'))] },
      }),
    ).toEqual(['spec.sidecars[0].volumeMounts[1].name', 'spec.redis.initContainers[0].volumeMounts[0].name']);
  });

  it('lets mounts be whose volume is there, generated ones too', () => {
    const sidecars = [proxy(mount('ca', '/ca'), mount('tmp', '/tmp'))];
    expect(find(volumeUnknown, { volumes, volumeMounts: [mount('ca', '/ca')], sidecars, redis: {} })).toEqual(
      [],
    );
    expect(find(volumeUnknown, { redis: { volumeMounts: [mount('data', '/backup')] } })).toEqual([]);
  });
});

describe('MP-MOUNT-CONFLICT', () => {
  it('finds a mount where a generated volume is', () => {
    expect(find(mountConflict, { volumes, volumeMounts: [mount('ca', '/opt/moneypositive')] })).toEqual([
      'MP-MOUNT-CONFLICT spec.volumeMounts[0].mountPath: a generated volume is mounted at `/opt/moneypositive`: choose another path',
    ]);
    const own = (path: string) => ({ volumes, volumeMounts: [mount('ca', path)] });
    const beat = { scheduler: 'persistent' as const, ...own('/var/lib/beat') };
    expect(places(mountConflict, { beat, redis: own('/data') })).toEqual([
      'spec.beat.volumeMounts[0].mountPath',
      'spec.redis.volumeMounts[0].mountPath',
    ]);
  });

  it('lets a mount be in place of a writable directory, and elsewhere', () => {
    const security = { writablePaths: ['/app/var'] };
    const volumeMounts = [
      mount('ca', '/tmp'),
      mount('ca', '/app/var'),
      mount('ca', '/data'),
      mount('ca', '/var/lib/beat'),
    ];
    expect(find(mountConflict, { security, volumes, volumeMounts, beat: {}, redis: {} })).toEqual([]);
  });
});

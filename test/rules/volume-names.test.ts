import { describe, expect, it } from 'vitest';
import { volumeName } from '../../src/rules/volume-names.ts';
import { find, places } from '../support/findings.ts';

const named = (name: string) => ({ name, emptyDir: {} });

describe('MP-VOLUME-NAME', () => {
  it('finds a name that a generated volume has, once where it is written', () => {
    expect(find(volumeName, { volumes: [named('tmp')], beat: {} })).toEqual([
      'MP-VOLUME-NAME spec.volumes[0].name: another volume of the pod is called `tmp`: choose another name',
    ]);
    const security = { writablePaths: ['/app/var'] };
    const app = { volumes: [named('moneypositive-scripts'), named('writable-app-var')] };
    const beat = { scheduler: 'persistent' as const, volumes: [named('schedule')] };
    expect(places(volumeName, { security, app, beat, redis: { volumes: [named('data')] } })).toEqual([
      'spec.app.volumes[0].name',
      'spec.app.volumes[1].name',
      'spec.beat.volumes[0].name',
      'spec.redis.volumes[0].name',
    ]);
  });

  it('finds a name that Kubernetes does not take', () => {
    expect(find(volumeName, { volumes: [named('My_Data')] })).toEqual([
      "MP-VOLUME-NAME spec.volumes[0].name: a volume's name is a DNS-1123 label: lower-case letters, digits and dashes, at most 63 characters",
    ]);
  });

  it('lets names be that are not taken in the pod, and a /tmp of one’s own', () => {
    const app = { volumes: [named('data'), named('schedule')] };
    expect(find(volumeName, { app, beat: {}, redis: {} })).toEqual([]);
    const volumeMounts = [{ name: 'tmp', mountPath: '/tmp' }];
    expect(find(volumeName, { volumes: [named('tmp')], volumeMounts })).toEqual([]);
    expect(find(volumeName, { volumes: [named('tmp')], security: { profile: 'baseline' } })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Redis } from '../../src/api/v1alpha1/redis.ts';
import { moneyPositive } from '../support/findings.ts';
import { objectsOf, ofKind } from '../support/stack-objects.ts';

/** What Redis has at `/data`: a claim, a volume that ends with the pod, or nothing. */
function dataOf(redis: Redis) {
  const [statefulSet] = ofKind(objectsOf(moneyPositive({ redis })), 'StatefulSet');
  const { template, volumeClaimTemplates = [] } = statefulSet?.spec ?? {};
  const { volumes = [], containers = [] } = template?.spec ?? {};
  return {
    claims: volumeClaimTemplates.map(({ spec }) => spec?.resources?.requests?.['storage']),
    volumes: volumes.filter(({ name }) => name === 'data'),
    mounts: containers.flatMap(({ volumeMounts = [] }) =>
      volumeMounts.filter(({ mountPath }) => mountPath === '/data'),
    ),
  };
}

const MOUNTS = [{ name: 'data', mountPath: '/data' }];

describe('the data of Redis', () => {
  it('is on a claim', () => {
    expect(dataOf({})).toEqual({ claims: ['1Gi'], volumes: [], mounts: MOUNTS });
  });

  it('needs no volume in memory alone: nothing is written', () => {
    expect(dataOf({ storage: false })).toEqual({ claims: [], volumes: [], mounts: [] });
  });

  it('has a volume where arguments of your own may have Redis write files', () => {
    const scratch = { claims: [], volumes: [{ name: 'data', emptyDir: {} }], mounts: MOUNTS };
    expect(dataOf({ storage: false, args: ['--maxmemory', '1gb'] })).toEqual(scratch);
    expect(dataOf({ storage: false, command: ['redis-server'] })).toEqual(scratch);
  });
});

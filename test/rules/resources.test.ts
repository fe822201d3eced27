import { describe, expect, it } from 'vitest';
import { resourceLimits, resourceNames, resourceQuantities } from '../../src/rules/resources.ts';
import { find, places } from '../support/findings.ts';

describe('MP-RESOURCES-QUANTITY', () => {
  it('finds what is no amount', () => {
    expect(find(resourceQuantities, { app: { resources: { requests: { cpu: '-1' } } } })).toEqual([
      'MP-RESOURCES-QUANTITY spec.app.resources.requests.cpu: not an amount: write one such as `500m` or `1Gi`',
    ]);
    expect(places(resourceQuantities, { app: { resources: { limits: { cpu: '1e999' } } } })).toEqual([
      'spec.app.resources.limits.cpu',
    ]);
  });

  it('finds a fraction of a byte, in containers and volumes too', () => {
    const resources = { limits: { memory: '512m' } };
    expect(find(resourceQuantities, { sidecars: [{ name: 'proxy', image: 'proxy:1', resources }] })).toEqual([
      'MP-RESOURCES-QUANTITY spec.sidecars[0].resources.limits.memory: this is a fraction of a byte: write a unit of bytes, such as `Mi` or `Gi`',
    ]);
    const volumes = [{ name: 'cache', emptyDir: { sizeLimit: '500m' } }];
    expect(places(resourceQuantities, { volumes, beat: { volumes } })).toEqual([
      'spec.volumes[0].emptyDir.sizeLimit',
      'spec.beat.volumes[0].emptyDir.sizeLimit',
    ]);
  });

  it('finds a volume of no size', () => {
    expect(find(resourceQuantities, { redis: { storage: '0Gi' }, beat: { storage: '0' } })).toEqual([
      'MP-RESOURCES-QUANTITY spec.beat.storage: a volume of no size: write an amount such as `1Gi`',
      'MP-RESOURCES-QUANTITY spec.redis.storage: a volume of no size: write an amount such as `1Gi`',
    ]);
  });

  it('lets amounts be, however they are written', () => {
    const resources = { requests: { cpu: 0.5, memory: 0 }, limits: { cpu: '1e1', memory: '0.1Gi' } };
    expect(
      find(resourceQuantities, {
        app: { resources },
        redis: { storage: false },
        beat: { storage: '1.5Gi' },
        volumes: [{ name: 'cache', emptyDir: {} }],
      }),
    ).toEqual([]);
  });
});

describe('MP-RESOURCES-NAME', () => {
  it('finds a resource that Kubernetes does not know', () => {
    expect(find(resourceNames, { app: { resources: { requests: { mem: '1Gi' } } } })).toEqual([
      'MP-RESOURCES-NAME spec.app.resources.requests.mem: Kubernetes knows no resource `mem`: write `cpu`, `memory` or `ephemeral-storage`',
    ]);
  });

  it('lets extended resources and huge pages be', () => {
    const limits = { cpu: 1, 'hugepages-2Mi': '4Mi', 'nvidia.com/gpu': 1, 'ephemeral-storage': '1Gi' };
    expect(find(resourceNames, { app: { resources: { limits } } })).toEqual([]);
  });
});

describe('MP-RESOURCES-LIMIT', () => {
  it('finds a limit below the request, whatever the units', () => {
    const resources = { requests: { cpu: 1, memory: '1Gi' }, limits: { cpu: '999m', memory: '1G' } };
    expect(find(resourceLimits, { workers: { a: { resources } } })).toEqual([
      'MP-RESOURCES-LIMIT spec.workers.a.resources.limits.cpu: the cpu limit is below the cpu request: raise the limit or lower the request',
      'MP-RESOURCES-LIMIT spec.workers.a.resources.limits.memory: the memory limit is below the memory request: raise the limit or lower the request',
    ]);
  });

  it('lets an equal limit be, and one without a request', () => {
    const resources = { requests: { memory: '1024Mi' }, limits: { memory: '1Gi', cpu: '1m' } };
    expect(find(resourceLimits, { app: { resources } })).toEqual([]);
  });
});

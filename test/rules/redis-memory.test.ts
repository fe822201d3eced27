import { describe, expect, it } from 'vitest';
import type { Redis } from '../../src/api/v1alpha1/redis.ts';
import { redisMemory, redisUnbounded } from '../../src/rules/redis-memory.ts';
import { find } from '../support/findings.ts';

describe('MP-REDIS-MEMORY', () => {
  it('finds data that may fill the whole limit', () => {
    expect(find(redisMemory, { redis: { maxMemory: '256mb' } })).toEqual([
      'MP-REDIS-MEMORY spec.redis.maxMemory: data may fill the whole memory limit, and Redis is killed: leave it out (it is three quarters of the limit then), or raise `resources.limits.memory`',
    ]);
  });

  it.each(['1g', '1GB', '300000000', '0'])('finds %s', (maxMemory) => {
    expect(find(redisMemory, { redis: { maxMemory } })).toHaveLength(1);
  });

  it('lets less be, and no limit', () => {
    expect(find(redisMemory, { redis: { maxMemory: '256m' } })).toEqual([]);
    expect(find(redisMemory, { redis: { maxMemory: '200000kb' } })).toEqual([]);
    expect(find(redisMemory, { redis: { maxMemory: '1gb', resources: {} } })).toEqual([]);
    expect(find(redisMemory, { redis: {} })).toEqual([]);
  });
});

describe('MP-REDIS-UNBOUNDED', () => {
  const unbounded = (redis: Redis) => find(redisUnbounded, { redis }).length === 1;
  const resources = { requests: { memory: '256Mi' } };

  it('finds resources without a memory limit', () => {
    expect(find(redisUnbounded, { redis: { resources } })).toEqual([
      'MP-REDIS-UNBOUNDED spec.redis.resources: nothing bounds its memory, so it may grow until the node runs out and evicts pods: give `limits.memory`, or `maxMemory`',
    ]);
    expect(unbounded({ resources: { limits: { cpu: '1', memory: '0' } } })).toBe(true);
  });

  it('finds a bound that is none', () => {
    expect(unbounded({ resources, maxMemory: '0' })).toBe(true);
    expect(unbounded({ resources, maxMemory: '100mb', args: ['--appendonly', 'yes'] })).toBe(true);
    expect(unbounded({ resources, args: ['--maxmemory-policy', 'noeviction'] })).toBe(true);
  });

  it('lets a limit be, a bound, and what may hold one', () => {
    expect(unbounded({})).toBe(false);
    expect(unbounded({ resources: { limits: { memory: '1Gi' } } })).toBe(false);
    expect(unbounded({ resources, maxMemory: '100mb' })).toBe(false);
    expect(unbounded({ resources, args: ['--maxmemory', '100mb'] })).toBe(false);
    expect(unbounded({ resources, command: ['redis-server', '/etc/redis/redis.conf'] })).toBe(false);
    expect(find(redisUnbounded, {})).toEqual([]);
    expect(unbounded({ urlFrom: { secretKeyRef: { name: 'shop', key: 'url' } } })).toBe(false);
  });
});

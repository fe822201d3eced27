import { describe, expect, it } from 'vitest';
import { redisMemory } from '../../src/rules/redis-memory.ts';
import { find } from '../support/findings.ts';

describe('MP-REDIS-MEMORY', () => {
  it('finds data that may fill the whole limit', () => {
    expect(find(redisMemory, { redis: { maxMemory: '256mb' } })).toEqual([
      'MP-REDIS-MEMORY spec.redis.maxMemory: data may fill the whole memory limit, and Redis is killed: leave it out (three quarters of the limit), or raise `resources.limits.memory`',
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

import { describe, expect, it } from 'vitest';
import { redisEphemeral, redisEviction } from '../../src/rules/redis-queues.ts';
import { find, places } from '../support/findings.ts';

const workers = { default: {} };
const urlFrom = { secretKeyRef: { name: 'shop-redis', key: 'url' } };

describe('MP-REDIS-EVICTION', () => {
  const args = ['--maxmemory-policy', 'allkeys-lru'];

  it('finds a policy that throws tasks away', () => {
    expect(find(redisEviction, { redis: { args } })).toEqual([
      'MP-REDIS-EVICTION spec.redis.args[1]: this policy throws queued tasks away when memory runs short: write `noeviction`, or `volatile-lru` beside a cache',
    ]);
    const command = ['sh', '-c', 'exec valkey-server --maxmemory-policy=allkeys-lfu'];
    expect(places(redisEviction, { redis: { role: 'shared', command }, workers })).toEqual([
      'spec.redis.command[2]',
    ]);
  });

  it('lets other policies be, and a cache without queues', () => {
    expect(find(redisEviction, { redis: { args: ['--maxmemory-policy', 'volatile-lru'] }, workers })).toEqual(
      [],
    );
    expect(find(redisEviction, { redis: { role: 'shared', args } })).toEqual([]);
    expect(find(redisEviction, { redis: {}, workers })).toEqual([]);
    expect(find(redisEviction, { workers })).toEqual([]);
  });
});

describe('MP-REDIS-EPHEMERAL', () => {
  it('finds queues that are in memory alone', () => {
    expect(find(redisEphemeral, { redis: { storage: false } })).toEqual([
      'MP-REDIS-EPHEMERAL spec.redis.storage: a restart of Redis loses every queued task: remove `storage: false`, or give a size',
    ]);
    expect(places(redisEphemeral, { redis: { storage: false, role: 'shared' }, beat: {} })).toHaveLength(1);
  });

  it('lets storage be, a cache without queues, and a Redis elsewhere', () => {
    expect(find(redisEphemeral, { redis: {}, workers })).toEqual([]);
    expect(find(redisEphemeral, { redis: { storage: false, role: 'shared' } })).toEqual([]);
    expect(find(redisEphemeral, { redis: { storage: false, urlFrom }, workers })).toEqual([]);
    expect(find(redisEphemeral, { workers })).toEqual([]);
  });
});

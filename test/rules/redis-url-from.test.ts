import { describe, expect, it } from 'vitest';
import { redisUrlFrom } from '../../src/rules/redis-url-from.ts';
import { find } from '../support/findings.ts';

const urlFrom = { secretKeyRef: { name: 'shop-redis', key: 'url' } };

describe('MP-REDIS-URL-FROM', () => {
  it('finds fields of a Redis that is not generated', () => {
    expect(find(redisUrlFrom, { redis: { urlFrom, storage: false, image: 'redis:7' } })).toEqual([
      'MP-REDIS-URL-FROM spec.redis.image: with `urlFrom` no Redis is generated, so `image` is for none: remove one of the two',
      'MP-REDIS-URL-FROM spec.redis.storage: with `urlFrom` no Redis is generated, so `storage` is for none: remove one of the two',
    ]);
  });

  it('lets the name of the variable be, and a generated Redis', () => {
    expect(find(redisUrlFrom, { redis: { urlFrom, urlEnv: 'CELERY_BROKER_URL' } })).toEqual([]);
    expect(find(redisUrlFrom, { redis: { image: 'redis:7', storage: false } })).toEqual([]);
  });
});

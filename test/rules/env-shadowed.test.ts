import { describe, expect, it } from 'vitest';
import { envShadowed } from '../../src/rules/env-shadowed.ts';
import { find, places } from '../support/findings.ts';

const password = { secretKeyRef: { name: 'shop-redis', key: 'password' } };
const other = { secretKeyRef: { name: 'other', key: 'password' } };

describe('MP-ENV-SHADOWED', () => {
  it('finds a URL in the place of that of Redis, wherever it is written', () => {
    expect(find(envShadowed, { redis: {}, env: { REDIS_URL: 'redis://other:6379/0' } })).toEqual([
      'MP-ENV-SHADOWED spec.env.REDIS_URL: this takes the place of the `REDIS_URL` that `redis` gives: remove it, or give that one another name by `redis.urlEnv`',
    ]);
    expect(
      places(envShadowed, {
        redis: { urlFrom: other, urlEnv: 'BROKER' },
        env: { REDIS_URL: 'a' },
        app: { env: { BROKER: 'b' } },
        init: { commands: [{ run: ['seed'], env: { BROKER: 'b' } }] },
      }),
    ).toEqual(['spec.app.env.BROKER', 'spec.init.commands[0].env.BROKER']);
  });

  it('finds a password that is not the one the URL is made for', () => {
    expect(find(envShadowed, { redis: { password }, env: { REDIS_PASSWORD: other } })).toEqual([
      'MP-ENV-SHADOWED spec.env.REDIS_PASSWORD: this takes the place of the `REDIS_PASSWORD` that `redis` gives: remove it, or choose another name',
    ]);
    expect(places(envShadowed, { redis: { password, env: { REDISCLI_AUTH: 'a', REDIS_URL: 'b' } } })).toEqual(
      ['spec.redis.env.REDISCLI_AUTH'],
    );
  });

  it('lets be what says the same, and what nothing else gives', () => {
    expect(find(envShadowed, { redis: { password }, env: { REDIS_PASSWORD: password } })).toEqual([]);
    expect(find(envShadowed, { redis: {}, env: { REDIS_URL: 'redis://shop-redis:6379/0' } })).toEqual([]);
    expect(find(envShadowed, { redis: {}, env: { REDIS_PASSWORD: other } })).toEqual([]);
    expect(find(envShadowed, { env: { REDIS_URL: 'a', REDIS_PASSWORD: other } })).toEqual([]);
    expect(find(envShadowed, { redis: {}, env: { constructor: 'a', HOME: '/app' } })).toEqual([]);
  });

  it('finds two settings modules for the whole stack, not those of a component', () => {
    const settings = (module: string) => ({
      settingsModule: 'shop.settings',
      env: { DJANGO_SETTINGS_MODULE: module },
    });
    expect(find(envShadowed, settings('shop.other'))).toEqual([
      'MP-ENV-SHADOWED spec.env.DJANGO_SETTINGS_MODULE: this takes the place of `settingsModule`, which does nothing then: remove one of the two',
    ]);
    expect(find(envShadowed, settings('shop.settings'))).toEqual([]);
    const worker = { env: { DJANGO_SETTINGS_MODULE: 'shop.worker' } };
    expect(find(envShadowed, { settingsModule: 'shop.settings', workers: { mail: worker } })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { envCycle } from '../../src/rules/env-cycle.ts';
import { find, places } from '../support/findings.ts';

describe('MP-ENV-CYCLE', () => {
  it('finds variables that refer to each other, once where they are written', () => {
    const env = { A: 'x$(B)', B: '$(C)', C: '$(A)' };
    expect(find(envCycle, { env, workers: { mail: {} }, beat: {} })).toEqual([
      'MP-ENV-CYCLE spec.env.A: `A` → `B` → `C` → `A` refer to each other in a circle: give one of them its value',
    ]);
  });

  it('points at the component whose variable closes the circle', () => {
    const env = { A: '$(B)', B: 'b' };
    expect(places(envCycle, { env, workers: { mail: { env: { B: '$(A)' } } } })).toEqual([
      'spec.workers.mail.env.B',
    ]);
    expect(places(envCycle, { redis: { env: { A: '$(B)', B: '$(A)' } } })).toEqual(['spec.redis.env.A']);
  });

  it('points at the step whose variable closes the circle', () => {
    const commands = [{ run: ['a'] }, { run: ['b'], env: { A: '$(B)' } }];
    expect(places(envCycle, { init: { env: { B: '$(A)' }, commands } })).toEqual([
      'spec.init.commands[1].env.A',
    ]);
  });

  it('finds a variable that is itself, unless its value may come from elsewhere', () => {
    const env = { PATH: '/app/bin:$(PATH)' };
    expect(find(envCycle, { env, envFrom: [], init: { migrate: false } })).toEqual([
      'MP-ENV-CYCLE spec.env.PATH: `PATH` refers to itself, which nothing resolves: give it another name than the one it refers to',
    ]);
    expect(find(envCycle, { env, envFrom: [{ configMapRef: { name: 'paths' } }] })).toEqual([]);
  });

  it('finds a circle that a generated variable closes', () => {
    const redis = { password: { secretKeyRef: { name: 'shop-redis', key: 'password' } } };
    expect(places(envCycle, { redis, env: { REDIS_PASSWORD: '$(REDIS_URL)' } })).toEqual([
      'spec.env.REDIS_PASSWORD',
    ]);
    expect(places(envCycle, { redis: { ...redis, env: { REDIS_PASSWORD: '$(REDISCLI_AUTH)' } } })).toEqual([
      'spec.redis.env.REDIS_PASSWORD',
    ]);
  });

  it('finds a variable that means the generated one of its name, which it replaces', () => {
    const envFrom = [{ secretRef: { name: 'shop' } }];
    const url = (name: string) => ({
      envFrom,
      redis: { urlEnv: 'BROKER' },
      env: { [name]: `$(${name})?x=1` },
    });
    expect(places(envCycle, url('BROKER'))).toEqual(['spec.env.BROKER']);
    expect(places(envCycle, url('REDIS_URL'))).toEqual([]);
    expect(places(envCycle, { redis: {}, env: { CACHE_URL: '$(REDIS_URL)?x=1' } })).toEqual([]);
  });

  it('lets chains be, whatever their order, names of nothing, and what is escaped', () => {
    const env = { A: '$(B)$(B)', B: '$(C)', C: '$$(A)', D: '$(constructor)' };
    expect(find(envCycle, { env })).toEqual([]);
    const apart = { app: { env: { A: '$(B)' } }, workers: { mail: { env: { B: '$(A)' } } } };
    expect(find(envCycle, apart)).toEqual([]);
  });
});

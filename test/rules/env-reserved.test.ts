import { describe, expect, it } from 'vitest';
import { envReserved } from '../../src/rules/env-reserved.ts';
import { normalizeStack } from '../../src/stack/normalize.ts';
import { find, moneyPositive, places } from '../support/findings.ts';

describe('MP-ENV-RESERVED', () => {
  it('finds variables of the scripts, wherever they are written', () => {
    expect(find(envReserved, { env: { MONEYPOSITIVE_JOB: 'a' } })).toEqual([
      'MP-ENV-RESERVED spec.env.MONEYPOSITIVE_JOB: `MONEYPOSITIVE_JOB` belongs to the scripts of the init Job and the gate, as all of `MONEYPOSITIVE_…`: choose another name',
    ]);
    const reference = { secretKeyRef: { name: 'shop', key: 'a' } };
    expect(
      places(envReserved, {
        workers: { mail: { env: { MONEYPOSITIVE_NEW: reference } } },
        init: { commands: [{ run: ['seed'], env: { MONEYPOSITIVE_ONCE: 'a' } }] },
      }),
    ).toEqual(['spec.workers.mail.env.MONEYPOSITIVE_NEW', 'spec.init.commands[0].env.MONEYPOSITIVE_ONCE']);
  });

  it.each(['REDIS_PASSWORD', 'MONEYPOSITIVE_URL', 'HOME', 'PYTHONUNBUFFERED', 'DJANGO_SETTINGS_MODULE'])(
    'finds %s as the name of the URL',
    (urlEnv) => {
      expect(find(envReserved, { redis: { urlEnv } })).toEqual([
        `MP-ENV-RESERVED spec.redis.urlEnv: \`${urlEnv}\` has a meaning of its own: choose another name for the URL, such as \`CELERY_BROKER_URL\``,
      ]);
    },
  );

  it('knows every variable that a container is given', () => {
    const password = { secretKeyRef: { name: 'shop-redis', key: 'password' } };
    const spec = {
      settingsModule: 'shop.settings',
      app: { server: 'uvicorn' as const },
      redis: { password },
    };
    const names = normalizeStack(moneyPositive(spec)).app.env.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(5);
    const free = names.filter((urlEnv) => find(envReserved, { redis: { urlEnv } }).length === 0);
    expect(free).toEqual(['REDIS_URL']);
  });

  it('lets other names be', () => {
    expect(find(envReserved, { env: { MONEY: 'a', HOME: '/app' }, redis: { urlEnv: 'BROKER' } })).toEqual([]);
    expect(find(envReserved, {})).toEqual([]);
  });
});

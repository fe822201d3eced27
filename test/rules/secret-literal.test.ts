import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretLiteral } from '../../src/rules/secret-literal.ts';
import { find, moneyPositive, places, subjectOf } from '../support/findings.ts';

const PASSWORD = 'hunter2';
const URL = `postgres://shop:${PASSWORD}@database/shop`;
const PROXY = { name: 'proxy', image: 'proxy:1' };

describe('MP-SECRET-LITERAL', () => {
  it('finds a variable that is called like a secret', () => {
    expect(find(secretLiteral, { env: { SECRET_KEY: PASSWORD } })).toEqual([
      'MP-SECRET-LITERAL spec.env.SECRET_KEY: `SECRET_KEY` is a secret in plain text: write `{secretKeyRef: {name: …, key: …}}`, and rotate the secret',
    ]);
  });

  it.each([
    'SECRET_KEY',
    'DJANGO_SECRET_KEY',
    'SECRET_KEY_FALLBACKS',
    'JWT_SECRET',
    'SECRET',
    'PGPASSWORD',
    'db.password',
    'DB_PASS',
    'DB_PWD',
    'KEY_PASSPHRASE',
    'API_TOKEN',
    'token',
    'STRIPE_API_KEY',
    'SENDGRID_APIKEY',
    'PRIVATE_KEY',
    'AWS_SECRET_ACCESS_KEY',
    'FERNET_KEY',
  ])('takes %s for a secret', (name) => {
    expect(places(secretLiteral, { env: { [name]: PASSWORD } })).toHaveLength(1);
  });

  it.each([
    'PASSWORD_HASHERS',
    'TOKEN_TTL',
    'AWS_ACCESS_KEY_ID',
    'PUBLIC_KEY',
    'SITE_KEY',
    'PWD',
    'COMPASS',
    'BYPASS',
    'SECRET_KEY_FILE',
    'PASSWORD_FILE',
    'MAX_TOKENS',
    'SECRETS_NAME',
    'KEY',
  ])('takes %s for none', (name) => {
    expect(find(secretLiteral, { env: { [name]: PASSWORD } })).toEqual([]);
  });

  it.each([
    '',
    ' ',
    '$(OTHER)',
    '$(A):$(B)',
    'Bearer $(OTHER)',
    '$OTHER',
    `$${'{OTHER}'}`,
    'yes',
    'False',
    '0',
  ])('takes %j for no secret', (value) => {
    expect(find(secretLiteral, { env: { API_TOKEN: value } })).toEqual([]);
  });

  it.each(['$$(OTHER)', 'hunter2$(OTHER)', '$ecret', '***', 'Bearer hunter2', '/etc/other/key'])(
    'takes %j for one',
    (value) => {
      expect(places(secretLiteral, { env: { API_TOKEN: value } })).toEqual(['spec.env.API_TOKEN']);
    },
  );

  it('lets the path of a mounted file be', () => {
    const volumes = [{ name: 'keys', secret: { secretName: 'keys' } }];
    const volumeMounts = [{ name: 'keys', mountPath: '/etc/keys/' }];
    expect(find(secretLiteral, { volumes, volumeMounts, env: { PRIVATE_KEY: '/etc/keys/jwt.pem' } })).toEqual(
      [],
    );
  });

  it('looks wherever variables are written', () => {
    const env = { SECRET_KEY: PASSWORD };
    const sidecar = {
      ...PROXY,
      env: [
        { name: 'LEVEL', value: '1' },
        { name: 'TOKEN', value: PASSWORD },
      ],
    };
    const spec = {
      app: { env, sidecars: [sidecar] },
      workers: { mail: { env } },
      beat: { env },
      redis: { env, initContainers: [sidecar] },
      init: { env, commands: [{ run: ['seed'], env }] },
      sidecars: [sidecar],
    };
    expect(places(secretLiteral, spec)).toEqual([
      'spec.app.env.SECRET_KEY',
      'spec.workers.mail.env.SECRET_KEY',
      'spec.beat.env.SECRET_KEY',
      'spec.redis.env.SECRET_KEY',
      'spec.init.env.SECRET_KEY',
      'spec.init.commands[0].env.SECRET_KEY',
      'spec.sidecars[0].env[1].value',
      'spec.app.sidecars[0].env[1].value',
      'spec.redis.initContainers[0].env[1].value',
    ]);
  });

  it('finds a password in a URL, whatever the variable is called', () => {
    expect(find(secretLiteral, { env: { DATABASE_URL: URL } })).toEqual([
      'MP-SECRET-LITERAL spec.env.DATABASE_URL: a URL with a password in plain text: take the URL from a Secret, or write `$(NAME)` for the password, and rotate it',
    ]);
    expect(
      places(secretLiteral, { env: { URLS: `redis://a:6379;redis://:${PASSWORD}@b:6379` } }),
    ).toHaveLength(1);
    expect(places(secretLiteral, { env: { DB_PASSWORD: URL } })).toEqual(['spec.env.DB_PASSWORD']);
  });

  it.each([
    'postgres://shop:$(DB_PASSWORD)@database/shop',
    'postgres://$(DB_USER):$(DB_PASSWORD)@database/shop',
    'postgres://shop@database:5432/shop',
    'https://shop.example.com:8443/@user',
    'https://shop.example.com:8443?mail=a@b',
    'redis://shop-redis:6379/0',
    'amqp://shop:@broker',
    'mailto:shop@example.com',
  ])('lets %s be', (url) => {
    expect(find(secretLiteral, { env: { SERVICE_URL: url } })).toEqual([]);
  });

  it('finds one in command lines and anywhere else', () => {
    const spec = {
      app: { command: ['serve', URL] },
      workers: { mail: { args: [`--broker=${URL}`] } },
      init: { commands: [{ run: ['seed', `--from=${URL}`] }] },
      sidecars: [{ ...PROXY, args: ['sh', '-c', `exec proxy ${URL}`] }],
      podAnnotations: { source: URL },
    };
    expect(places(secretLiteral, spec)).toEqual([
      'spec.app.command[1]',
      'spec.init.commands[0].run[1]',
      'spec.podAnnotations.source',
      'spec.sidecars[0].args[2]',
      'spec.workers.mail.args[0]',
    ]);
  });

  it('finds a password as an option', () => {
    expect(find(secretLiteral, { redis: { args: ['--requirepass', PASSWORD] } })).toEqual([
      'MP-SECRET-LITERAL spec.redis.args[1]: a password in plain text: write `$(NAME)` for a variable from a Secret, and rotate the password',
    ]);
    expect(
      places(secretLiteral, { init: { commands: [{ run: ['seed', `--db-password=${PASSWORD}`] }] } }),
    ).toEqual(['spec.init.commands[0].run[1]']);
    const args = [
      '--requirepass',
      '$(REDIS_PASSWORD)',
      '--no-password',
      'x',
      '--password-file=/x',
      '--requirepass',
    ];
    expect(find(secretLiteral, { redis: { args } })).toEqual([]);
  });

  it('never repeats a value', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{12,20}$/), (secret) => {
        const findings = secretLiteral(
          subjectOf(
            moneyPositive({
              env: { API_KEY: secret, URL: `redis://${secret}:${secret}@x` },
              redis: { args: ['--requirepass', secret] },
            }),
          ),
        );
        expect(findings).toHaveLength(3);
        expect(JSON.stringify(findings)).not.toContain(secret);
      }),
      { numRuns: 20 },
    );
  });

  it('is fast on long text', () => {
    const long = `${'a'.repeat(200_000)}${'://a'.repeat(20_000)}`;
    const start = performance.now();
    expect(find(secretLiteral, { env: { TEXT: long } })).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

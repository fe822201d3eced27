import { describe, expect, it } from 'vitest';
import { optionUnused } from '../../src/rules/option-unused.ts';
import { find, places } from '../support/findings.ts';

describe('MP-OPTION-UNUSED', () => {
  it('finds options of a worker whose arguments are its own', () => {
    const mail = {
      args: ['--app=shop', 'worker'],
      queues: ['mail'],
      concurrency: 4,
      taskTimeLimitSeconds: 60,
    };
    expect(find(optionUnused, { workers: { mail } })).toEqual([
      'MP-OPTION-UNUSED spec.workers.mail.queues: `args` replaces the default arguments, so `queues` does nothing: say it there, and remove it here',
      'MP-OPTION-UNUSED spec.workers.mail.concurrency: `args` replaces the default arguments, so `concurrency` does nothing: say it there, and remove it here',
    ]);
  });

  it('finds those of the app', () => {
    expect(places(optionUnused, { app: { command: ['serve'], concurrency: 4 } })).toEqual([
      'spec.app.concurrency',
    ]);
    expect(find(optionUnused, { app: { server: 'custom', concurrency: 4 } })).toEqual([
      'MP-OPTION-UNUSED spec.app.concurrency: your own server does not get `concurrency`: remove it',
    ]);
  });

  it('finds those of files that nginx does not serve, or that nothing collects', () => {
    const media = { claimName: 'uploads', url: '/uploads/' };
    expect(find(optionUnused, { static: { root: '/s', url: '/s/', nginx: {} }, media })).toEqual([
      'MP-OPTION-UNUSED spec.static.nginx: the app serves static files itself: remove `nginx`, or choose `serve: nginx`',
      'MP-OPTION-UNUSED spec.static.url: the app answers there by its own settings: remove `url`, or choose `static: {serve: nginx}`',
      'MP-OPTION-UNUSED spec.media.url: the app answers there by its own settings: remove `url`, or choose `static: {serve: nginx}`',
      'MP-OPTION-UNUSED spec.static.root: the image brings the static files: remove `root`, or choose `collect: true`',
    ]);
    expect(places(optionUnused, { static: { root: '/s', collect: true } })).toEqual([]);
    expect(
      places(optionUnused, { static: { serve: 'nginx', root: '/s', url: '/s/', nginx: {} }, media }),
    ).toEqual([]);
  });

  it('finds those of beat', () => {
    expect(
      places(optionUnused, { beat: { command: ['beat'], scheduler: 'redbeat', storage: '1Gi' } }),
    ).toEqual(['spec.beat.scheduler', 'spec.beat.storage']);
  });

  it('finds those of Redis: above all a password that it does not ask for', () => {
    const password = { secretKeyRef: { name: 'shop-redis', key: 'password' } };
    const redis = { args: ['--save', ''], maxMemory: '1gb', password };
    expect(find(optionUnused, { redis })).toEqual([
      'MP-OPTION-UNUSED spec.redis.maxMemory: `args` replaces the default arguments, so `maxMemory` does nothing: say it there, and remove it here',
      'MP-OPTION-UNUSED spec.redis.password: `args` replaces the default arguments, so Redis asks nobody for a password: add `--requirepass`, `$(REDIS_PASSWORD)` there',
    ]);
    const args = ['--requirepass', '$(REDIS_PASSWORD)'];
    expect(places(optionUnused, { redis: { args, password } })).toEqual([]);
    expect(find(optionUnused, { redis: { storage: false, storageClassName: 'fast' } })).toEqual([
      'MP-OPTION-UNUSED spec.redis.storageClassName: with `storage: false` there is no volume: remove `storageClassName`',
    ]);
  });

  it('lets options be that are used', () => {
    expect(
      find(optionUnused, {
        app: { concurrency: 4 },
        workers: { mail: { queues: ['mail'], concurrency: 4 }, other: { command: ['celery'], replicas: 2 } },
        beat: { scheduler: 'persistent', storage: '2Gi', args: ['beat', '--schedule=/var/lib/beat/s'] },
        redis: { maxMemory: '100mb', storageClassName: 'fast' },
      }),
    ).toEqual([]);
  });
});

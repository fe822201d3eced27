/** Options that come to nothing, since another field takes their place: what is written must not be dropped in silence. */
import type { Component } from '../api/v1alpha1/component.ts';
import type { Redis } from '../api/v1alpha1/redis.ts';
import type { FieldPath, Finding } from '../results.ts';
import { isCollected } from '../stack/files.ts';
import { REDIS_PASSWORD } from '../stack/redis-env.ts';
import { workerPlaces } from './parts/places.ts';
import { ownWords } from './parts/written.ts';
import { finding, type Rule, type Subject } from './rule.ts';

export const optionUnused: Rule = (subject) => [
  ...appOptions(subject),
  ...workerPlaces(subject).flatMap(({ path, own }) =>
    replaced(path, own, ['queues', 'concurrency', 'prefetchMultiplier', 'maxTasksPerChild']),
  ),
  ...beatOptions(subject),
  ...redisOptions(subject),
  ...fileOptions(subject),
];

function appOptions({ object: { spec } }: Subject): readonly Finding[] {
  const { app = {} } = spec;
  const path = ['spec', 'app'];
  if (app.server !== 'custom' || app.concurrency === undefined) return replaced(path, app, ['concurrency']);
  return [unused([...path, 'concurrency'], 'your own server does not get `concurrency`: remove it')];
}

function beatOptions({ object: { spec } }: Subject): readonly Finding[] {
  const { beat } = spec;
  if (beat === undefined) return [];
  const path = ['spec', 'beat'];
  // A persistent scheduler still has its volume.
  if (beat.scheduler === 'persistent') return [];
  const storage = unused(
    [...path, 'storage'],
    'only `scheduler: persistent` keeps a schedule on a volume: remove `storage`, or choose that scheduler',
  );
  return [...replaced(path, beat, ['scheduler']), ...(beat.storage === undefined ? [] : [storage])];
}

function redisOptions({ stack, object: { spec } }: Subject): readonly Finding[] {
  const { redis } = spec;
  if (stack.redis === undefined || redis === undefined) return [];
  const path = ['spec', 'redis'];
  const asksForPassword = ownWords({ path, value: redis }).some(({ value }) =>
    value.includes(REDIS_PASSWORD),
  );
  const storageClass = unused(
    [...path, 'storageClassName'],
    'with `storage: false` there is no volume: remove `storageClassName`',
  );
  return [
    ...replaced(path, redis, ['maxMemory']),
    ...(asksForPassword ? [] : openToAll(redis)),
    ...(redis.storage === false && redis.storageClassName !== undefined ? [storageClass] : []),
  ];
}

/** Where the app serves what its image brings, the object has no part in it. */
function fileOptions({ object: { spec } }: Subject): readonly Finding[] {
  const { static: own = {}, media } = spec;
  const unread: readonly (readonly [string, string, unknown])[] = [
    ...(own.serve === 'nginx'
      ? []
      : ([
          ['static', 'nginx', own.nginx],
          ['static', 'url', own.url],
          ['media', 'url', media?.url],
        ] as const)),
    ...(isCollected(own) ? [] : ([['static', 'root', own.root]] as const)),
  ];
  return unread
    .filter(([, , value]) => value !== undefined)
    .map(([owner, field]) => unused(['spec', owner, field], FILES[field] ?? ''));
}

const FILES: Readonly<Record<string, string>> = {
  nginx: 'the app serves static files itself: remove `nginx`, or choose `serve: nginx`',
  url: 'the app answers there by its own settings: remove `url`, or choose `static: {serve: nginx}`',
  root: 'the image brings the static files: remove `root`, or choose `collect: true`',
};

/** Arguments of one's own say nothing of the password, which is in the URL all the same. */
function openToAll(redis: Redis): readonly Finding[] {
  const instead = redis.command ? 'command' : redis.args ? 'args' : undefined;
  if (instead === undefined || redis.password === undefined) return [];
  const message = `\`${instead}\` replaces the default arguments, so Redis asks nobody for a password: add \`--requirepass\`, \`$(${REDIS_PASSWORD})\` there`;
  return [unused(['spec', 'redis', 'password'], message)];
}

/** The fields that would have become default arguments, where `command` or `args` stands in their place. */
function replaced<Own extends Component>(
  path: FieldPath,
  own: Own,
  fields: readonly (keyof Own & string)[],
): readonly Finding[] {
  const instead = own.command ? 'command' : own.args ? 'args' : undefined;
  if (instead === undefined) return [];
  return fields
    .filter((field) => own[field] !== undefined)
    .map((field) =>
      unused(
        [...path, field],
        `\`${instead}\` replaces the default arguments, so \`${field}\` does nothing: say it there, and remove it here`,
      ),
    );
}

function unused(path: FieldPath, message: string): Finding {
  return finding('MP-OPTION-UNUSED', path, message);
}

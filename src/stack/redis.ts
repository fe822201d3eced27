/** Defaults of `redis`. */
import type { Env } from '../api/v1alpha1/component.ts';
import type { Redis as RedisSpec } from '../api/v1alpha1/redis.ts';
import { parseQuantity } from '../k8s/quantity.ts';
import { argv, identity, podSettings } from './component.ts';
import type { StackContext } from './context.ts';
import { envVars } from './env.ts';
import { REDIS_PASSWORD } from './redis-env.ts';
import { normalizeSecurity } from './security.ts';
import type { Redis } from './stack.ts';

const DEFAULT_IMAGE = 'docker.io/valkey/valkey:8.1.4';

/** The user of the official Redis and Valkey images. */
const REDIS_USER = 999;

/** Share of the memory limit for data; the rest is for buffers, fragmentation and the fork that rewrites the file. */
const MAX_MEMORY_SHARE = 0.75;

/** A queue must not be evicted; beside a cache only keys that expire may be. */
const EVICTION_POLICIES = { broker: 'noeviction', shared: 'volatile-lru' } as const;

/** The stack's own Redis, or undefined where there is none or one elsewhere is used. */
export function normalizeRedis(context: StackContext): Redis | undefined {
  const own = context.spec.redis;
  if (own === undefined || own.urlFrom !== undefined) return undefined;
  const resources = own.resources ?? {
    requests: { cpu: '50m', memory: '256Mi' },
    limits: { memory: '256Mi' },
  };
  const defaults = {
    component: 'redis',
    name: context.names.redis,
    args: redisArguments({ ...own, resources }),
    resources,
    terminationGracePeriodSeconds: 30,
  } as const;
  return {
    ...podSettings(context, own),
    ...identity(context, defaults),
    version: undefined,
    image: own.image ?? DEFAULT_IMAGE,
    ...argv(own, defaults),
    env: envVars({ ...passwordEnv(own), ...own.env }),
    envFrom: own.envFrom ?? [],
    resources,
    volumes: own.volumes ?? [],
    volumeMounts: own.volumeMounts ?? [],
    files: [],
    sidecars: (own.sidecars ?? []).map((container) => ({ ...container, restartPolicy: 'Always' })),
    initContainers: own.initContainers ?? [],
    security: redisSecurity(context, own),
    serviceAccountName: undefined,
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds:
      own.terminationGracePeriodSeconds ?? defaults.terminationGracePeriodSeconds,
    hasScratchData: own.storage === false && (own.command ?? own.args) !== undefined,
    storage: redisStorage(own),
    password: own.password?.secretKeyRef,
  };
}

/** The stack's security, but for the project's own writable paths. */
function redisSecurity({ spec }: StackContext, { security }: RedisSpec): Redis['security'] {
  const { writablePaths: _, ...inherited } = spec.security ?? {};
  return normalizeSecurity(inherited, security, REDIS_USER);
}

function redisStorage({ storage = '1Gi', storageClassName }: RedisSpec): Redis['storage'] {
  return storage === false ? undefined : { size: storage, storageClassName };
}

/** What Redis itself is given. REDISCLI_AUTH lets the probe's client in without a password in its arguments. */
export function passwordEnv({ password }: RedisSpec): Env {
  if (password === undefined) return {};
  return { [REDIS_PASSWORD]: { secretKeyRef: password.secretKeyRef }, REDISCLI_AUTH: `$(${REDIS_PASSWORD})` };
}

/**
 * Arguments alone: the images' entrypoints put their own server's name before them, so that any image will do. Protected
 * mode refuses every client from outside the pod when there is no password; the network policy admits the stack alone.
 */
function redisArguments(own: RedisSpec): readonly string[] {
  const maxMemory = own.maxMemory ?? maxMemoryFor(own.resources?.limits?.['memory']);
  return [
    ...(own.storage === false ? ['--save', '', '--appendonly', 'no'] : ['--appendonly', 'yes']),
    ...(maxMemory === undefined ? [] : ['--maxmemory', maxMemory]),
    ...['--maxmemory-policy', EVICTION_POLICIES[own.role ?? 'broker']],
    ...['--protected-mode', 'no'],
    ...(own.password === undefined ? [] : ['--requirepass', `$(${REDIS_PASSWORD})`]),
  ];
}

function maxMemoryFor(limit: string | number | undefined): string | undefined {
  const bytes = limit === undefined ? undefined : parseQuantity(limit);
  return bytes === undefined ? undefined : `${Math.floor((bytes * MAX_MEMORY_SHARE) / 2 ** 20)}mb`;
}

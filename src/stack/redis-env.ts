/** The variables by which Django finds its Redis. */
import type { Env } from '../api/v1alpha1/component.ts';
import type { Redis } from '../api/v1alpha1/redis.ts';

export const REDIS_PORT = 6379;

/** Name of Redis' container port. */
export const REDIS_PORT_NAME = 'redis';

/** Holds the password, for the URL that refers to it and for Redis itself. */
export const REDIS_PASSWORD = 'REDIS_PASSWORD';

/** The URL of the stack's Redis under its chosen name, with the password by reference; nothing without Redis. */
export function redisEnv(redis: Redis | undefined, host: string): Env {
  if (redis === undefined) return {};
  const urlEnv = redis.urlEnv ?? 'REDIS_URL';
  if (redis.urlFrom) return { [urlEnv]: { secretKeyRef: redis.urlFrom.secretKeyRef } };
  if (redis.password === undefined) return { [urlEnv]: `redis://${host}:${REDIS_PORT}/0` };
  return {
    [REDIS_PASSWORD]: { secretKeyRef: redis.password.secretKeyRef },
    [urlEnv]: `redis://:$(${REDIS_PASSWORD})@${host}:${REDIS_PORT}/0`,
  };
}

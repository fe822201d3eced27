/** Redis. */
import type { SecretKeySelector } from '../../k8s/models.ts';
import type { Component } from './component.ts';
import type { Quantity } from './text.ts';

/** A reference to a key of a Secret. */
export interface SecretReference {
  /**
   * The Secret and its key.
   * @example {name: shop-redis, key: url}
   */
  secretKeyRef: SecretKeySelector;
}

/**
 * A Redis of the stack's own (Valkey), or with `urlFrom` one that exists. App, workers, beat and init get its URL in
 * `urlEnv`. Env, volumes and mounts at the top of `spec` don't reach it.
 */
export interface Redis extends Component {
  /**
   * Image of the server; any that takes Redis' arguments.
   * @default "docker.io/valkey/valkey:8.1.4"
   * @example docker.io/library/redis:7.4.2
   * @minLength 1
   */
  image?: string;
  /**
   * `broker` never evicts (`noeviction`); `shared` also serves as a cache and evicts keys with an expiry first
   * (`volatile-lru`), so that queues stay.
   * @default "broker"
   * @example shared
   */
  role?: 'broker' | 'shared';
  /**
   * Size of the volume that keeps the data; `false` keeps it in memory alone. It can't be changed on a StatefulSet that
   * exists.
   * @default "1Gi"
   * @example 5Gi
   */
  storage?: false | Quantity;
  /**
   * StorageClass of the volume.
   * @defaultText the cluster's default class
   * @example fast-ssd
   */
  storageClassName?: string;
  /**
   * Most memory for data, in Redis' units.
   * @defaultText three quarters of the memory limit
   * @example 512mb
   * @pattern ^[0-9]+([kKmMgG][bB]?)?$
   * @patternText a number with an optional unit of Redis, such as `512mb`
   */
  maxMemory?: string;
  /**
   * Password by reference. Characters that a URL can't hold must not stand in it: it becomes part of `urlEnv`.
   * @defaultText none; the network policy admits only the stack's own pods
   * @example {secretKeyRef: {name: shop-redis, key: password}}
   */
  password?: SecretReference;
  /**
   * URL of a Redis that exists, by reference; no Redis is generated then.
   * @defaultText none
   * @example {secretKeyRef: {name: shop-redis, key: url}}
   */
  urlFrom?: SecretReference;
  /**
   * Name of the environment variable that holds the URL.
   * @default "REDIS_URL"
   * @example CELERY_BROKER_URL
   * @pattern ^[A-Za-z_][A-Za-z0-9_]*$
   * @patternText made of letters, digits and `_`, no digit first
   */
  urlEnv?: string;
}

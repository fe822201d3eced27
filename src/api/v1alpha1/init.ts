/** The initialization of a release. */
import type { Component, Env } from './component.ts';

/**
 * What runs before the pods of a release start, once for each release: migrations, fixtures, commands, in this order, in
 * one Job under a lock. A step may run more than once after a crash, so it must be repeatable.
 */
export interface Init extends Component {
  /**
   * Database migrations; `false` leaves them out.
   * @default {"databases":["default"],"args":[]}
   * @example {databases: [default, reports]}
   */
  migrate?: false | Migrate;
  /**
   * Fixtures to load, in this order.
   * @default []
   * @example [{path: shop/fixtures/currencies.json, once: true}]
   * @listType atomic
   */
  fixtures?: Fixture[];
  /**
   * Management commands to run, in this order.
   * @default []
   * @example [{run: [createcachetable]}, {run: [seed_plans, --region=eu], once: true}]
   * @listType atomic
   */
  commands?: InitCommand[];
  /**
   * Seconds after which the Job has failed.
   * @default 3600
   * @example 7200
   * @minimum 1
   * @asType integer
   */
  activeDeadlineSeconds?: number;
  /**
   * How often a failed Job's pod is tried again.
   * @default 3
   * @example 0
   * @minimum 0
   * @asType integer
   */
  backoffLimit?: number;
  /**
   * Any text; another text makes a new Job, so that everything runs again. Write it in quotes.
   * @defaultText none
   * @example "2"
   * @maxLength 253
   */
  revision?: string;
  /**
   * The init container that holds back new pods until the release is initialized; `false` leaves it out.
   * @default {}
   * @example {timeoutSeconds: 900}
   */
  gate?: false | Gate;
}

/** Migrations. */
export interface Migrate {
  /**
   * Aliases of the databases to migrate, in this order. The first one also records the release.
   * @default ["default"]
   * @example [default, reports]
   * @minItems 1
   * @listType set
   */
  databases?: string[];
  /**
   * Further options of `migrate`. It has to apply everything: no app, no migration, and databases have a field of their own.
   * @default []
   * @example [--fake-initial]
   * @listType atomic
   */
  args?: string[];
}

/** A fixture. */
export interface Fixture {
  /**
   * The fixture, as `loaddata` takes it.
   * @example shop/fixtures/currencies.json
   * @minLength 1
   */
  path: string;
  /**
   * Name of the step; a DNS-1123 label. A once-step is remembered by it: under another name it runs again.
   * @defaultText `fixture-` + the file's name
   * @example currencies
   * @maxLength 50
   * @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
   * @patternText a DNS-1123 label: lower-case letters, digits and dashes, no dash at either end
   */
  name?: string;
  /**
   * Load it only if this stack never did. Otherwise it is loaded for each release, over what people edited.
   * @default false
   * @example true
   */
  once?: boolean;
}

/** A management command. */
export interface InitCommand {
  /**
   * The command's name and arguments.
   * @example [createcachetable]
   * @minItems 1
   * @listType atomic
   */
  run: string[];
  /**
   * Name of the step; a DNS-1123 label. A once-step is remembered by it: under another name it runs again.
   * @defaultText the command's name
   * @example seed-plans
   * @maxLength 50
   * @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
   * @patternText a DNS-1123 label: lower-case letters, digits and dashes, no dash at either end
   */
  name?: string;
  /**
   * Run it only if this stack never did.
   * @default false
   * @example true
   */
  once?: boolean;
  /**
   * Environment variables for this step alone, over those of init.
   * @default {}
   * @example {DJANGO_SUPERUSER_PASSWORD: {secretKeyRef: {name: shop-admin, key: password}}}
   */
  env?: Env;
}

/** The gate. */
export interface Gate {
  /**
   * Seconds after which a waiting pod gives up with a message and is restarted.
   * @defaultText init's `activeDeadlineSeconds`
   * @example 900
   * @minimum 1
   * @asType integer
   */
  timeoutSeconds?: number;
}

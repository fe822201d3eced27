/**
 * The MoneyPositive object, version v1alpha1: the one source of the API. The JSON Schema, the CRD and the field reference
 * are generated from these interfaces and their comments (`npm run generate`).
 *
 * Tags: `@default` is a JSON value, `@defaultText` says in words what an absent field comes to, `@example` is YAML.
 * `@patternText` says in words what `@pattern` asks for ("... must be PATTERN TEXT"). `@listType` and `@listMapKey` are the
 * merge rules of a list, as in a CRD.
 */
import type { App } from './app.ts';
import type { Beat } from './beat.ts';
import type { Inherited } from './component.ts';
import type { Media, StaticFiles } from './files.ts';
import type { Init } from './init.ts';
import type { Ingress, NetworkPolicy, ServiceAccount, TLS } from './network.ts';
import type { Redis } from './redis.ts';
import type { Annotations, Labels } from './text.ts';
import type { Worker } from './worker.ts';

/**
 * One Django stack: the web app, its Celery workers, exactly one beat, Redis, how it is initialized, and how people reach
 * it. It is expanded where manifests are rendered; applying it to a cluster deploys nothing.
 */
export interface MoneyPositive {
  /**
   * The version of this API.
   * @example moneypositive.coop/v1alpha1
   */
  apiVersion: 'moneypositive.coop/v1alpha1';
  /**
   * The kind of this object.
   * @example MoneyPositive
   */
  kind: 'MoneyPositive';
  /** Name and namespace of the stack; every generated object's name starts with this name. */
  metadata: Metadata;
  /** What the stack is made of. */
  spec: MoneyPositiveSpec;
}

/** The metadata of a MoneyPositive. */
export interface Metadata {
  /**
   * Name of the stack: a DNS-1035 label (lower-case letters, digits and dashes, a letter first, at most 63 characters).
   * @example shop
   * @maxLength 63
   * @pattern ^[a-z]([-a-z0-9]*[a-z0-9])?$
   * @patternText a DNS-1035 label: lower-case letters, digits and dashes, a letter first, no dash last
   */
  name: string;
  /**
   * Namespace of every generated object.
   * @defaultText none: the objects carry none, and whoever applies them chooses it
   * @example shop
   * @maxLength 63
   * @pattern ^[a-z0-9]([-a-z0-9]*[a-z0-9])?$
   * @patternText a DNS-1123 label: lower-case letters, digits and dashes, no dash at either end
   */
  namespace?: string;
  /**
   * Labels for every generated object. They reach neither pods nor selectors; for pods use `podLabels`.
   * @default {}
   * @example {team: payments}
   */
  labels?: Labels;
  /**
   * Annotations of this object alone; generated objects don't get them. Two mean something here:
   * `config.kubernetes.io/local-config: "true"` keeps the object out of the cluster, and `moneypositive.coop/accept`
   * accepts findings, one a line: `CODE: reason` wherever the code is found, `CODE PATH: reason` at one place alone.
   * @default {}
   * @example {config.kubernetes.io/local-config: "true"}
   */
  annotations?: Annotations;
}

/** The stack. */
export interface MoneyPositiveSpec extends Inherited {
  /**
   * Image of the Django project, for app, workers, beat and init. With `version` it is the repository alone; without, it
   * carries a tag or a digest of its own. The tag `latest` is refused: with a tag that moves, migrations would not run
   * again.
   * @example registry.example.com/shop
   * @minLength 1
   */
  image: string;
  /**
   * Tag of the image. Write it in quotes.
   * @defaultText the tag or digest in `image`
   * @example "2021.12.1"
   * @pattern ^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$
   * @patternText an image tag: letters, digits, `_`, `.` and `-`, neither `.` nor `-` first, at most 128 characters
   */
  version?: string;
  /**
   * When the kubelet pulls the images, as in a pod; Redis' image included.
   * @default "IfNotPresent"
   * @example Always
   */
  imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /**
   * Secrets of type `kubernetes.io/dockerconfigjson` for pulling images, as in a pod. They reach every pod of the stack.
   * @default []
   * @example [{name: registry-credentials}]
   * @listType map
   * @listMapKey name
   */
  imagePullSecrets?: SecretName[];
  /**
   * The Django project package, which gives the default commands: `gunicorn PROJECT.wsgi`, `celery --app=PROJECT`.
   * @defaultText none: app, workers and beat then need a `command` of their own
   * @example shop
   * @pattern ^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$
   * @patternText a dotted Python name, such as `shop` or `shop.settings`
   */
  project?: string;
  /**
   * The command that runs a management command; the command's name and arguments are appended. Used by the init Job and
   * the gate. An image with an entrypoint or a launcher of its own names it here.
   * @default ["python","manage.py"]
   * @example [/cnb/lifecycle/launcher, python, manage.py]
   * @minItems 1
   * @listType atomic
   */
  manage?: string[];
  /**
   * Sets DJANGO_SETTINGS_MODULE in app, workers, beat and init.
   * @defaultText none: the project's own default stands
   * @example shop.settings.production
   * @pattern ^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$
   * @patternText a dotted Python name, such as `shop` or `shop.settings`
   */
  settingsModule?: string;
  /**
   * Names of what others know: `legacy` keeps those that the operator gave (Service `app-service` on port 8080, Ingress
   * `app-ingress`, Redis `redis`, TLS Secret `app-tls`), for taking over a live stack. A namespace has room for one such stack.
   * @default "default"
   * @example legacy
   */
  names?: 'default' | 'legacy';
  /**
   * Host names the app answers to; the first is canonical (probes send it as their Host header). With hosts there is an
   * Ingress, of the cluster's default class unless `ingress` says otherwise.
   * @default []
   * @example [app.example.com, www.example.com]
   * @listType set
   */
  hosts?: string[];
  /** How the Ingress for `hosts` is made. */
  ingress?: Ingress;
  /** TLS for `hosts`: a cert-manager Certificate, or a Secret brought along. */
  tls?: TLS;
  /** The web app, always there. */
  app?: App;
  /**
   * Celery workers by name, one Deployment each.
   * @default {}
   * @example {default: {}, mail: {queues: [mail], concurrency: 4}}
   * @propertyNames {"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$","patternErrorMessage":"must be a DNS-1123 label: lower-case letters, digits and dashes, no dash at either end"}
   */
  workers?: Record<string, Worker>;
  /** Celery beat: present, there is exactly one; absent, there is none. */
  beat?: Beat;
  /** Redis: present, there is one (or, with `urlFrom`, one elsewhere is used); absent, there is none. */
  redis?: Redis;
  /** Static files; absent, the app serves what its image brings. */
  static?: StaticFiles;
  /** Uploads: a volume that app, workers and init share; absent, there is none. */
  media?: Media;
  /** How a release is initialized. Absent means `{}`: migrate, then let the new pods start. */
  init?: Init;
  /** The ServiceAccount of app, workers, beat and init. */
  serviceAccount?: ServiceAccount;
  /** Who may reach the stack's pods, and what they may reach. */
  networkPolicy?: NetworkPolicy;
  /**
   * What applies the objects. `kpt` (`kpt live apply`; needs `metadata.namespace`) and `argocd` read from annotations that
   * the init Job comes first. Without it, or with another engine, the gate alone keeps the order.
   * @default "none"
   * @example argocd
   */
  engine?: 'none' | 'kpt' | 'argocd';
}

/** A Secret by name. */
export interface SecretName {
  /**
   * Name of the Secret.
   * @example registry-credentials
   * @minLength 1
   */
  name: string;
}

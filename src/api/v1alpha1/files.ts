/** Static files and uploads. */
import type { ResourceRequirements } from '../../k8s/models.ts';
import type { Quantity } from './text.ts';

/**
 * An absolute directory in a container, written without a slash at its end.
 * @pattern ^(/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$
 * @patternText an absolute path below the root, such as `/app/static`, without a slash at its end
 */
export type Directory = string;

/**
 * A path prefix of URLs.
 * @pattern ^/([A-Za-z0-9_-][A-Za-z0-9_.-]*[/])+$
 * @patternText a path with a slash at both ends, such as `/static/`
 */
export type UrlPrefix = string;

/**
 * Static files: who serves them, and whether they are collected when a pod starts. It sets no Django setting: `root` and
 * `url` say what the project's STATIC_ROOT and STATIC_URL are.
 */
export interface StaticFiles {
  /**
   * `app`: Django serves them (WhiteNoise). `nginx`: a sidecar in the app's pods serves them, and what else there is it
   * hands to the app.
   * @default "app"
   * @example nginx
   */
  serve?: 'app' | 'nginx';
  /**
   * STATIC_ROOT: where `collectstatic` puts them.
   * @default "/app/static"
   * @example /srv/static
   */
  root?: Directory;
  /**
   * STATIC_URL: where people find them. nginx answers below it.
   * @default "/static/"
   * @example /assets/
   */
  url?: UrlPrefix;
  /**
   * Whether an init container of each app pod runs `collectstatic` into a volume at `root`. Left out, the image brings them.
   * @defaultText true with `serve: nginx`, else false
   * @example true
   */
  collect?: boolean;
  /** The sidecar of `serve: nginx`. */
  nginx?: Nginx;
}

/** The nginx beside the app: it runs as the pod's user, on a read-only root if the app does. */
export interface Nginx {
  /**
   * Image of nginx; it needs `sh`, and its MIME types in `/etc/nginx/mime.types`.
   * @default "docker.io/nginxinc/nginx-unprivileged:1.28.0"
   * @example registry.example.com/nginx-unprivileged:1.28.0
   * @minLength 1
   */
  image?: string;
  /**
   * Port nginx listens on; the Service leads there.
   * @default 8080
   * @example 8081
   * @minimum 1
   * @maximum 65535
   * @asType integer
   */
  port?: number;
  /**
   * Requests and limits of the sidecar, as in a container.
   * @default {"requests":{"cpu":"20m","memory":"32Mi"}}
   * @example {requests: {cpu: 50m, memory: 64Mi}}
   */
  resources?: ResourceRequirements;
}

/**
 * Uploads: one volume in app, workers and init, of a claim that exists (`claimName`) or of the stack's own (`storage`). It
 * sets no Django setting: `root` and `url` say what MEDIA_ROOT and MEDIA_URL are.
 */
export interface Media {
  /**
   * MEDIA_ROOT: where the volume is mounted.
   * @default "/app/media"
   * @example /srv/media
   */
  root?: Directory;
  /**
   * MEDIA_URL: where people find them. With `static: {serve: nginx}` nginx answers below it.
   * @default "/media/"
   * @example /uploads/
   */
  url?: UrlPrefix;
  /**
   * Name of a PersistentVolumeClaim that exists; none is generated then.
   * @defaultText none: `storage` says what to claim
   * @example shop-uploads
   * @minLength 1
   */
  claimName?: string;
  /** The claim of the stack's own. Taken out of the object, the claim is no longer rendered: who prunes deletes the uploads. */
  storage?: MediaStorage;
}

/** A PersistentVolumeClaim. On one that exists only `size` can be changed, and only upwards. */
export interface MediaStorage {
  /**
   * Size of the volume.
   * @example 10Gi
   */
  size: Quantity;
  /**
   * StorageClass of the volume; it must offer the access mode.
   * @defaultText the cluster's default class
   * @example nfs
   */
  storageClassName?: string;
  /**
   * How the volume is mounted. More than one pod needs `ReadWriteMany`.
   * @default ["ReadWriteMany"]
   * @example [ReadWriteOnce]
   * @minItems 1
   * @listType atomic
   */
  accessModes?: ('ReadWriteMany' | 'ReadWriteOnce' | 'ReadWriteOncePod')[];
}

/** Defaults of `static` and `media`: the directories of the project's files in its pods, and who serves them. */
import type { Media as MediaSpec, StaticFiles as StaticSpec } from '../api/v1alpha1/files.ts';
import type { StackContext } from './context.ts';
import { MEDIA_VOLUME, STATIC_VOLUME } from './pod-names.ts';
import type { ComponentKind, FileDirectory, Media, Nginx, StaticFiles } from './stack.ts';

const NGINX_IMAGE = 'docker.io/nginxinc/nginx-unprivileged:1.28.0';
const NGINX_PORT = 8080;

/** Who works with uploads; a migration may touch files too. Beat only sends tasks. */
const WITH_MEDIA: ReadonlySet<ComponentKind> = new Set(['app', 'worker', 'init']);

/** The volumes of files in a component's pods, each mounted in all of its Django containers. */
export function fileDirectories(context: StackContext, component: ComponentKind): readonly FileDirectory[] {
  const staticFiles = component === 'app' ? normalizeStatic(context) : undefined;
  const media = WITH_MEDIA.has(component) ? normalizeMedia(context) : undefined;
  return [
    ...(staticFiles ? [{ volume: { name: STATIC_VOLUME, emptyDir: {} }, path: staticFiles.root }] : []),
    ...(media ? [mediaDirectory(media)] : []),
  ];
}

/** Undefined where the image brings the files and the app serves them: that leaves no trace in the manifests. */
export function normalizeStatic({ spec, manage }: StackContext): StaticFiles | undefined {
  const own = spec.static ?? {};
  if (!isCollected(own)) return undefined;
  return {
    root: staticRoot(own),
    manage,
    nginx: own.serve === 'nginx' ? normalizeNginx(own, spec.media) : undefined,
  };
}

export function isCollected({ serve, collect = serve === 'nginx' }: StaticSpec): boolean {
  return collect;
}

function normalizeNginx(own: StaticSpec, media: MediaSpec | undefined): Nginx {
  const { image = NGINX_IMAGE, port = NGINX_PORT, resources } = own.nginx ?? {};
  return {
    image,
    port,
    resources: resources ?? { requests: { cpu: '20m', memory: '32Mi' } },
    locations: [
      { url: own.url ?? '/static/', volume: STATIC_VOLUME, root: staticRoot(own) },
      ...(media ? [{ url: media.url ?? '/media/', volume: MEDIA_VOLUME, root: mediaRoot(media) }] : []),
    ],
  };
}

export function normalizeMedia({ spec, nameOf }: StackContext): Media | undefined {
  const { media } = spec;
  if (media === undefined) return undefined;
  const ownName = nameOf('media');
  return {
    root: mediaRoot(media),
    claimName: media.claimName ?? ownName,
    claim: media.storage && {
      name: ownName,
      size: media.storage.size,
      storageClassName: media.storage.storageClassName,
      accessModes: media.storage.accessModes ?? ['ReadWriteMany'],
    },
  };
}

function mediaDirectory({ root, claimName }: Media): FileDirectory {
  return { volume: { name: MEDIA_VOLUME, persistentVolumeClaim: { claimName } }, path: root };
}

function staticRoot({ root = '/app/static' }: StaticSpec): string {
  return root;
}

function mediaRoot({ root = '/app/media' }: MediaSpec): string {
  return root;
}

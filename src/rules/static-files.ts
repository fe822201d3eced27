/** Static files and uploads as nginx serves them, and the directories they are kept in. */
import type { Finding } from '../results.ts';
import { generatedVolumes } from './parts/generated.ts';
import { repeated } from './parts/sited.ts';
import { finding, type Rule, type Subject } from './rule.ts';

/** The sidecar sees volumes alone, not what is in the app's image. */
export const staticCollect: Rule = ({ object: { spec } }) => {
  const { serve, collect } = spec.static ?? {};
  if (serve !== 'nginx' || collect !== false) return [];
  const message =
    'nginx has its own image and sees only what is collected when the pod starts: remove `collect: false`';
  return [finding('MP-STATIC-COLLECT', ['spec', 'static', 'collect'], message)];
};

export const nginxConflicts: Rule = (subject) => {
  const { app } = subject.stack;
  const nginx = app.staticFiles?.nginx;
  if (nginx === undefined) return [];
  return [...(nginx.port === app.port ? [samePort(subject)] : []), ...sameUrl(nginx.locations)];
};

function samePort({ object: { spec } }: Subject): Finding {
  const path = spec.static?.nginx?.port === undefined ? ['spec', 'app', 'port'] : NGINX_PORT;
  return finding('MP-PORT-CONFLICT', path, 'app and its nginx listen on one port: choose another');
}

const NGINX_PORT = ['spec', 'static', 'nginx', 'port'];

function sameUrl(locations: readonly { readonly url: string }[]): readonly Finding[] {
  if (new Set(locations.map(({ url }) => url)).size === locations.length) return [];
  const message = 'static files and uploads have one URL, and nginx serves one of them there: choose another';
  return [finding('MP-URL-CONFLICT', ['spec', 'media', 'url'], message)];
}

/** Where two generated volumes would be mounted at one path of the app; where both hold files, the later field is at fault. */
export const fileRoots: Rule = ({ stack }) => {
  const mounts = generatedVolumes(stack, stack.app).map(({ path }) => ({ path: [], value: path }));
  const taken = repeated(mounts, (path) => path).map(({ value }) => value);
  const media = stack.media?.root;
  const staticRoot = stack.app.staticFiles?.root;
  const roots = [
    { field: 'static', root: staticRoot === media ? undefined : staticRoot },
    { field: 'media', root: media },
  ];
  return roots
    .filter(({ root }) => root !== undefined && taken.includes(root))
    .map(({ field }) =>
      finding(
        'MP-MOUNT-CONFLICT',
        ['spec', field, 'root'],
        'another generated volume is mounted here: choose another directory',
      ),
    );
};

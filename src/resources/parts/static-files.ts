/** What collects the app's static files and, by choice, serves them: two init containers, the second of which stays. */
import type { Container } from '../../k8s/models.ts';
import { COLLECT_CONTAINER, NGINX_CONTAINER } from '../../stack/pod-names.ts';
import type { App, Nginx } from '../../stack/stack.ts';
import { nginxConfiguration } from './nginx-configuration.ts';
import { container } from './pod-template.ts';
import { containerSecurityContext } from './security-context.ts';
import { writableMounts } from './writable.ts';

/** Before the gate: collecting asks no database, and is done by the time the gate opens. */
export function staticFilesContainers(app: App): readonly Container[] {
  if (app.staticFiles === undefined) return [];
  const { manage, nginx } = app.staticFiles;
  const collect = container(app, COLLECT_CONTAINER, {
    command: manage,
    args: ['collectstatic', '--noinput'],
  });
  return nginx === undefined ? [collect] : [collect, nginxContainer(app, nginx)];
}

/** Writes its configuration where it may, and becomes nginx: a signal reaches it, and no shell stays. */
const START = `printf '%s' "$NGINX_CONFIGURATION" > /tmp/nginx.conf && exec nginx -c /tmp/nginx.conf -e stderr`;

/**
 * A native sidecar: up before the app, stopped after it, so that requests which drain still come through. It gets none of the
 * app's variables, which hold secrets. Its settings are a variable, not a ConfigMap: pods of the former release keep theirs.
 */
function nginxContainer(app: App, nginx: Nginx): Container {
  const { image, port, resources, locations } = nginx;
  return {
    name: NGINX_CONTAINER,
    image,
    ...(app.imagePullPolicy !== undefined && { imagePullPolicy: app.imagePullPolicy }),
    command: ['sh', '-c'],
    args: [START],
    restartPolicy: 'Always',
    ports: [{ name: NGINX_CONTAINER, containerPort: port }],
    env: [{ name: 'NGINX_CONFIGURATION', value: nginxConfiguration(nginx, app.port) }],
    resources,
    readinessProbe: { tcpSocket: { port: NGINX_CONTAINER }, periodSeconds: 10, timeoutSeconds: 5 },
    volumeMounts: [
      ...locations.map(({ volume, root }) => ({ name: volume, mountPath: root, readOnly: true })),
      ...writableMounts(app).filter(({ mountPath }) => mountPath === '/tmp'),
    ],
    securityContext: containerSecurityContext(app.security),
  };
}

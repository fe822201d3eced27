/** What is generated in a pod beside the user's parts, by name. */
import { SCHEDULE_DIRECTORY } from '../../stack/beat.ts';
import {
  COLLECT_CONTAINER,
  DATA_DIRECTORY,
  DATA_VOLUME,
  GATE_CONTAINER,
  NGINX_CONTAINER,
  RECORD_CONTAINER,
  SCHEDULE_VOLUME,
  SCRIPTS_DIRECTORY,
  SCRIPTS_VOLUME,
} from '../../stack/pod-names.ts';
import { APP_PORT_NAME } from '../../stack/probes.ts';
import { REDIS_PORT, REDIS_PORT_NAME } from '../../stack/redis-env.ts';
import type { App, Component, ComponentKind, Stack } from '../../stack/stack.ts';
import { writableDirectories } from '../../stack/writable.ts';

/** A generated volume, and where some generated container mounts it. */
export interface GeneratedVolume {
  readonly name: string;
  readonly path: string;
}

/** Names of the generated containers: the component's own, the gate, the steps. */
export function generatedContainers(stack: Stack, { component }: Component): readonly string[] {
  if (component === 'init') return [...(stack.init?.steps ?? []).map(({ name }) => name), RECORD_CONTAINER];
  return [
    component,
    ...(isGated(stack, component) ? [GATE_CONTAINER] : []),
    ...(component === 'app' ? staticFilesContainers(stack.app) : []),
  ];
}

export function generatedPorts(
  { app }: Stack,
  { component }: Component,
): readonly { readonly name: string; readonly containerPort: number }[] {
  if (component === 'app') return [{ name: APP_PORT_NAME, containerPort: app.port }, ...nginxPorts(app)];
  if (component === 'redis') return [{ name: REDIS_PORT_NAME, containerPort: REDIS_PORT }];
  return [];
}

export function generatedVolumes(stack: Stack, component: Component): readonly GeneratedVolume[] {
  const kind = component.component;
  const hasScripts = kind === 'init' || isGated(stack, kind);
  const hasSchedule = kind === 'beat' && stack.beat?.storage !== undefined;
  const hasData = kind === 'redis' && (stack.redis?.storage !== undefined || stack.redis?.hasScratchData);
  return [
    ...(hasScripts ? [{ name: SCRIPTS_VOLUME, path: SCRIPTS_DIRECTORY }] : []),
    ...(hasSchedule ? [{ name: SCHEDULE_VOLUME, path: SCHEDULE_DIRECTORY }] : []),
    ...(hasData ? [{ name: DATA_VOLUME, path: DATA_DIRECTORY }] : []),
    ...component.files.map(({ volume, path }) => ({ name: volume.name, path })),
    ...writableDirectories(component),
  ];
}

function staticFilesContainers({ staticFiles }: App): readonly string[] {
  if (staticFiles === undefined) return [];
  return staticFiles.nginx ? [COLLECT_CONTAINER, NGINX_CONTAINER] : [COLLECT_CONTAINER];
}

function nginxPorts({ staticFiles }: App) {
  return staticFiles?.nginx ? [{ name: NGINX_CONTAINER, containerPort: staticFiles.nginx.port }] : [];
}

function isGated({ gate }: Stack, kind: ComponentKind): boolean {
  return gate !== undefined && (kind === 'app' || kind === 'worker' || kind === 'beat');
}

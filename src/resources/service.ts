/** Services: how the app and Redis are found. */
import type { Service } from '../k8s/models.ts';
import { APP_PORT_NAME } from '../stack/probes.ts';
import { REDIS_PORT, REDIS_PORT_NAME } from '../stack/redis-env.ts';
import type { App, Component, Redis, Stack } from '../stack/stack.ts';
import { componentMetadata } from './parts/metadata.ts';

/** The port of the app's Service, whatever the app itself listens on. */
const HTTP_PORT = 80;

export function appService(stack: Stack, app: App): Service {
  return service(stack, app, APP_PORT_NAME, HTTP_PORT);
}

export function redisService(stack: Stack, redis: Redis): Service {
  return service(stack, redis, REDIS_PORT_NAME, REDIS_PORT);
}

function service(stack: Stack, component: Component, portName: string, port: number): Service {
  const { name, selector } = component;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: componentMetadata(stack, { name, selector, version: undefined }),
    spec: {
      selector: { ...selector },
      ports: [{ name: portName, port, targetPort: portName }],
    },
  };
}

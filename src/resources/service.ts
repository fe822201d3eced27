/** Services: how the app and Redis are found. */
import type { Service } from '../k8s/models.ts';
import { APP_PORT_NAME } from '../stack/probes.ts';
import { REDIS_PORT, REDIS_PORT_NAME } from '../stack/redis-env.ts';
import type { App, Component, Redis, Stack } from '../stack/stack.ts';
import { entryPort } from './parts/entry-port.ts';
import { componentMetadata } from './parts/metadata.ts';

type ServicePort = NonNullable<NonNullable<Service['spec']>['ports']>[number];

export function appService(stack: Stack, app: App): Service {
  const { name, port } = app.service;
  return service(stack, { ...app, name }, { name: APP_PORT_NAME, port, targetPort: entryPort(app) });
}

export function redisService(stack: Stack, redis: Redis): Service {
  return service(stack, redis, { name: REDIS_PORT_NAME, port: REDIS_PORT, targetPort: REDIS_PORT_NAME });
}

function service(
  stack: Stack,
  { name, selector }: Pick<Component, 'name' | 'selector'>,
  port: ServicePort,
): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: componentMetadata(stack, { name, selector, version: undefined }),
    spec: { selector: { ...selector }, ports: [port] },
  };
}

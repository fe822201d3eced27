/** Deployments: the web app and the workers. */
import type { Container, Deployment } from '../k8s/models.ts';
import { DRAIN_SECONDS } from '../stack/app.ts';
import { APP_PORT_NAME } from '../stack/probes.ts';
import type { App, Scalable, Stack, Worker } from '../stack/stack.ts';
import { gateParts } from './parts/gate.ts';
import { componentMetadata } from './parts/metadata.ts';
import { mainContainer, podTemplate } from './parts/pod-template.ts';
import { staticFilesContainers } from './parts/static-files.ts';

type DeploymentSpec = NonNullable<Deployment['spec']>;

export function appDeployment(stack: Stack, app: App): Deployment {
  return deployment(stack, app, {
    strategy: app.strategy,
    container: mainContainer(app, {
      ports: [{ name: APP_PORT_NAME, containerPort: app.port }],
      probes: app.probes,
      lifecycle: { preStop: { sleep: { seconds: DRAIN_SECONDS } } },
    }),
    initContainers: staticFilesContainers(app),
  });
}

export function workerDeployment(stack: Stack, worker: Worker): Deployment {
  return deployment(stack, worker, {
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
    // A worker has no readiness probe: one that crashes at its start must not count as available.
    minReadySeconds: 10,
    container: mainContainer(worker, { probes: worker.probes }),
  });
}

interface DeploymentParts extends Pick<DeploymentSpec, 'strategy' | 'minReadySeconds'> {
  readonly container: Container;
  /** Before the gate. */
  readonly initContainers?: readonly Container[];
}

function deployment(
  stack: Stack,
  component: Scalable,
  { container, initContainers = [], ...parts }: DeploymentParts,
): Deployment {
  const gate = gateParts(stack, component);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: componentMetadata(stack, component),
    spec: {
      // An autoscaler owns the number: a rendered one would set it back with every release.
      ...(component.replicas !== undefined && { replicas: component.replicas }),
      selector: { matchLabels: { ...component.selector } },
      ...parts,
      // Pods behind the gate make no progress while the init Job runs.
      ...(stack.gate && { progressDeadlineSeconds: stack.gate.progressDeadlineSeconds }),
      template: podTemplate(component, {
        container,
        ...gate,
        initContainers: [...initContainers, ...(gate.initContainers ?? [])],
      }),
    },
  };
}

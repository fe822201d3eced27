/**
 * Utilization is measured in percent of the request, over all containers of a pod, sidecars included: one without a request
 * and the autoscaler does nothing. Source: Kubernetes, horizontal pod autoscaling, and its replica calculator.
 */
import type { ResourceRequirements } from '../k8s/models.ts';
import type { Finding } from '../results.ts';
import type { App, Component, Scalable } from '../stack/stack.ts';
import { type Pod, pods } from './parts/pods.ts';
import { one } from './parts/sited.ts';
import { finding, once, type Rule } from './rule.ts';

export const autoscalingRequest: Rule = (subject) =>
  once(pods(subject).flatMap((pod) => targets(pod).flatMap((resource) => withoutRequest(pod, resource))));

/** The resources that a component is scaled on. */
function targets({ component }: Pod): readonly string[] {
  const autoscaling = isScalable(component) ? component.autoscaling : undefined;
  if (autoscaling === undefined) return [];
  return [
    ...(autoscaling.targetCPUUtilizationPercentage === undefined ? [] : ['cpu']),
    ...(autoscaling.targetMemoryUtilizationPercentage === undefined ? [] : ['memory']),
  ];
}

function isScalable(component: Component): component is Scalable {
  return component.component === 'app' || component.component === 'worker';
}

function isApp(component: Component): component is App {
  return component.component === 'app';
}

function withoutRequest({ path, title, component, sidecars }: Pod, resource: string): readonly Finding[] {
  const nginx = isApp(component) ? component.staticFiles?.nginx : undefined;
  const containers = [
    { path, resources: component.resources },
    ...one(['spec', 'static', 'nginx'], nginx).map((own) => ({
      path: own.path,
      resources: own.value.resources,
    })),
    ...sidecars.map((sidecar) => ({ path: sidecar.path, resources: sidecar.value.resources })),
  ];
  return containers
    .filter(({ resources }) => !hasRequest(resources, resource))
    .map((container) =>
      finding(
        'MP-AUTOSCALING-NO-REQUEST',
        [...container.path, 'resources'],
        `${title} is scaled on its ${resource} use, in percent of what every container requests: give this one \`requests.${resource}\``,
      ),
    );
}

/** The API server takes a limit for the request that isn't given. */
function hasRequest(resources: ResourceRequirements | undefined, resource: string): boolean {
  return resources?.requests?.[resource] !== undefined || resources?.limits?.[resource] !== undefined;
}

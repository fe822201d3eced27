/** From the stack to its Kubernetes objects, in the order they are understood, and in which what others need comes first. */
import type { KubernetesObject } from '../k8s/object.ts';
import type { App, Redis, Stack, Worker } from '../stack/stack.ts';
import { certificate } from './certificate.ts';
import { scriptsConfigMap } from './config-map.ts';
import { appDeployment, workerDeployment } from './deployment.ts';
import { horizontalPodAutoscaler } from './horizontal-pod-autoscaler.ts';
import { ingress } from './ingress.ts';
import { job } from './job.ts';
import { networkPolicies } from './network-policy.ts';
import { mediaClaim } from './persistent-volume-claim.ts';
import { podDisruptionBudget } from './pod-disruption-budget.ts';
import { appService, redisService } from './service.ts';
import { serviceAccount } from './service-account.ts';
import { beatStatefulSet, redisStatefulSet } from './stateful-set.ts';

type MaybeObjects = readonly (KubernetesObject | undefined)[];

/** Every object of the stack. Pure and total: what can be wrong was found before. */
export function expandStack(stack: Stack): readonly KubernetesObject[] {
  const { app, workers, beat, redis, init } = stack;
  const objects: MaybeObjects = [
    stack.serviceAccount && serviceAccount(stack, stack.serviceAccount),
    init && scriptsConfigMap(stack),
    stack.media?.claim && mediaClaim(stack, stack.media.claim),
    ...(redis ? redisObjects(stack, redis) : []),
    init && job(stack, init),
    ...appObjects(stack, app),
    ...workers.flatMap((worker) => workerObjects(stack, worker)),
    beat && beatStatefulSet(stack, beat),
    stack.ingress && ingress(stack, stack.ingress),
    stack.certificate && certificate(stack, stack.certificate),
    ...networkPolicies(stack),
  ];
  return objects.filter((object) => object !== undefined);
}

function redisObjects(stack: Stack, redis: Redis): MaybeObjects {
  return [redisStatefulSet(stack, redis), redisService(stack, redis)];
}

function appObjects(stack: Stack, app: App): MaybeObjects {
  return [
    appDeployment(stack, app),
    appService(stack, app),
    horizontalPodAutoscaler(stack, app),
    podDisruptionBudget(stack, app),
  ];
}

function workerObjects(stack: Stack, worker: Worker): MaybeObjects {
  return [
    workerDeployment(stack, worker),
    horizontalPodAutoscaler(stack, worker),
    podDisruptionBudget(stack, worker),
  ];
}

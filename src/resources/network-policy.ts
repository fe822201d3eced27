/** NetworkPolicies: who may connect to the stack's pods, and by choice where those may connect to. */
import type { NetworkPolicy as NetworkPolicyObject } from '../k8s/models.ts';
import { REDIS_PORT } from '../stack/redis-env.ts';
import type { Component, Redis, Stack } from '../stack/stack.ts';
import { entryPort } from './parts/entry-port.ts';
import { metadata, stackLabels } from './parts/metadata.ts';

type PolicySpec = NonNullable<NetworkPolicyObject['spec']>;

export function networkPolicies(stack: Stack): readonly NetworkPolicyObject[] {
  return [...ingressPolicies(stack), ...egressPolicies(stack)];
}

/** Nobody connects to anything, but to the app, and the stack's own pods to Redis. */
function ingressPolicies(stack: Stack): readonly NetworkPolicyObject[] {
  const { ingressFrom } = stack.networkPolicy;
  if (ingressFrom === undefined) return [];
  const toApp = {
    ports: [{ port: entryPort(stack.app) }],
    ...(ingressFrom.length > 0 && { from: [...ingressFrom] }),
  };
  return [
    policy(stack, stack.name, { podSelector: stackPods(stack), policyTypes: ['Ingress'] }),
    policy(stack, stack.app.name, {
      podSelector: pods(stack.app),
      policyTypes: ['Ingress'],
      ingress: [toApp],
    }),
    ...(stack.redis ? [redisPolicy(stack, stack.redis)] : []),
  ];
}

function redisPolicy(stack: Stack, redis: Redis): NetworkPolicyObject {
  return policy(stack, redis.name, {
    podSelector: pods(redis),
    policyTypes: ['Ingress'],
    ingress: [{ ports: [{ port: REDIS_PORT }], from: [{ podSelector: stackPods(stack) }] }],
  });
}

/** What the user allows, and what nothing works without: DNS and the stack's own Redis. */
function egressPolicies(stack: Stack): readonly NetworkPolicyObject[] {
  const { egress, egressName } = stack.networkPolicy;
  if (egress === undefined) return [];
  return [
    policy(stack, egressName, {
      podSelector: stackPods(stack),
      policyTypes: ['Egress'],
      egress: [
        { ports: [dns('UDP'), dns('TCP')] },
        ...(stack.redis ? [{ ports: [{ port: REDIS_PORT }], to: [{ podSelector: pods(stack.redis) }] }] : []),
        ...egress,
      ],
    }),
  ];
}

function dns(protocol: 'UDP' | 'TCP') {
  return { port: 53, protocol };
}

function policy(stack: Stack, name: string, spec: PolicySpec): NetworkPolicyObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadata(stack, name),
    spec,
  };
}

function stackPods(stack: Stack) {
  return { matchLabels: { ...stackLabels(stack) } };
}

function pods({ selector }: Component) {
  return { matchLabels: { ...selector } };
}

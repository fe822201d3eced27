/** StatefulSets: beat, of which there must never be two, and Redis, which keeps its data. */
import type { Container, PersistentVolumeClaim, StatefulSet } from '../k8s/models.ts';
import { omitEmpty } from '../k8s/omit-empty.ts';
import { SCHEDULE_DIRECTORY } from '../stack/beat.ts';
import { DATA_DIRECTORY, DATA_VOLUME, SCHEDULE_VOLUME } from '../stack/pod-names.ts';
import { REDIS_PORT, REDIS_PORT_NAME } from '../stack/redis-env.ts';
import type { Beat, Component, Probes, Redis, Stack } from '../stack/stack.ts';
import { claimSpec } from './parts/claim.ts';
import { gateParts } from './parts/gate.ts';
import { componentMetadata } from './parts/metadata.ts';
import { mainContainer, type PodParts, podTemplate } from './parts/pod-template.ts';

/**
 * Beat. A StatefulSet starts a pod only when the former is known to be gone; a Deployment starts a second one when a node
 * stops answering.
 */
export function beatStatefulSet(stack: Stack, beat: Beat): StatefulSet {
  const { storage } = beat;
  return statefulSet(stack, beat, {
    container: mainContainer(beat, {
      volumeMounts: storage === undefined ? [] : [{ name: SCHEDULE_VOLUME, mountPath: SCHEDULE_DIRECTORY }],
    }),
    ...gateParts(stack, beat),
    claims: storage === undefined ? [] : [claim(SCHEDULE_VOLUME, storage)],
  });
}

export function redisStatefulSet(stack: Stack, redis: Redis): StatefulSet {
  const { storage, hasScratchData } = redis;
  return statefulSet(stack, redis, {
    serviceName: redis.name,
    container: redisContainer(redis),
    volumes: hasScratchData ? [{ name: DATA_VOLUME, emptyDir: {} }] : [],
    claims: storage === undefined ? [] : [claim(DATA_VOLUME, storage.size, storage.storageClassName)],
  });
}

function redisContainer(redis: Redis): Container {
  return mainContainer(redis, {
    ports: [{ name: REDIS_PORT_NAME, containerPort: REDIS_PORT }],
    probes: REDIS_PROBES,
    volumeMounts:
      redis.storage || redis.hasScratchData ? [{ name: DATA_VOLUME, mountPath: DATA_DIRECTORY }] : [],
  });
}

/** Ready: it answers a client. Alive: it takes connections; a Redis that loads its file is slow, not dead. */
const REDIS_PROBES: Probes = {
  startup: undefined,
  readiness: {
    // redis-cli exits with 0 on an error reply too (LOADING, NOAUTH).
    exec: { command: ['sh', '-c', 'redis-cli ping | grep PONG'] },
    periodSeconds: 10,
    timeoutSeconds: 5,
  },
  liveness: {
    tcpSocket: { port: REDIS_PORT_NAME },
    periodSeconds: 10,
    timeoutSeconds: 5,
    failureThreshold: 6,
  },
};

interface StatefulSetParts extends PodParts {
  readonly serviceName?: string;
  readonly claims: readonly PersistentVolumeClaim[];
}

function statefulSet(stack: Stack, component: Component, parts: StatefulSetParts): StatefulSet {
  const { serviceName, claims, ...podParts } = parts;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: componentMetadata(stack, component),
    spec: omitEmpty<NonNullable<StatefulSet['spec']>>({
      replicas: 1,
      // OrderedReady replaces no pod that isn't ready: one that waits at the gate, or whose image can't be pulled, would stay
      // even when the manifest is right again. Source: Kubernetes, StatefulSets, Forced rollback.
      podManagementPolicy: 'Parallel',
      serviceName,
      selector: { matchLabels: { ...component.selector } },
      template: podTemplate(component, podParts),
      volumeClaimTemplates: [...claims],
    }),
  };
}

/** A claim with its type spelled out: the API server adds it, and a GitOps engine would see a difference for ever. */
function claim(name: string, size: string, storageClassName?: string): PersistentVolumeClaim {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: claimSpec({ size, storageClassName, accessModes: ['ReadWriteOnce'] }),
  };
}

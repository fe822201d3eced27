/**
 * The merge keys of Kubernetes' own kinds, as in Kubernetes' OpenAPI document. They must stand in our file because kustomize takes a
 * kustomization's `openapi:` file in place of its built-in one, not beside it: without them a patch on a Deployment would
 * replace all of its containers, in silence.
 */

type Node = Readonly<Record<string, unknown>>;

/** Lists of a pod's container that merge, by key. */
export const CONTAINER_LISTS = {
  env: 'name',
  ports: 'containerPort',
  volumeDevices: 'devicePath',
  volumeMounts: 'mountPath',
} as const;

/** Of the document's own definitions; the one of containers comes from the embedded type. */
const CONTAINER: Node = { $ref: '#/definitions/k8s.Container' };
const POD_SPEC: Node = { $ref: '#/definitions/k8s.PodSpec' };

const POD_LISTS = object({
  ...lists({ hostAliases: 'ip', imagePullSecrets: 'name', resourceClaims: 'name', schedulingGates: 'name' }),
  ...lists({ topologySpreadConstraints: 'topologyKey', volumes: 'name' }),
  containers: list('name', CONTAINER),
  initContainers: list('name', CONTAINER),
  ephemeralContainers: list('name', CONTAINER),
});

const WITH_POD = { spec: object({ template: object({ spec: POD_SPEC }) }) };
const WEBHOOKS = { webhooks: list('name', object(lists({ matchConditions: 'name' }))) };

/** What merges in each kind, by group, version and kind. */
const KINDS: Readonly<Record<string, Readonly<Record<string, Node>>>> = {
  '/v1/Pod': { spec: POD_SPEC },
  '/v1/PodTemplate': { template: object({ spec: POD_SPEC }) },
  '/v1/ReplicationController': WITH_POD,
  '/v1/Service': { spec: object(lists({ ports: 'port' })) },
  '/v1/ServiceAccount': lists({ secrets: 'name' }),
  'apps/v1/DaemonSet': WITH_POD,
  'apps/v1/Deployment': WITH_POD,
  'apps/v1/ReplicaSet': WITH_POD,
  'apps/v1/StatefulSet': WITH_POD,
  'batch/v1/CronJob': { spec: object({ jobTemplate: object(WITH_POD) }) },
  'batch/v1/Job': WITH_POD,
  'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration': WEBHOOKS,
  'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration': WEBHOOKS,
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy': {
    spec: object(lists({ matchConditions: 'name', variables: 'name' })),
  },
};

/** The definitions of the built-in kinds whose lists merge. */
export function kubernetesDefinitions(): Readonly<Record<string, Node>> {
  const kinds = Object.fromEntries(
    Object.entries(KINDS).map(([type, properties]) => {
      const [group, version, kind] = type.split('/');
      const identity = [{ group, kind, version }];
      return [
        type.replaceAll('/', '.').replace(/^\./, ''),
        { ...object(properties), 'x-kubernetes-group-version-kind': identity },
      ];
    }),
  );
  return { 'k8s.PodSpec': POD_LISTS, ...kinds };
}

/** A list that a strategic merge patch merges by `key`. */
export function list(key: string, items: Node = { type: 'object' }): Node {
  return {
    type: 'array',
    items,
    'x-kubernetes-patch-merge-key': key,
    'x-kubernetes-patch-strategy': 'merge',
  };
}

function lists(keys: Readonly<Record<string, string>>): Readonly<Record<string, Node>> {
  return Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, list(key)]));
}

function object(properties: Readonly<Record<string, Node>>): Node {
  return { type: 'object', properties };
}

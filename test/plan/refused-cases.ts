/** Changes of one object each, and the fields that may not change so. */
import type { KubernetesObject } from '../../src/k8s/object.ts';

interface Case {
  readonly title: string;
  readonly before: KubernetesObject;
  readonly after: KubernetesObject;
  readonly refused: readonly string[];
}

/** Kinds that the checking program doesn't know; their fields are those of the server's source. */
export const KINDS_WITHOUT_SERVER = new Set(['RoleBinding', 'StorageClass', 'PriorityClass', 'IngressClass']);

type Members = Readonly<Record<string, unknown>>;

const LABELS = { app: 'a' };
const POD = {
  metadata: { labels: LABELS },
  spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:1' }] },
};
const ALWAYS = { ...POD, spec: { containers: POD.spec.containers } };
const OTHER_POD = { ...POD, spec: { ...POD.spec, containers: [{ name: 'a', image: 'a:2' }] } };

function object(apiVersion: string, kind: string, members: Members): KubernetesObject {
  return { apiVersion, kind, metadata: { name: 'a' }, ...members };
}

function spec(apiVersion: string, kind: string, defaults: Members) {
  return (members: Members) => object(apiVersion, kind, { spec: { ...defaults, ...members } });
}

const job = spec('batch/v1', 'Job', { template: POD });
const claim = (members: Members) =>
  object('v1', 'PersistentVolumeClaim', {
    spec: { accessModes: ['ReadWriteOnce'], ...size('1Gi'), ...members },
    // An unbound one may not even grow.
    status: { phase: 'Bound', capacity: { storage: '1Gi' } },
  });
const service = spec('v1', 'Service', { selector: LABELS, ports: [{ port: 80 }] });
const deployment = spec('apps/v1', 'Deployment', { selector: { matchLabels: LABELS }, template: ALWAYS });
const statefulSet = spec('apps/v1', 'StatefulSet', {
  selector: { matchLabels: LABELS },
  template: ALWAYS,
  serviceName: 'a',
});
const configMap = (members: Members) => object('v1', 'ConfigMap', members);
const secret = (members: Members) => object('v1', 'Secret', members);

function size(storage: string) {
  return { resources: { requests: { storage } } };
}

function template(members: Members) {
  return {
    volumeClaimTemplates: [
      { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], ...size('1Gi'), ...members } },
    ],
  };
}

function change(
  title: string,
  make: (members: Members) => KubernetesObject,
  before: Members,
  after: Members,
  ...refused: readonly string[]
): Case {
  return { title: `${make({}).kind}: ${title}`, before: make(before), after: make(after), refused };
}

const OTHER_LABELS = { app: 'a', tier: 'b' };
const INDEXED = { completionMode: 'Indexed', completions: 2, parallelism: 2 };
const FAILURES = {
  podFailurePolicy: { rules: [{ action: 'Ignore', onExitCodes: { operator: 'In', values: [77] } }] },
};

export const CASES: readonly Case[] = [
  change('its pods', job, {}, { template: OTHER_POD }, 'spec.template'),
  change('how often it tries', job, {}, { backoffLimit: 2, activeDeadlineSeconds: 9 }),
  change('its parallelism', job, { completions: 2 }, { completions: 2, parallelism: 2 }),
  change('a parallelism, and so no completions by default', job, {}, { parallelism: 2 }, 'spec.completions'),
  change('its completions, spelled out', job, {}, { completions: 1 }),
  change('its completions', job, { completions: 1 }, { completions: 2 }, 'spec.completions'),
  change('the size of an indexed one', job, INDEXED, { ...INDEXED, completions: 3, parallelism: 3 }),
  change(
    'the completions of an indexed one alone',
    job,
    INDEXED,
    { ...INDEXED, completions: 3 },
    'spec.completions',
  ),
  change('its mode, spelled out', job, {}, { completionMode: 'NonIndexed' }),
  change('its failure policy', job, {}, FAILURES, 'spec.podFailurePolicy'),
  change('its size', claim, {}, size('2Gi')),
  change('the same size, written otherwise', claim, {}, size('1024Mi')),
  change('a smaller size', claim, {}, size('512Mi'), 'spec.resources.requests.storage'),
  change('its access', claim, {}, { accessModes: ['ReadWriteMany'] }, 'spec.accessModes'),
  change('its class', claim, { storageClassName: 'a' }, { storageClassName: 'b' }, 'spec.storageClassName'),
  change('no class any more', claim, { storageClassName: 'a' }, {}, 'spec.storageClassName'),
  change('its mode, spelled out', claim, {}, { volumeMode: 'Filesystem' }),
  change('its mode', claim, {}, { volumeMode: 'Block' }, 'spec.volumeMode'),
  change('its ports', service, {}, { ports: [{ port: 81 }] }),
  change('its address', service, { clusterIP: '10.0.0.1' }, { clusterIP: '10.0.0.2' }, 'spec.clusterIP'),
  change(
    'an address in place of none',
    service,
    { clusterIP: 'None' },
    { clusterIP: '10.0.0.2' },
    'spec.clusterIP',
  ),
  change(
    'its name outside',
    service,
    { type: 'ExternalName', externalName: 'a.example.com' },
    { clusterIP: '10.0.0.2', clusterIPs: ['10.0.0.2'] },
  ),
  change(
    'its load balancer',
    service,
    { type: 'LoadBalancer', loadBalancerClass: 'a.example.com/a' },
    { type: 'LoadBalancer', loadBalancerClass: 'a.example.com/b' },
    'spec.loadBalancerClass',
  ),
  change(
    'its pods and their number',
    deployment,
    {},
    { replicas: 3, minReadySeconds: 3, strategy: { type: 'Recreate' } },
  ),
  change(
    'its selector',
    deployment,
    { template: { ...ALWAYS, metadata: { labels: OTHER_LABELS } } },
    { template: { ...ALWAYS, metadata: { labels: OTHER_LABELS } }, selector: { matchLabels: OTHER_LABELS } },
    'spec.selector',
  ),
  change('its number and strategy', statefulSet, {}, { replicas: 2, updateStrategy: { type: 'OnDelete' } }),
  change('its ordering, spelled out', statefulSet, {}, { podManagementPolicy: 'OrderedReady' }),
  change('its ordering', statefulSet, {}, { podManagementPolicy: 'Parallel' }, 'spec.podManagementPolicy'),
  change('its Service', statefulSet, {}, { serviceName: 'b' }, 'spec.serviceName'),
  change('a claim', statefulSet, {}, template({}), 'spec.volumeClaimTemplates'),
  change(
    'the size of a claim',
    statefulSet,
    template({}),
    template(size('2Gi')),
    'spec.volumeClaimTemplates',
  ),
  change('the size of a claim, written otherwise', statefulSet, template({}), template(size('1024Mi'))),
  change(
    'the mode of a claim, spelled out',
    statefulSet,
    template({}),
    template({ volumeMode: 'Filesystem' }),
  ),
  change(
    'what becomes of claims',
    statefulSet,
    {},
    { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' } },
  ),
  change('its data', configMap, { data: { a: '1' } }, { data: { a: '2' } }),
  change(
    'the data of one marked immutable',
    configMap,
    { immutable: true, data: { a: '1' } },
    { immutable: true, data: { a: '2' } },
    'data',
  ),
  change('no mark any more', configMap, { immutable: true }, {}, 'immutable'),
  change('its type', secret, {}, { type: 'example.com/a' }, 'type'),
  change('its type, spelled out', secret, {}, { type: 'Opaque' }),
  change(
    'its role',
    (members) => object('rbac.authorization.k8s.io/v1', 'RoleBinding', members),
    { roleRef: { name: 'a' } },
    { roleRef: { name: 'b' } },
    'roleRef',
  ),
  change(
    'when it binds',
    (members) => object('storage.k8s.io/v1', 'StorageClass', members),
    { provisioner: 'a' },
    { provisioner: 'a', volumeBindingMode: 'WaitForFirstConsumer', reclaimPolicy: 'Delete' },
    'volumeBindingMode',
  ),
];
